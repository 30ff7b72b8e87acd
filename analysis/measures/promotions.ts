import type { Book } from '@shared/records/book';
import { termsNow } from '@shared/records/promotion';
import { shopBasisOf } from '@shared/records/promotion-basis';
import { promotionOutcome } from '@shared/records/promotion-check';
import { type Money, moneyToMajor } from '@shared/text/money';
import type { BookView } from './book-view';
import { momentDay } from './wall-clock';

/** One promotion of the shop: what it comes to. Money in major units. */
export interface PromotionRow {
  readonly title: string;
  readonly published: boolean;
  /** Coupons handed out and not back; of a draft the limit, else a hundred. */
  readonly coupons: number;
  /** What is given if all of them come back, and at the shop's own share. */
  readonly liability: number;
  readonly expected: number;
  /** What is left then; `null` where the product cards don't say what goods cost. */
  readonly leftIfAll: number | null;
  readonly leftExpected: number | null;
  /** What a buyer must take to use up one coupon, and its worth as a share of that. */
  readonly need: number;
  readonly realShare: number;
  /** Margin at which nothing is left when all come back. */
  readonly breakEvenMargin: number;
}

export interface PromotionsSection {
  /** Share of the shop's own next-time discounts that were used, and how many came to their end. */
  readonly redemption: number | null;
  readonly settled: number;
  /** Middle margin of the product cards, and how many of them tell it. */
  readonly margin: number | null;
  readonly cards: number;
  readonly rows: readonly PromotionRow[];
  /** Over all that were published: if every coupon comes back. */
  readonly liability: number;
}

/** A draft has handed out nothing yet: it is reckoned for so many coupons. */
const DRAFT_COUPONS = 100;

/**
 * What every promotion costs if all of it comes back (P6), newest first; `null` without promotions in the
 * shop's currency.
 */
export function promotionsSection(
  book: Book,
  view: BookView,
  currency: string | null,
): PromotionsSection | null {
  const known = book.promotions.filter(
    (one) =>
      !one.deleted &&
      termsNow(one).spend.currency === currency &&
      (one.publishedAt === null || momentDay(one.publishedAt, view.timeZone) <= view.asOf),
  );
  if (known.length === 0) return null;
  const basis = shopBasisOf(book.discounts, book.products, view.asOf, view.timeZone);
  const rows = known
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .map((one): PromotionRow => {
      const terms = termsNow(one);
      const published = one.publishedAt !== null;
      const coupons = published
        ? Math.max(0, one.couponsOut - one.couponsBack)
        : (terms.limit ?? DRAFT_COUPONS);
      const told = promotionOutcome(terms, {
        coupons,
        redemption: basis.redemption ?? 1,
        margin: basis.margin,
      });
      const major = (money: Money) => moneyToMajor(money);
      return {
        title: one.title,
        published,
        coupons,
        liability: major(told.liability),
        expected: major(told.expected),
        leftIfAll: told.leftIfAll && major(told.leftIfAll),
        leftExpected: told.leftExpected && major(told.leftExpected),
        need: major(told.need),
        realShare: told.realShare,
        breakEvenMargin: told.breakEvenMargin,
      };
    });
  const liability = rows.reduce((sum, row) => sum + (row.published ? row.liability : 0), 0);
  return { ...basis, rows, liability };
}
