import { addDays, type Day, dayFromNumber, lastDayOfMonth } from '@shared/calendar/day';
import { isoWeek } from '@shared/calendar/week';
import { MS_PER_DAY } from './wall-clock';

/** Stretches of the calendar that buyers are grouped by. */
export type CalendarUnit = 'week' | 'month' | 'quarter';

/** A unit as arithmetic: running numbers, so that "three later" is + 3. */
export interface UnitRules {
  readonly numberOf: (wallTime: number) => number;
  /** '2026-W47', '2026-11', '2026-Q4'. */
  readonly nameOf: (number: number) => string;
  readonly lastDayOf: (number: number) => Day;
}

/** Months since year 0, for arithmetic. @example monthNumber('2010-12') // => 24131 */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** @example monthName(24131) // => '2010-12' */
export function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function monthOf(wallTime: number): number {
  const date = new Date(wallTime);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Orders of a day follow each other: the calendar is asked once a day, not once an order. */
export function oncePerDay(numberOf: UnitRules['numberOf']): UnitRules['numberOf'] {
  let [day, number] = [Number.NaN, 0];
  return (wallTime) => {
    const own = Math.floor(wallTime / MS_PER_DAY);
    if (own !== day) {
      day = own;
      number = numberOf(wallTime);
    }
    return number;
  };
}

/** 1970-01-01 was a Thursday: its week began three days before day 0. */
const mondayOf = (week: number) => dayFromNumber(week * 7 - 3);

/** @example CALENDAR_UNITS.quarter.nameOf(CALENDAR_UNITS.quarter.numberOf(Date.UTC(2026, 10, 22))) // => '2026-Q4' */
export const CALENDAR_UNITS: Readonly<Record<CalendarUnit, UnitRules>> = {
  week: {
    numberOf: (time) => Math.floor((Math.floor(time / MS_PER_DAY) + 3) / 7),
    nameOf: (number) => isoWeek(mondayOf(number)),
    lastDayOf: (number) => addDays(mondayOf(number), 6),
  },
  month: {
    numberOf: monthOf,
    nameOf: monthName,
    lastDayOf: (number) => lastDayOfMonth(`${monthName(number)}-01`),
  },
  quarter: {
    numberOf: (time) => Math.floor(monthOf(time) / 3),
    nameOf: (number) => `${String(Math.floor(number / 4)).padStart(4, '0')}-Q${(number % 4) + 1}`,
    lastDayOf: (number) => lastDayOfMonth(`${monthName(number * 3 + 2)}-01`),
  },
};
