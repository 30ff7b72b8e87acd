import { zhNumber } from '@shared/calendar/phrases/zh-number';
import { type Money, parseMoney } from '@shared/text/money';

/** What a discount takes off: money, or a share of the price. */
export type Off =
  | { readonly amount: Money; readonly percentOff: null }
  | { readonly amount: null; readonly percentOff: number };

const DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function percent(off: number): Off | null {
  return Number.isInteger(off) && off >= 1 && off <= 100 ? { amount: null, percentOff: off } : null;
}

/** 九折 is what is left to pay in tenths: 9折 = 90 %, 85折 = 85 %, 8.5折 = 85 %. */
function fold(text: string): Off | null {
  const plain = text.replace(/[一二三四五六七八九]/g, (digit) => DIGITS[digit] ?? digit);
  const match = /^(?:打)?(\d{1,2}(?:\.\d)?)折$/.exec(plain);
  if (!match) return null;
  const number = Number(match[1]);
  return percent(Math.round(100 - (number < 10 ? number * 10 : number)));
}

/** 十块, 二十元: a sum spelt in characters. */
const SPELT = /^([一二两三四五六七八九十廿卅]{1,4})(?:块钱?|塊錢?|元|圓)$/;

/**
 * What a discount takes off, as a seller types it: `¥10`, `10`, `10块`, `9折`, `八五折`, `10%`. A bare number is
 * money. `null` when it is none of these.
 *
 * @param currency The shop's, ISO 4217.
 * @example parseOff('9折', 'CNY') // => { amount: null, percentOff: 10 }
 * @example parseOff('八五折', 'CNY') // => { amount: null, percentOff: 15 }
 * @example parseOff('¥10', 'CNY') // => { amount: { minor: 1000, currency: 'CNY' }, percentOff: null }
 * @example parseOff('some', 'CNY') // => null
 */
export function parseOff(text: string, currency: string): Off | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:-|[减減少折便宜优惠優惠]{1,2})/, '')
    .replace(SPELT, (_, number: string) => `${zhNumber(number) ?? number}元`);
  const folded = fold(plain);
  if (folded) return folded;
  const share = /^(\d{1,3})%(?:off)?$/i.exec(plain);
  if (share) return percent(Number(share[1]));
  const amount = parseMoney(plain.replace(/off$/i, ''), currency);
  return amount && amount.minor > 0 ? { amount, percentOff: null } : null;
}

const AMOUNTS =
  /[¥￥$€£]\s?\d+(?:\.\d+)?|(?:\d+(?:\.\d+)?|[一二两三四五六七八九十廿卅]{1,4})\s?(?:元|圓|块钱?|塊錢?)|\d+(?:\.\d+)?(?=\s?off\b)|(?<=[减減]\s?)\d+(?:\.\d+)?(?![\d.]*\s?[%折])|[一二三四五六七八九\d](?:\.?\d|[一二三四五六七八九])?\s?折|\d{1,2}\s?%/i;

/**
 * The first amount said in a text, in the words it was said in; '' when none is.
 *
 * @example findOff('下次给您减10块哈') // => '10块'
 * @example findOff('下次给你减十块') // => '十块'
 * @example findOff('下次減10塊') // => '10塊'
 * @example findOff('10 off next time') // => '10'
 */
export function findOff(text: string): string {
  return AMOUNTS.exec(text)?.[0] ?? '';
}
