/**
 * Whether a display name hides the buyer, as platforms print it (`王**`, `t**8`, `E***E`). A masked name never
 * identifies anybody and never enters a message.
 *
 * @example isMasked('王**') // => true
 * @example isMasked('Anna') // => false
 */
export function isMasked(name: string): boolean {
  return /[*＊]{1,}|[•●]{2,}/.test(name);
}

/**
 * A phone number as it may stand on a screen.
 *
 * @example maskPhone('13800138000') // => '138****8000'
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 7) return '*'.repeat(phone.length);
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/**
 * A name as it may stand on paper that others see: its first character and the mark platforms use.
 *
 * @example maskName('王小姐') // => '王**'
 * @example maskName('') // => ''
 */
export function maskName(name: string): string {
  const first = [...name.trim()][0];
  return first === undefined ? '' : `${first}**`;
}
