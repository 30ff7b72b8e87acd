import type { BuyerEstimate } from '@analysis/models/buyer-estimates';
import type { DataSource } from '@analysis/notebook/source';
import type { Review } from '@analysis/review';
import { currentBook } from '@extension/book/current';
import { type Estimate, keepEstimates } from '@extension/book/estimates';
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

/** The same source; what each review says of single buyers is put beside the chat as well (P23). */
export function remembering(source: DataSource): DataSource {
  return {
    ...source,
    async load(request, progress) {
      const result = await source.load(request, progress);
      if (result.kind === 'review') {
        const { review, buyers = [] } = result;
        // The letter never waits for it, and is as good without it.
        void currentBook()
          .then((book) => (book.readOnly ? undefined : keepEstimates(book, estimatesOf(review, buyers))))
          .catch(() => undefined);
      }
      return result;
    },
  };
}
