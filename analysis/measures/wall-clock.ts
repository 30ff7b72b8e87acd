import { type Day, dayFromNumber, dayNumber, dayOf } from '@shared/calendar/day';

/**
 * The frames hold the shop's wall clock written as if it were UTC; the book holds instants. These few
 * functions are the only place where one becomes the other.
 */
export const MS_PER_DAY = 86_400_000;

/** @example wallDay(Date.UTC(2026, 10, 22, 23, 59)) // => '2026-11-22' */
export function wallDay(wallTime: number): Day {
  return dayFromNumber(Math.floor(wallTime / MS_PER_DAY));
}

/** The midnight that begins a day, as wall clock. @example dayStart('1970-01-02') // => 86400000 */
export function dayStart(day: Day): number {
  return dayNumber(day) * MS_PER_DAY;
}

/** The midnight that ends a day, as wall clock. @example dayEnd('1970-01-01') // => 86400000 */
export function dayEnd(day: Day): number {
  return (dayNumber(day) + 1) * MS_PER_DAY;
}

/**
 * The shop's calendar day of an instant of the book.
 *
 * @example momentDay('2026-11-22T16:30:00Z', 'Asia/Shanghai') // => '2026-11-23'
 */
export function momentDay(moment: string, timeZone: string): Day {
  return dayOf(Date.parse(moment), timeZone);
}

/**
 * The hour on the shop's clock at an instant of the book.
 *
 * @example clockHour('2026-11-22T16:30:00Z', 'Asia/Shanghai') // => 0
 */
export function clockHour(moment: string, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone });
    clocks.set(timeZone, clock);
  }
  return Number(clock.format(Date.parse(moment)));
}

/** Making a formatter costs as much as thousands of uses of it. */
const clocks = new Map<string, Intl.DateTimeFormat>();
