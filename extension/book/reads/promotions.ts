import type { Day } from '@shared/calendar/day';
import type { Promotion } from '@shared/records/promotion';
import { type ShopBasis, shopBasisOf } from '@shared/records/promotion-basis';
import type { OpenBook } from '../open';

/** The shop's promotions, the newest first. */
export async function promotions({ db }: OpenBook): Promise<readonly Promotion[]> {
  const all = await db.promotions.orderBy('id').reverse().toArray();
  return all.filter((promotion) => !promotion.deleted);
}

/** What the book itself says about how many coupons come back, and what is left of a price. */
export async function shopBasis({ db, world }: OpenBook, today: Day): Promise<ShopBasis> {
  const [discounts, cards] = await Promise.all([db.discounts.toArray(), db.products.toArray()]);
  return shopBasisOf(discounts, cards, today, world.timeZone);
}
