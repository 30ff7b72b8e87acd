import type { Day } from '../calendar/day';
import type { Discount } from './discount';
import { redemptionRate } from './outstanding';
import type { Product } from './product';

/** From so many cards with price and floor on their middle margin is worth going by. */
const ENOUGH_CARDS = 3;

/** What the book itself says about how many coupons come back, and what is left of a price. */
export interface ShopBasis {
  /** Share of next-time discounts that were used, 0…1; `null` while too few came to their end. */
  readonly redemption: number | null;
  readonly settled: number;
  /** Middle of (price − floor) ÷ price over the product cards, 0…1; `null` while too few say both. */
  readonly margin: number | null;
  readonly cards: number;
}

/** The basis of a promotion's sum (P6) from the shop's own discounts and product cards. */
export function shopBasisOf(
  discounts: readonly Discount[],
  products: readonly Product[],
  today: Day,
  timeZone: string,
): ShopBasis {
  const { rate, settled } = redemptionRate(
    discounts.filter(({ deleted }) => !deleted),
    today,
    timeZone,
  );
  const margins = products
    .flatMap(({ deleted, price, floor }) =>
      !deleted && price && floor && price.minor > 0 && price.currency === floor.currency
        ? [(price.minor - floor.minor) / price.minor]
        : [],
    )
    .sort((a, b) => a - b);
  return {
    redemption: rate,
    settled,
    margin: margins.length >= ENOUGH_CARDS ? margins[Math.floor(margins.length / 2)]! : null,
    cards: margins.length,
  };
}
