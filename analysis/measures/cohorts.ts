import { type Day, lastDayOfMonth } from '@shared/calendar/day';
import type { OrderFrame } from '../frame/orders';
import type { Cohort } from '../review';
import type { Histories } from './histories';

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

/**
 * Buyers by the month of their first purchase and how many of them bought in each later month. `active[0]` is
 * the cohort's size; the month that holds `asOf` is marked unfinished unless `asOf` is its last day. The first
 * cohort of a file is no real cohort: it holds every older buyer too.
 */
export function cohortsOf(frame: OrderFrame, histories: Histories, asOf: Day): readonly Cohort[] | null {
  if (histories.buyers === 0) return null;
  const lastMonth = monthNumber(asOf.slice(0, 7));
  const cohortOf = Int32Array.from(histories.first, (time) => (Number.isNaN(time) ? -1 : monthOf(time)));
  const firstMonth = cohortOf.reduce(
    (least, month) => (month >= 0 && month < least ? month : least),
    lastMonth,
  );
  const months = lastMonth - firstMonth + 1;
  const active = Array.from({ length: months }, (_, index) => new Array<number>(months - index).fill(0));
  // One mark per buyer and month, so that ten orders in one month count once.
  const seen = new Set<number>();
  for (let index = 0; index < frame.count; index++) {
    const buyer = frame.buyer[index]!;
    if (buyer < 0) continue;
    const month = monthOf(frame.time[index]!);
    const mark = buyer * months + (month - firstMonth);
    if (seen.has(mark)) continue;
    seen.add(mark);
    const row = active[cohortOf[buyer]! - firstMonth]!;
    row[month - cohortOf[buyer]!] = (row[month - cohortOf[buyer]!] ?? 0) + 1;
  }
  const open = asOf !== lastDayOfMonth(asOf);
  return active.flatMap((row, index) =>
    row[0] === 0
      ? []
      : [
          {
            cohort: monthName(firstMonth + index),
            size: row[0]!,
            active: row,
            unfinished: row.map((_, month) => open && month === row.length - 1),
          },
        ],
  );
}
