import type { Day } from '@shared/calendar/day';

/** Sets whose rows are buyers: what stands beside the name is how many orders they have. */
const OF_BUYERS = [
  'outcomeBuyers',
  'outcomeRepeat',
  'buyers',
  'repeatBuyers',
  'onceBuyers',
  'dayRepeaters',
  'eligible',
  'within',
  'cohort',
  'weekNew',
  'weekReturned',
  'giftBuyers',
  'giftReturned',
  'valued',
  'scored',
  'moved',
  'tossed',
  'wishBuyers',
  'referrers',
] as const;

/** Sets of rows that numbers of the notebook count. */
export const BEHIND = [
  ...OF_BUYERS,
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
  'promisesLoad',
  'orders',
  'knownOrders',
  'weekOrders',
  'weekPromises',
  'weekPromisesKept',
  'weekGifts',
  'weekComplaints',
  'nearlyLost',
  'graduated',
  'birthdays',
  'runOuts',
  'gaps',
  'purchaseDays',
  'asked',
  'answers',
  'responses',
  'recommend',
  'visits',
  'visitsAnswered',
  'discountsIssued',
  'discountsRedeemed',
  'discountsExpired',
  'discountsReleased',
  'discountsOwed',
  'discountsShare',
  'discountsSettled',
  'gifts',
  'giftsPacked',
  'giftsWaiting',
  'giftsExpired',
  'giftsByWait',
  'giftsReturned',
  'complaints',
  'complaintsClosed',
  'careDue',
  'careInTime',
  'waits',
  'leftWaiting',
  'wishes',
  'wishesAnswered',
  'wishesOpen',
  'referrals',
  'referralsBought',
  'rewardsOwed',
  'records',
  'recordsLately',
] as const;
export type BehindSet = (typeof BEHIND)[number];

/** Whether the rows of a set are buyers. */
export function isOfBuyers(set: BehindSet): set is (typeof OF_BUYERS)[number] {
  return (OF_BUYERS as readonly BehindSet[]).includes(set);
}

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

/**
 * The two halves of a mark: of which kind it is, and which of them. A mark of one half has no kind.
 *
 * @example halvesOf('platform/douyin') // => { kind: 'platform', which: 'douyin' }
 * @example halvesOf('90') // => { kind: '', which: '90' }
 */
export function halvesOf(mark: string): { readonly kind: string; readonly which: string } {
  const at = mark.indexOf('/');
  return { kind: at < 0 ? '' : mark.slice(0, at), which: mark.slice(at + 1) };
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
