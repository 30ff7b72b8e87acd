import { addDays, addMonths, type Day, isDay, lastDayOfMonth, weekday } from '../day';
import { zhNumber } from './zh-number';

/** A pattern of day words, and the day it means; `null` when the numbers make no day (2月30号). */
export type DayRule = readonly [pattern: RegExp, read: (match: RegExpExecArray, today: Day) => Day | null];

export const digits = (text: string | undefined) => (text === undefined ? null : zhNumber(text));

/** A month and day on or after today: this year, else a later one that has it (29 February). */
export function comingDate(month: number, day: number, today: Day): Day | null {
  const write = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  for (let year = Number(today.slice(0, 4)); year <= Number(today.slice(0, 4)) + 8; year++) {
    const date = write(year);
    if (isDay(date) && date >= today) return date;
  }
  return null;
}

/** A day in the month that holds `month`. */
export function dayOfMonth(month: Day, day: number | null): Day | null {
  if (day === null) return null;
  const date = `${month.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return isDay(date) ? date : null;
}

/** The first day of the month `months` on. */
export function monthAhead(today: Day, months: number): Day {
  return addMonths(`${today.slice(0, 8)}01`, months);
}

/** A weekday of the week `weeks` on; weeks begin on Monday. */
export function inWeek(today: Day, weeks: number, day: number): Day {
  return addDays(today, weeks * 7 + day - weekday(today));
}

/** The next day with this number in the month: 31号 skips the months that have none. */
export function comingDayOfMonth(day: number | null, today: Day): Day | null {
  for (let months = 0; months <= 2 && day !== null; months++) {
    const date = dayOfMonth(monthAhead(today, months), day);
    if (date !== null && date >= today) return date;
  }
  return null;
}

/** Working days on, Saturdays and Sundays left out; public holidays are not known here. */
export function addWorkingDays(today: Day, count: number): Day {
  let day = today;
  for (let left = Math.min(count, 250); left > 0; ) {
    day = addDays(day, 1);
    if (weekday(day) <= 5) left -= 1;
  }
  return day;
}

/** The last day of a named third of a month, or its beginning, middle, end: the day by which a promise holds. */
export function partOfMonth(month: Day, part: string): Day | null {
  if (part === '底' || part === '末' || part === '下旬') return lastDayOfMonth(month);
  const day = { 初: 5, 头: 5, 上旬: 10, 中: 15, 中旬: 20 }[part];
  return day === undefined ? null : dayOfMonth(month, day);
}

/** The named month that comes next, this one included: its first day. */
export function comingMonth(month: number | null, today: Day): Day | null {
  if (month === null || month < 1 || month > 12) return null;
  const year = Number(today.slice(0, 4)) + (month < Number(today.slice(5, 7)) ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
