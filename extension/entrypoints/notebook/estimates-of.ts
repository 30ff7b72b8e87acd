import type { BuyerEstimate } from '@analysis/models/buyer-estimates';
import type { Review } from '@analysis/review';
import type { Estimate } from '@extension/book/estimates';
import { minorDigits } from '@shared/text/money';

/** What was estimated of single buyers, in the book's own terms; none where it has no money or too few buyers. */
export function estimatesOf(
  { clv, currency, asOf }: Review,
  buyers: readonly BuyerEstimate[],
): readonly Estimate[] {
  if (!clv?.total || currency === null) return [];
  const { horizonWeeks: weeks } = clv.total;
  const money = (major: number) => ({ minor: Math.round(major * 10 ** minorDigits(currency)), currency });
  return buyers.map(({ buyer, pAlive, expected, value, interval }) => ({
    id: buyer,
    pAlive,
    expected,
    value: money(value),
    low: money(interval[0]),
    high: money(interval[1]),
    weeks,
    asOf,
  }));
}
