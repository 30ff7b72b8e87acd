import { type Day, dayOf, daysBetween } from '../calendar/day';
import type { Money } from '../text/money';
import type { Discount } from './discount';

/** How long ago the words were said, in days. */
export const AGE_BANDS = ['0-30', '31-90', '90+'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** @example ageBand(31) // => '31-90' */
export function ageBand(days: number): AgeBand {
  if (days <= 30) return '0-30';
  return days <= 90 ? '31-90' : '90+';
}

export interface Outstanding {
  readonly count: number;
  /** Face value in the shop's currency. */
  readonly amount: Money;
  readonly bands: readonly { readonly band: AgeBand; readonly count: number; readonly amount: Money }[];
  /** Percentages have no face value before an order is known: counted apart. */
  readonly percentCount: number;
  /** What the percentages would take off the shop's average order; `null` where that is not known. */
  readonly percentEstimate: Money | null;
  /** In other currencies: counted, never added. */
  readonly otherCurrency: number;
}

type Owed = Pick<Discount, 'amount' | 'percentOff' | 'state' | 'expires' | 'saidAt'>;

/**
 * Discounts promised for next time and not given yet, in money and by age. What has lapsed is owed no longer.
 *
 * @param averageOrder What an order of this shop comes to on average.
 */
export function outstanding(
  discounts: readonly Owed[],
  today: Day,
  shop: { readonly currency: string; readonly timeZone: string; readonly averageOrder: Money | null },
): Outstanding {
  const { currency, timeZone, averageOrder } = shop;
  const owed = discounts.filter(
    ({ state, expires }) => state === 'owed' && (expires === null || expires >= today),
  );
  const inMoney = owed.filter(({ amount }) => amount?.currency === currency);
  const shares = owed.flatMap(({ amount, percentOff }) => (amount === null ? [percentOff ?? 0] : []));
  const sum = (list: readonly Owed[]): Money => ({
    minor: list.reduce((total, { amount }) => total + (amount?.minor ?? 0), 0),
    currency,
  });
  const average = averageOrder?.currency === currency ? averageOrder.minor : null;
  const age = ({ saidAt }: Owed) =>
    ageBand(Math.max(0, daysBetween(dayOf(Date.parse(saidAt), timeZone), today)));
  return {
    count: owed.length,
    amount: sum(inMoney),
    bands: AGE_BANDS.map((band) => {
      const list = inMoney.filter((one) => age(one) === band);
      return { band, count: list.length, amount: sum(list) };
    }),
    percentCount: shares.length,
    percentEstimate:
      average === null || shares.length === 0
        ? null
        : {
            minor: Math.round(shares.reduce((total, share) => total + (average * share) / 100, 0)),
            currency,
          },
    otherCurrency: owed.length - inMoney.length - shares.length,
  };
}

/** From so many discounts on their share is worth going by. */
export const ENOUGH_SETTLED = 20;

/**
 * The share of next-time discounts that were really used, of those whose time is over: used, lapsed, let go, or
 * promised more than 90 days ago. `rate` is `null` under twenty of them.
 *
 * @example redemptionRate([], '2026-11-22', 'UTC') // => { rate: null, settled: 0 }
 */
export function redemptionRate(
  discounts: readonly Pick<Discount, 'when' | 'state' | 'saidAt'>[],
  today: Day,
  timeZone: string,
): { readonly rate: number | null; readonly settled: number } {
  const over = discounts.filter((one) => hasEnded(one, today, timeZone));
  const used = over.filter(({ state }) => state === 'redeemed' || state === 'given').length;
  return { rate: over.length >= ENOUGH_SETTLED ? used / over.length : null, settled: over.length };
}

/** Whether a next-time discount has come to its end: used, lapsed, let go, or promised more than 90 days ago. */
export function hasEnded(
  { when, state, saidAt }: Pick<Discount, 'when' | 'state' | 'saidAt'>,
  today: Day,
  timeZone: string,
): boolean {
  if (when !== 'next' || state === 'to-be-sent') return false;
  return state !== 'owed' || daysBetween(dayOf(Date.parse(saidAt), timeZone), today) > 90;
}
