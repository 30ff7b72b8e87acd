import type { Day } from '@shared/calendar/day';

/** Sets of rows that numbers of the letter count. */
export const BEHIND = [
  'promisesLate',
  'promisesBroken',
  'promisesKeptLate',
  'promisesKept',
  'promisesOpen',
  'repeatBuyers',
  'onceBuyers',
  'weekOrders',
  'answers',
  'discountsOwed',
  'gifts',
  'complaints',
  'leftWaiting',
  'wishes',
] as const;
export type Behind = (typeof BEHIND)[number];

/** One of the rows: who, what, when, how much. */
export interface BehindRow {
  /** Id of the book's buyer; null where the book has no file of them. */
  readonly buyer: string | null;
  readonly name: string;
  readonly what: string;
  readonly day: Day | null;
  /** Major units. */
  readonly amount: number | null;
}

/** The rows, newest first, cut to what can be looked through; `count` says how many there are in all. */
export interface BehindRows {
  readonly count: number;
  readonly rows: readonly BehindRow[];
}

/** More than this nobody reads on a page; the exports themselves hold them all. */
export const MOST_BEHIND = 200;

/** What to call a buyer, and their file where the book has one. */
export function called(key: string, names: ReadonlyMap<string, string>): Pick<BehindRow, 'buyer' | 'name'> {
  return { buyer: names.has(key) ? key : null, name: names.get(key) ?? key };
}
