import type { Day } from '@shared/calendar/day';
import { redemptionRate } from '@shared/records/outstanding';
import type { Promotion } from '@shared/records/promotion';
import type { OpenBook } from '../open';

/** The shop's promotions, the newest first. */
export async function promotions({ db }: OpenBook): Promise<readonly Promotion[]> {
  const all = await db.promotions.orderBy('id').reverse().toArray();
  return all.filter((promotion) => !promotion.deleted);
}

/** From so many cards with price and floor on their middle margin is worth going by. */
const ENOUGH_CARDS = 3;

export interface ShopBasis {
  /** Share of next-time discounts that were used, 0…1; `null` while too few came to their end. */
  readonly redemption: number | null;
  readonly settled: number;
  /** Middle of (price − floor) ÷ price over the product cards, 0…1; `null` while too few say both. */
  readonly margin: number | null;
  readonly cards: number;
}

/** What the book itself says about how many coupons come back, and what is left of a price. */
export async function shopBasis({ db, world }: OpenBook, today: Day): Promise<ShopBasis> {
  const [discounts, cards] = await Promise.all([db.discounts.toArray(), db.products.toArray()]);
  const { rate, settled } = redemptionRate(
    discounts.filter(({ deleted }) => !deleted),
    today,
    world.timeZone,
  );
  const margins = cards
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
