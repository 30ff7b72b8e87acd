import type { Day } from '@shared/calendar/day';

/** Something the shop still owes, in the words it was promised in. */
export interface OwedRow {
  readonly kind: 'promise' | 'discount' | 'gift';
  /** Id of the book's buyer. */
  readonly buyer: string;
  readonly name: string;
  readonly what: string;
  readonly standing: 'late' | 'due' | 'near' | 'pending';
  /** Day it falls due or expires; null where it has none. */
  readonly due: Day | null;
}

/** A buyer to ask how it was: planned by the seller, or the goods arrived within the month and nobody asked. */
export interface VisitRow {
  readonly buyer: string;
  readonly name: string;
  readonly why: 'planned' | 'received';
  /** Day planned, or day the order was completed. */
  readonly day: Day;
}

/** Days without an order of a platform that sells more often than that: an export is missing, or nothing sold. */
export interface MissingDays {
  readonly from: Day;
  readonly to: Day;
}

/** How far the orders of one platform reach (J7). */
export interface CoverageRow {
  readonly platform: string;
  /** Day of the last order. */
  readonly last: Day;
  /** Orders on each of the last 14 days up to `asOf`, oldest first. */
  readonly days: readonly number[];
  readonly missing: readonly MissingDays[];
}

/** A list cut to what is read; `count` says how many there are in all. */
export interface Cut<Row> {
  readonly count: number;
  readonly rows: readonly Row[];
}

/** The three lists of the week. `owed` and `visits` come from the book: null without one. */
export interface Lists {
  readonly visits: Cut<VisitRow> | null;
  readonly owed: Cut<OwedRow> | null;
  readonly exports: readonly CoverageRow[];
}

/** More than seven lines are not worked through (J5). */
export const MOST_ROWS = 7;

/** @example cut([1, 2, 3, 4, 5, 6, 7, 8]).count // => 8 */
export function cut<Row>(rows: readonly Row[]): Cut<Row> {
  return { count: rows.length, rows: rows.slice(0, MOST_ROWS) };
}
