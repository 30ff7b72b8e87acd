import type { Book } from '@shared/records/book';
import { betaQuantile } from '../numerics/beta';
import { normalQuantile } from '../numerics/normal-draws';
import type { Interval, Rate } from '../review';
import type { Purchases } from './book-buyers';
import { type BookView, inView } from './book-view';
import { rateOf } from './intervals';
import { RETURN_DAYS, returnedAfter } from './returned';
import { dayEnd, MS_PER_DAY, momentDay } from './wall-clock';

/** One side of the coin. */
export interface TestArm extends Rate {
  readonly side: 'gift' | 'none';
  /** Buyers whose 60 days are over. */
  readonly buyers: number;
  readonly returned: number;
  /** Buyers of this side whose days are not over yet. */
  readonly waiting: number;
}

export interface GiftTest {
  readonly returnWithin: number;
  readonly arms: readonly [TestArm, TestArm];
  /** Share returned with a gift − without, 95 % interval, and the chance that the gift helps at all. */
  readonly difference: { readonly value: number; readonly interval: Interval; readonly helps: number } | null;
  readonly plan: GiftTestPlan;
  /** A direction only when enough buyers were tossed for and the interval leaves 0 out. */
  readonly verdict: 'helps' | 'hurts' | 'unclear' | 'too-early';
}

/** What it takes to see an effect in this shop. */
export interface GiftTestPlan {
  /** Share that returns without a gift, as far as known. */
  readonly base: number;
  /** The effect to be seen, in shares: 0.1 is ten points. */
  readonly effect: number;
  readonly buyersPerSide: number;
  /** Further buyers on both sides together. */
  readonly moreBuyers: number;
  /** Buyers a week to toss for; 0 where none were seen in eight weeks. */
  readonly perWeek: number;
  /** Weeks until the last of them has had their 60 days; `null` where it would never come. */
  readonly weeks: number | null;
}

/** Ten points more returning: what a shop would want to know of. */
export const EFFECT = 0.1;
const USUAL_BASE = 0.3;
const PACE_WEEKS = 8;

/**
 * Buyers needed on each side to notice, four times in five, that the share who return differs by `effect` from
 * `base` (two-sided 5 %).
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, without continuity correction.
 *
 * @example buyersPerSide(0.3, 0.1) // => 356
 */
export function buyersPerSide(base: number, effect: number): number {
  const [p, q] = [base, Math.min(0.999, Math.max(0.001, base + effect))];
  const middle = (p + q) / 2;
  const [za, zb] = [normalQuantile(0.975), normalQuantile(0.8)];
  const root = za * Math.sqrt(2 * middle * (1 - middle)) + zb * Math.sqrt(p * (1 - p) + q * (1 - q));
  return Math.ceil((root * root) / (q - p) ** 2);
}

/**
 * Difference of two shares with flat Beta(1, 1) beliefs about each: both posteriors are cut into equally likely
 * slices and all pairs compared, so the answer has no chance in it.
 *
 * @example betaBinomialDifference({ successes: 5, n: 10 }, { successes: 5, n: 10 }).helps // => 0.5
 */
export function betaBinomialDifference(
  first: { readonly successes: number; readonly n: number },
  second: { readonly successes: number; readonly n: number },
): { readonly value: number; readonly interval: Interval; readonly helps: number } {
  const slices = 200;
  const middles = ({ successes, n }: typeof first) =>
    Float64Array.from({ length: slices }, (_, i) =>
      betaQuantile((i + 0.5) / slices, successes + 1, n - successes + 1),
    );
  const [a, b] = [middles(first), middles(second)];
  const gaps = new Float64Array(slices * slices);
  let above = 0;
  for (let i = 0; i < slices; i += 1) {
    for (let j = 0; j < slices; j += 1) {
      const gap = a[i]! - b[j]!;
      gaps[i * slices + j] = gap;
      above += gap > 0 ? 1 : gap === 0 ? 0.5 : 0;
    }
  }
  gaps.sort();
  const mean = ({ successes, n }: typeof first) => (successes + 1) / (n + 2);
  const at = (share: number) => gaps[Math.round(share * (gaps.length - 1))]!;
  return { value: mean(first) - mean(second), interval: [at(0.025), at(0.975)], helps: above / gaps.length };
}

/**
 * The sealed gift test: buyers for whom the coin was tossed, by the side it fell on (whatever was then packed:
 * who was left out of the draw by hand would spoil it), each counted once, by their first toss. `null` where no
 * coin was ever tossed: `giftTestPlan` says what a test would take.
 */
export function giftTest(book: Book, purchases: Purchases, view: BookView): GiftTest | null {
  const tosses = coinTosses(book, purchases, view);
  if (tosses.length === 0) return null;
  const armOf = (side: TestArm['side']): TestArm => {
    const own = tosses.filter((toss) => toss.side === side);
    const waiting = own.filter((toss) => toss.returned === null).length;
    const [buyers, returned] = [own.length - waiting, own.filter((toss) => toss.returned).length];
    return { side, buyers, returned, waiting, ...rateOf(returned, buyers) };
  };
  const arms = [armOf('gift'), armOf('none')] as const;
  const plan = giftTestPlan(book, purchases, view);
  const counted = arms.every((arm) => arm.buyers > 0);
  const difference = counted
    ? betaBinomialDifference(
        { successes: arms[0].returned, n: arms[0].buyers },
        { successes: arms[1].returned, n: arms[1].buyers },
      )
    : null;
  return { returnWithin: RETURN_DAYS, arms, difference, plan, verdict: verdictOf(arms, difference, plan) };
}

/** A buyer the coin was tossed for; `returned` is `null` while their 60 days are not over. */
export interface CoinToss extends Pick<TestArm, 'side'> {
  readonly buyer: string;
  readonly returned: boolean | null;
}

/** Everybody the coin was tossed for, each by their first toss. */
export function coinTosses(book: Book, purchases: Purchases, view: BookView): readonly CoinToss[] {
  const first = new Map<string, { readonly saidAt: string; readonly side: TestArm['side'] }>();
  for (const { deleted, coin, buyerId, saidAt } of book.gifts) {
    if (deleted || coin === null || !inView(saidAt, view)) continue;
    const known = first.get(buyerId);
    if (!known || saidAt < known.saidAt) first.set(buyerId, { saidAt, side: coin });
  }
  const end = dayEnd(view.asOf);
  return [...first].map(([buyer, { saidAt, side }]) => {
    const start = dayEnd(momentDay(saidAt, view.timeZone));
    return { buyer, side, returned: returnedAfter(purchases.get(buyer) ?? [], start, end) };
  });
}

/** Looking every week and stopping at the first lucky one finds effects that are not there: the number is fixed. */
function verdictOf(
  arms: readonly TestArm[],
  difference: GiftTest['difference'],
  plan: GiftTestPlan,
): GiftTest['verdict'] {
  if (difference === null || arms.some((arm) => arm.buyers < plan.buyersPerSide)) return 'too-early';
  if (difference.interval[0] > 0) return 'helps';
  return difference.interval[1] < 0 ? 'hurts' : 'unclear';
}

/**
 * What a gift test would take in this shop, to be said before it is switched on (J22): buyers per side for ten
 * points, at the pace of the last eight weeks' apology gifts and tosses.
 */
export function giftTestPlan(
  book: Book,
  purchases: Purchases,
  view: BookView,
  effect = EFFECT,
): GiftTestPlan {
  const end = dayEnd(view.asOf);
  const cases = book.gifts.filter(
    (gift) => !gift.deleted && gift.state !== 'to-be-sent' && (gift.coin !== null || gift.kind === 'apology'),
  );
  const start = end - PACE_WEEKS * 7 * MS_PER_DAY;
  const recent = new Set<string>();
  const tossed = new Set<string>();
  for (const gift of cases) {
    if (!inView(gift.saidAt, view)) continue;
    if (dayEnd(momentDay(gift.saidAt, view.timeZone)) > start) recent.add(gift.buyerId);
    if (gift.coin !== null) tossed.add(gift.buyerId);
  }
  const base = baseRate(purchases, end);
  const needed = buyersPerSide(base, effect);
  const moreBuyers = Math.max(0, 2 * needed - tossed.size);
  const perWeek = recent.size / PACE_WEEKS;
  const weeks = perWeek > 0 ? Math.ceil(moreBuyers / perWeek + RETURN_DAYS / 7) : null;
  return { base, effect, buyersPerSide: needed, moreBuyers, perWeek, weeks };
}

/** Share of known buyers back within 60 days of their first order; 30 % where fewer than 20 were watched. */
function baseRate(purchases: Purchases, end: number): number {
  let [watched, returned] = [0, 0];
  for (const times of purchases.values()) {
    const again = times.length === 0 ? null : returnedAfter(times.slice(1), times[0]!, end);
    if (again === null) continue;
    watched += 1;
    returned += again ? 1 : 0;
  }
  return watched >= 20 ? Math.min(0.95, Math.max(0.02, returned / watched)) : USUAL_BASE;
}
