import { addDays, type Day, dayNumber } from './day';
import { FIRST_LUNAR_YEAR, FIRST_NEW_YEAR, LUNAR_YEARS } from './lunar-table';

/** A day of the Chinese calendar. The year is the one its new year falls in: 正月初一 of 2027 is 2027-02-06. */
export interface LunarDay {
  readonly year: number;
  /** 1–12; 1 is 正月, 11 冬月, 12 腊月. */
  readonly month: number;
  /** 1–30. */
  readonly day: number;
  /** In the leap month that follows the month of this number. */
  readonly leap: boolean;
}

const leapMonth = (year: number) => LUNAR_YEARS[year - FIRST_LUNAR_YEAR]! >> 13;

function isKnown(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_LUNAR_YEAR && year < FIRST_LUNAR_YEAR + LUNAR_YEARS.length;
}

/** Days of a month; 0 where the year has no such month. */
function monthDays(year: number, month: number, leap: boolean): number {
  const bits = LUNAR_YEARS[year - FIRST_LUNAR_YEAR]!;
  if (leap) return leapMonth(year) === month ? 29 + ((bits >> 12) & 1) : 0;
  return 29 + ((bits >> (month - 1)) & 1);
}

/** Months of a year in their order, the leap month behind the one it is named after. */
function monthsOf(year: number): readonly { month: number; leap: boolean; days: number }[] {
  const months: { month: number; leap: boolean; days: number }[] = [];
  for (let month = 1; month <= 12; month++) {
    months.push({ month, leap: false, days: monthDays(year, month, false) });
    if (leapMonth(year) === month) months.push({ month, leap: true, days: monthDays(year, month, true) });
  }
  return months;
}

let known: readonly number[] | null = null;

/** The first day of every lunar year known, added up once somebody asks. */
function newYears(): readonly number[] {
  if (known !== null) return known;
  const days = [dayNumber(FIRST_NEW_YEAR)];
  for (let year = FIRST_LUNAR_YEAR; isKnown(year); year++)
    days.push(days.at(-1)! + monthsOf(year).reduce((sum, { days: count }) => sum + count, 0));
  known = days;
  return days;
}

/**
 * The day in the Chinese calendar; `null` outside the lunar years 1900–2100.
 *
 * @example lunarOf('2026-09-25') // => { year: 2026, month: 8, day: 15, leap: false }
 * @example lunarOf('2025-08-01') // => { year: 2025, month: 6, day: 8, leap: true }
 */
export function lunarOf(day: Day): LunarDay | null {
  const number = dayNumber(day);
  const index = newYears().findLastIndex((first) => first <= number);
  const year = FIRST_LUNAR_YEAR + index;
  if (index < 0 || !isKnown(year)) return null;
  let left = number - newYears()[index]!;
  for (const { month, leap, days } of monthsOf(year)) {
    if (left < days) return { year, month, day: left + 1, leap };
    left -= days;
  }
  return null;
}

/**
 * The day of a lunar date; `null` when there is none (a 30th of a short month, a leap month the year has not).
 *
 * @example solarOf({ year: 2027, month: 1, day: 1, leap: false }) // => '2027-02-06'
 * @example solarOf({ year: 2026, month: 6, day: 1, leap: true }) // => null
 */
export function solarOf({ year, month, day, leap }: LunarDay): Day | null {
  if (!isKnown(year) || !Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > monthDays(year, month, leap)) return null;
  let offset = day - 1;
  for (const one of monthsOf(year)) {
    if (one.month === month && one.leap === leap) break;
    offset += one.days;
  }
  return addDays(FIRST_NEW_YEAR, newYears()[year - FIRST_LUNAR_YEAR]! - newYears()[0]! + offset);
}

/**
 * The next time a lunar date comes round, today included: a birthday in the old calendar. Where the month is a
 * day short, the 30th is kept on its last day (除夕 is 腊月廿九 in such a year); a day of a leap month is kept in
 * the ordinary month of its number in the years that have no such leap month.
 *
 * @example nextLunar(8, 15, '2026-11-22') // => '2027-09-15'
 * @example nextLunar(12, 30, '2026-11-22') // => '2027-02-05'
 */
export function nextLunar(month: number, day: number, today: Day, leap = false): Day | null {
  const now = lunarOf(today);
  if (!now || !Number.isInteger(day) || day < 1 || day > 30) return null;
  for (let year = now.year; year <= now.year + 1; year++) {
    if (!isKnown(year) || month < 1 || month > 12) return null;
    const inLeap = leap && leapMonth(year) === month;
    const date = solarOf({ year, month, day: Math.min(day, monthDays(year, month, inLeap)), leap: inLeap });
    if (date !== null && date >= today) return date;
  }
  return null;
}
