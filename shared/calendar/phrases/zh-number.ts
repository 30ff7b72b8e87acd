const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** The characters a small Chinese number is written with, for use inside a pattern. */
export const ZH_NUMBER = '[0-9零〇一二两三四五六七八九十廿卅]{1,4}';

/**
 * Reads a number below one hundred, in digits or characters; `null` when it is none.
 *
 * @example zhNumber('二十七') // => 27
 * @example zhNumber('廿三') // => 23
 * @example zhNumber('15') // => 15
 */
export function zhNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const spelt = text.replace('廿', '二十').replace('卅', '三十');
  const match = /^([一二两三四五六七八九])?(十)?([零〇一二两三四五六七八九])?$/.exec(spelt);
  if (!match || spelt === '') return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? DIGITS[tens]! : ones && !tens ? DIGITS[ones]! : null;
  return (tens ? DIGITS[tens]! : 1) * 10 + (ones ? DIGITS[ones]! : 0);
}
