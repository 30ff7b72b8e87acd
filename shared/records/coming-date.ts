import { addDays, type Day, daysBetween, lastDayOfMonth } from '../calendar/day';
import type { SpecialDate } from './date';

/** The day a lunar date falls on; `null` when that lunar year has no such month. */
export type LunarToSolar = (year: number, month: number, day: number, leap: boolean) => Day | null;

type When = Pick<SpecialDate, 'calendar' | 'month' | 'day' | 'leap' | 'year' | 'yearly'>;

/** How far ahead a date may be asked to be remembered, in days: a parcel goes nowhere for longer. */
export const MOST_LEAD_DAYS = 60;
/** Days before the last day for sending from which a date is shown: time to choose and to pack. */
export const DATE_READY_DAYS = 3;

/**
 * The first day on or after `from` on which a date falls; `null` for one that is over.
 *
 * A lunar date of a leap month falls into that leap month where the year has it and into the month of the same
 * number where not; the 30th of a month of 29 days on its last day; 29 February of other years on the 28th.
 *
 * @param lunar Turns a lunar date into a day; never asked for a solar date.
 *
 * @example nextOccurrence({ calendar: 'solar', month: 2, day: 29, leap: false, year: 1992, yearly: true }, '2026-11-22', () => null) // => '2027-02-28'
 */
export function nextOccurrence(date: When, from: Day, lunar: LunarToSolar): Day | null {
  if (!date.yearly) {
    const only = date.year === null ? null : occurrenceIn(date, date.year, lunar);
    return only !== null && only >= from ? only : null;
  }
  // A lunar year begins up to seven weeks into the solar one: its last months belong to the year before.
  const first = Number(from.slice(0, 4)) - 1;
  for (let year = first; year <= first + 3; year++) {
    const day = occurrenceIn(date, year, lunar);
    if (day !== null && day >= from) return day;
  }
  return null;
}

/** The day a date falls on in a year of its own calendar. */
export function occurrenceIn(date: When, year: number, lunar: LunarToSolar): Day | null {
  if (date.calendar === 'lunar') {
    const leap = date.leap ? lunar(year, date.month, date.day, true) : null;
    return leap ?? lunar(year, date.month, date.day, false);
  }
  const first = `${year}-${two(date.month)}-01`;
  const wanted = `${year}-${two(date.month)}-${two(date.day)}`;
  const last = lastDayOfMonth(first);
  return wanted < last ? wanted : last;
}

/** A date as it comes near. */
export interface ComingDate {
  readonly on: Day;
  /** Days until then; 0 is today. */
  readonly inDays: number;
  /** The last day on which a parcel still arrives in time. */
  readonly sendBy: Day;
  /** Near enough to be offered today. */
  readonly due: boolean;
}

/**
 * The next occurrence that was not seen to yet, and by when to send; `null` when there is none.
 *
 * @example comingDate({ calendar: 'solar', month: 12, day: 4, leap: false, year: null, yearly: true, leadDays: 5, greetedFor: null }, '2026-11-22', () => null) // => { on: '2026-12-04', inDays: 12, sendBy: '2026-11-29', due: false }
 */
export function comingDate(
  date: When & Pick<SpecialDate, 'leadDays' | 'greetedFor'>,
  today: Day,
  lunar: LunarToSolar,
): ComingDate | null {
  const seen = date.greetedFor === null ? today : addDays(date.greetedFor, 1);
  const on = nextOccurrence(date, seen > today ? seen : today, lunar);
  if (on === null) return null;
  const inDays = daysBetween(today, on);
  return {
    on,
    inDays,
    sendBy: addDays(on, -date.leadDays),
    due: inDays <= date.leadDays + DATE_READY_DAYS,
  };
}

/**
 * The months, in the dates' own calendars, that may hold a day within `days` from today: what has to be looked
 * at. A lunar month begins between three and seven weeks after the solar one of its number.
 *
 * @example monthsAhead('2026-11-22', 20) // => [9, 10, 11, 12]
 */
export function monthsAhead(today: Day, days: number): readonly number[] {
  const months = new Set<number>();
  for (let step = 0; step <= days + 27; step += 28) {
    const month = Number(addDays(today, Math.min(step, days)).slice(5, 7));
    for (const back of [0, 1, 2]) months.add(((month - 1 - back + 12) % 12) + 1);
  }
  return [...months].sort((a, b) => a - b);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
