import type { Review } from '../review';
import { type Group, MIN_GROUP } from './difference';

/** What a letter would call a change by chance alone, once in so many letters: 1 in 20. */
const CHANCE = 0.05;
/** Orders of two weeks together from which a change could be told at all. */
export const FEWEST_ORDERS = 10;

type Looked = Pick<Review, 'week' | 'satisfaction' | 'promises' | 'gifts'>;

/** Promises kept and broken, where there are enough buyers in both groups. */
export function promiseGroups({ promises }: Looked): readonly [Group, Group] | null {
  const of = (outcome: string) => promises?.repeatByOutcome.find((row) => row.outcome === outcome);
  return pairOf(of('kept'), of('broken'), 'repeatBuyers');
}

/** Buyers with a queue gift and without, where there are enough in both groups. */
export function giftGroups({ gifts }: Looked): readonly [Group, Group] | null {
  const of = (group: string) => gifts?.returned.find((row) => row.group === group);
  return pairOf(of('gift'), of('none'), 'returned');
}

function pairOf<Key extends string>(
  first: ({ readonly buyers: number } & { readonly [K in Key]: number }) | undefined,
  second: ({ readonly buyers: number } & { readonly [K in Key]: number }) | undefined,
  key: Key,
): readonly [Group, Group] | null {
  if (!first || !second || first.buyers < MIN_GROUP || second.buyers < MIN_GROUP) return null;
  return [
    { successes: first[key], n: first.buyers },
    { successes: second[key], n: second.buyers },
  ];
}

/** The orders of the week and of the week before, where there are enough to compare. */
export function ordersBeside({ week }: Looked) {
  const row = week?.rows.find((one) => one.key === 'orders');
  if (!row || row.before === null || row.now + row.before < FEWEST_ORDERS) return null;
  return { now: row.now, before: row.before, dispersion: row.dispersion ?? 1 };
}

/**
 * How unlikely by chance a change must be to be called one in this letter. A letter looks at several things at once,
 * and each look alone would be wrong once in twenty: shared among them (Bonferroni), the whole letter is.
 */
export function levelOf(review: Looked): { readonly level: number; readonly looks: number } {
  const looks = [
    ordersBeside(review) !== null,
    (review.satisfaction?.trend.p ?? null) !== null,
    promiseGroups(review) !== null,
    giftGroups(review) !== null,
  ].filter(Boolean).length;
  return { level: CHANCE / Math.max(1, looks), looks };
}
