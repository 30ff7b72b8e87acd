import type { Day } from '../day';
import { addDays } from '../day';
import { nextLunar } from '../lunar';
import { type FoundDue, namesGoods, onDay } from './found';
import { zhNumber } from './zh-number';

/** A day of the old calendar as it was said. */
export interface SaidLunar {
  /** 1–12. */
  readonly month: number;
  /** 1–30. */
  readonly day: number;
  /** Said to be in the leap month. */
  readonly leap: boolean;
  readonly matched: string;
}

const MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
const CALENDAR = '(?:农历|阴历|旧历|古历|老历)的?';
const MONTH = '闰?([正冬腊]|十[一二]|[一二三四五六七八九十]|1[0-2]|0?[1-9])月';
const DAY = '(初[一二三四五六七八九十]|[二廿]?十?[一二三四五六七八九]|[二三]?十|廿|30|[12]\\d|[1-9])';

/** Without the word for the calendar only what is never said of the other one. */
const DATE: readonly RegExp[] = [
  new RegExp(`${CALENDAR}.{0,3}?${MONTH}份?${DAY}[日号]?`),
  new RegExp(`${MONTH}(初[一二三四五六七八九十])`),
  new RegExp(`闰?([正冬腊])月${DAY}[日号]?`),
  /(八)月(十五)(?![号日\d])/,
];

const FEASTS: readonly (readonly [RegExp, month: number, day: number])[] = [
  [/大年三十|年三十|除夕|年夜/, 12, 30],
  [/大年初一|春节|农历新年|lunar new year|chinese new year/i, 1, 1],
  [/大年初二/, 1, 2],
  [/元宵/, 1, 15],
  [/端午|dragon boat/i, 5, 5],
  [/七夕/, 7, 7],
  [/中秋|mid-autumn/i, 8, 15],
  [/重阳/, 9, 9],
  [/腊八/, 12, 8],
  [/小年(?!轻)/, 12, 23],
];

/**
 * The day of the old calendar a sentence names, by date or by feast; `null` when it names none.
 *
 * @param text Simplified.
 * @example findLunar('我妈农历八月十五生日') // => { month: 8, day: 15, leap: false, matched: '农历八月十五' }
 * @example findLunar('正月初五开门') // => { month: 1, day: 5, leap: false, matched: '正月初五' }
 */
export function findLunar(text: string): SaidLunar | null {
  for (const pattern of DATE) {
    const match = pattern.exec(text);
    if (!match) continue;
    const month = MONTHS[match[1]!] ?? zhNumber(match[1]!);
    const day = zhNumber(match[2]!.replace('初', ''));
    if (month !== null && day !== null && day >= 1 && day <= 30)
      return { month, day, leap: match[0].includes('闰'), matched: match[0] };
  }
  for (const [pattern, month, day] of FEASTS) {
    const match = pattern.exec(text);
    if (match && !namesGoods(text, match.index + match[0].length))
      return { month, day, leap: false, matched: match[0] };
  }
  return null;
}

/**
 * The coming day of a lunar date or feast; 年前 is the last day before the new year.
 *
 * @example findLunarDay('中秋前发货', '2026-11-22') // => { due: { on: 'day', day: '2027-09-15' }, matched: '中秋' }
 */
export function findLunarDay(text: string, today: Day): FoundDue | null {
  const said = findLunar(text);
  if (said) {
    const day = nextLunar(said.month, said.day, today, said.leap);
    return day === null ? null : onDay(day, said.matched);
  }
  const before = /(?:过|赶在)?年前(?!\d)/.exec(text);
  // 两年前 looks back.
  if (before && !/[\d一二两三四五六七八九十几半]$/.test(text.slice(0, before.index))) {
    const newYear = nextLunar(1, 1, addDays(today, 1));
    return newYear === null ? null : onDay(addDays(newYear, -1), before[0]);
  }
  return null;
}
