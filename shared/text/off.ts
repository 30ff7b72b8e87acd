import { zhNumber } from '../calendar/phrases/zh-number';
import { type Money, parseMoney } from './money';

/** An amount of money or a share of the price, and where it stands in the text it was found in. */
export interface FoundOff {
  readonly amount: Money | null;
  /** Percent taken off, 1–100: 九折 is 10. */
  readonly percentOff: number | null;
  readonly start: number;
  readonly end: number;
}

const DOLLARS: ReadonlySet<string> = new Set([
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'SGD',
  'HKD',
  'TWD',
  'MXN',
  'BRL',
  'CLP',
]);
const YUAN: ReadonlySet<string> = new Set(['CNY', 'TWD', 'HKD', 'MOP', 'JPY']);
const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
};
const SPELT = Object.keys(WORDS).join('|');
const NUMBER = '\\d{1,6}(?:\\.\\d{1,2})?';
const ZH = '[一二两三四五六七八九十百]{1,4}';

type Read = (match: RegExpExecArray, currency: string) => Pick<FoundOff, 'amount' | 'percentOff'> | null;

const percent = (off: number): ReturnType<Read> =>
  Number.isInteger(off) && off >= 1 && off <= 100 ? { amount: null, percentOff: off } : null;

function money(text: string | undefined, currency: string): ReturnType<Read> {
  const number = text === undefined ? null : (WORDS[text] ?? (/^\d/.test(text) ? text : hundred(text)));
  const amount = number === null ? null : parseMoney(String(number), currency);
  return amount && amount.minor > 0 ? { amount, percentOff: null } : null;
}

/** 一百 and 两百 besides what `zhNumber` reads. */
function hundred(text: string): number | null {
  const match = /^([一二两三四五六七八九])百$/.exec(text);
  return match ? zhNumber(match[1]!)! * 100 : zhNumber(text);
}

/** 九折 is what is left to pay in tenths: 9折 = 90 %, 85折 = 85 %, 8.5折 = 85 %, 八五折 = 85 %. */
function folded(text: string): ReturnType<Read> {
  const digits = text.replace(/[一二三四五六七八九]/g, (digit) => String(zhNumber(digit)));
  const number = Number(digits);
  return percent(Math.round(100 - (number < 10 ? number * 10 : number)));
}

const symbolCurrency = (symbol: string, shop: string): string => {
  if (symbol === '€') return 'EUR';
  if (symbol === '£') return 'GBP';
  if (symbol === '$') return DOLLARS.has(shop) ? shop : 'USD';
  return YUAN.has(shop) ? shop : 'CNY';
};
const wordCurrency = (word: string, shop: string): string => {
  if (/^eur/.test(word)) return 'EUR';
  if (/^(?:pound|quid)/.test(word)) return 'GBP';
  return DOLLARS.has(shop) ? shop : 'USD';
};

/** In this order: what stands first takes its place in the text, so that "10% off" is not money. */
const RULES: readonly (readonly [RegExp, Read])[] = [
  [/([1-9](?:\.\d)?|[1-9]\d|[一二三四五六七八九]{1,2})折/g, ([, n]) => folded(n!)],
  [/(?<!\d)(\d{1,2}) ?(?:%|percent)/g, ([, n]) => percent(Number(n))],
  [/半价|half(?: the)? price|half off/g, () => percent(50)],
  [
    new RegExp(`([$€£¥]) ?(${NUMBER})`, 'g'),
    ([, symbol, n], shop) => money(n, symbolCurrency(symbol!, shop)),
  ],
  [new RegExp(`(${NUMBER}) ?([$€£])`, 'g'), ([, n, symbol], shop) => money(n, symbolCurrency(symbol!, shop))],
  [
    new RegExp(`(?<![a-z\\d.])(${NUMBER}|${SPELT}) (dollars?|bucks?|pounds?|quid|euros?)`, 'g'),
    ([, n, word], shop) => money(n, wordCurrency(word!, shop)),
  ],
  [
    new RegExp(`(?<![\\d.])(${NUMBER}|${ZH}) ?(?:元|块|蚊|rmb)`, 'g'),
    ([, n], shop) => money(n, YUAN.has(shop) ? shop : 'CNY'),
  ],
  [new RegExp(`(?<![\\d.])(${NUMBER}|${SPELT}) off\\b`, 'g'), ([, n], shop) => money(n, shop)],
  [
    new RegExp(
      `(?:减|便宜|优惠|少|让|退|补|赔|返|省|打|折|定金|差价|运费|邮费|-)(?:您|你|给您|给你)?(${NUMBER})(?![\\d.%]|折|天|号|个|件|包|小时|分|点|月|周|层)`,
      'g',
    ),
    ([, n], shop) => money(n, shop),
  ],
];

/**
 * Every amount said in a text, in the order it stands: `¥10`, `10块`, `十块`, `9折`, `八五折`, `10% off`, `$5`,
 * `five dollars`, `半价`, `减10`.
 *
 * @param text Folded (`fold`).
 * @param currency The shop's, ISO 4217; another one where the text names it.
 * @example findOffs('下次给您打9折', 'CNY') // => [{ amount: null, percentOff: 10, start: 5, end: 7 }]
 * @example findOffs('减您十块', 'CNY')[0].amount // => { minor: 1000, currency: 'CNY' }
 * @example findOffs('take $5 off', 'USD')[0].amount // => { minor: 500, currency: 'USD' }
 */
export function findOffs(text: string, currency: string): readonly FoundOff[] {
  const found: FoundOff[] = [];
  for (const [pattern, read] of RULES) {
    for (const match of text.matchAll(pattern)) {
      const off = read(match, currency);
      const end = match.index + match[0].length;
      const taken = found.some((other) => match.index < other.end && other.start < end);
      if (off && !taken) found.push({ ...off, start: match.index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
