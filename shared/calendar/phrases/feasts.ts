import { addDays, type Day, weekday } from '../day';
import { namesGoods } from './found';

/** Solar feasts with a fixed month and day. */
const FIXED: readonly (readonly [RegExp, monthDay: string])[] = [
  [/双十一|双11/, '11-11'],
  [/双十二|双12/, '12-12'],
  [/元旦|new year's day/i, '01-01'],
  [/国庆/, '10-01'],
  [/平安夜|christmas eve/i, '12-24'],
  [/圣诞|christmas|\bxmas\b/i, '12-25'],
  [/情人节|valentine/i, '02-14'],
  [/妇女节|女神节|三八节|38节/, '03-08'],
  [/劳动节|五一(?!折)/, '05-01'],
  [/儿童节|六一(?!折)/, '06-01'],
  [/教师节/, '09-10'],
  [/(?<!\d)618(?=大促|活动|当天|那天|前|之前|节)/, '06-18'],
  [/halloween/i, '10-31'],
];

/** Feasts on the n-th weekday of a month: month, n, weekday, days after it. */
const FLOATING: readonly (readonly [RegExp, month: number, nth: number, day: number, after: number])[] = [
  [/母亲节|mother's day/i, 5, 2, 7, 0],
  [/父亲节|father's day/i, 6, 3, 7, 0],
  [/感恩节|thanksgiving/i, 11, 4, 4, 0],
  [/黑五|black friday/i, 11, 4, 4, 1],
];

/** Solar terms people name: month and the constant of the century's formula. */
const TERMS: readonly (readonly [RegExp, month: number, constant: number])[] = [
  [/清明/, 4, 4.81],
  [/冬至/, 12, 21.94],
];

const two = (number: number) => String(number).padStart(2, '0');

function nth(year: number, month: number, count: number, day: number): Day {
  const first = `${year}-${two(month)}-01`;
  return addDays(first, ((day - weekday(first) + 7) % 7) + (count - 1) * 7);
}

/** The usual approximation of the solar terms of 2001–2099; 冬至 of 2021 is its one exception here. */
function term(year: number, month: number, constant: number): Day {
  const short = year % 100;
  const day = Math.floor(short * 0.2422 + constant) - Math.floor(short / 4);
  return `${year}-${two(month)}-${two(year === 2021 && month === 12 ? day - 1 : day)}`;
}

function found(pattern: RegExp, text: string): RegExpExecArray | null {
  const match = pattern.exec(text);
  return match && !namesGoods(text, match.index + match[0].length) ? match : null;
}

/**
 * The next day of a feast named in a text, today included, and the words for it.
 *
 * @example findFeast('圣诞前', '2026-11-22') // => { day: '2026-12-25', matched: '圣诞' }
 * @example findFeast('by Thanksgiving', '2026-11-22') // => { day: '2026-11-26', matched: 'Thanksgiving' }
 */
export function findFeast(text: string, today: Day): { readonly day: Day; readonly matched: string } | null {
  const year = Number(today.slice(0, 4));
  const next = (of: (year: number) => Day) => (of(year) >= today ? of(year) : of(year + 1));
  for (const [pattern, date] of FIXED) {
    const match = found(pattern, text);
    if (match) return { day: next((y) => `${y}-${date}`), matched: match[0] };
  }
  for (const [pattern, month, count, day, after] of FLOATING) {
    const match = found(pattern, text);
    if (match) return { day: next((y) => addDays(nth(y, month, count, day), after)), matched: match[0] };
  }
  for (const [pattern, month, constant] of TERMS) {
    const match = found(pattern, text);
    if (match && year >= 2001 && year < 2099)
      return { day: next((y) => term(y, month, constant)), matched: match[0] };
  }
  return null;
}
