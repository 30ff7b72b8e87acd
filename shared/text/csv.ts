/** What a spreadsheet would run as a formula, full-width forms and hidden leading blanks included. */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/**
 * A cell that no spreadsheet runs: text that could be a formula gets a leading apostrophe, numbers (also
 * negative ones and phone numbers such as +86…) stay as they are.
 *
 * @example csvCell('=1+1') // => "'=1+1"
 * @example csvCell('-12.5') // => '-12.5'
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return quoted(safe);
}

/** Digits that mean nothing as a number: a spreadsheet rounds the long ones and eats the first nought. */
const NAME_OF_DIGITS = /^(\+?\d{11,}|0\d+|\+\d+|\d+e\d+)$/i;

/**
 * A cell that stays text: numbers of orders and phones get a leading tab, as the platforms' own exports do it,
 * and no spreadsheet rounds them or runs them.
 *
 * @example csvText('13800138000') // => '\t13800138000'
 * @example csvText('张三') // => '张三'
 */
export function csvText(text: string): string {
  return NAME_OF_DIGITS.test(text) ? quoted(`\t${text}`) : csvCell(text);
}

/**
 * A whole table: a byte order mark, or Excel reads Chinese as garbage; lines end in CR LF (RFC 4180).
 *
 * @example writeCsv([['a', 'b,c']]) // => '\ufeffa,"b,c"\r\n'
 */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((line) => line.map(csvText).join(',')).join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
