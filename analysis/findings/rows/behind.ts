import type { Day } from '@shared/calendar/day';

/** Sets of rows that numbers of the notebook count. */
export const BEHIND = [
  'promisesMade',
  'promisesToSend',
  'promisesOpen',
  'promisesNear',
  'promisesLate',
  'promisesKept',
  'promisesKeptLate',
  'promisesBroken',
  'promisesRenegotiated',
  'promisesReleased',
  'promisesDue',
  'promisesNotOnTime',
  'promisesNotDue',
  'outcomeBuyers',
  'outcomeRepeat',
  'buyers',
  'repeatBuyers',
  'onceBuyers',
  'dayRepeaters',
  'eligible',
  'within',
  'cohort',
  'orders',
  'knownOrders',
  'weekOrders',
  'weekNew',
  'weekReturned',
  'weekPromises',
  'weekPromisesKept',
  'weekGifts',
  'weekComplaints',
  'nearlyLost',
  'graduated',
  'birthdays',
  'runOuts',
  'asked',
  'answers',
  'responses',
  'discountsIssued',
  'discountsRedeemed',
  'discountsExpired',
  'discountsReleased',
  'discountsOwed',
  'discountsShare',
  'gifts',
  'giftsPacked',
  'giftsWaiting',
  'giftsExpired',
  'giftBuyers',
  'giftReturned',
  'complaints',
  'complaintsClosed',
  'waits',
  'leftWaiting',
  'wishes',
] as const;
export type BehindSet = (typeof BEHIND)[number];

/**
 * A set, or the part of it that bears a mark: `promisesKept`, `promisesKept:discount`, `cohort:2026-03/2`.
 * What the mark means is said beside each set in the files of this folder.
 */
export type Behind = BehindSet | `${BehindSet}:${string}`;

/**
 * The two halves of a name.
 *
 * @example partsOf('within:90') // => { set: 'within', mark: '90' }
 * @example partsOf('gifts') // => { set: 'gifts', mark: null }
 */
export function partsOf(of: Behind): { readonly set: BehindSet; readonly mark: string | null } {
  const at = of.indexOf(':');
  if (at < 0) return { set: of as BehindSet, mark: null };
  return { set: of.slice(0, at) as BehindSet, mark: of.slice(at + 1) };
}

/** One of the rows: who, what, when, how much. */
export interface BehindRow {
  /** Id of the book's buyer; null where the book has no file of them. */
  readonly buyer: string | null;
  readonly name: string;
  /** In the book's words, or an order's number; of a buyer how many orders they have. */
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

export const NO_ROWS: BehindRows = { count: 0, rows: [] };

/** More than this nobody reads on a page; the exports themselves hold them all. */
export const MOST_BEHIND = 200;

/** What to call a buyer, and their file where the book has one. */
export function called(key: string, names: ReadonlyMap<string, string>): Pick<BehindRow, 'buyer' | 'name'> {
  return { buyer: names.has(key) ? key : null, name: names.get(key) ?? key };
}

/** The rows of a set as they are shown. */
export function shownRows(rows: readonly BehindRow[]): BehindRows {
  const newest = [...rows].sort(
    (a, b) => (b.day ?? '').localeCompare(a.day ?? '') || a.name.localeCompare(b.name),
  );
  return { count: rows.length, rows: newest.slice(0, MOST_BEHIND) };
}
