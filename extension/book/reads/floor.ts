import { type Day, dayOf } from '@shared/calendar/day';
import type { Discount } from '@shared/records/discount';
import type { Product } from '@shared/records/product';
import type { Money } from '@shared/text/money';
import type { OpenBook } from '../open';

/** Room to bargain (J18): "¥6 left · already gave 3 times, ¥28 in all". Private: it enters no message. */
export interface FloorHint {
  /** Money that can still come off before the floor; `null` where price or floor is not known. Never below 0. */
  readonly left: Money | null;
  /** How often this buyer was given something off, whatever they bought. */
  readonly timesGiven: number;
  /** What that came to, as far as it is known in money; `null` when nothing was given. */
  readonly givenTotal: Money | null;
}

/**
 * How far the shop can still go with this buyer on this product. What already comes off the product counts
 * against the room: what was given today, and what is owed and could be used on it.
 *
 * @param buyerId `null` for somebody the book does not know yet.
 * @param productId `null` while no product is chosen: then only what was given before is told.
 */
export async function floorHint(
  book: OpenBook,
  buyerId: string | null,
  productId: string | null,
): Promise<FloorHint> {
  const { db, world } = book;
  const [found, rows] = await Promise.all([
    productId === null ? undefined : db.products.get(productId),
    buyerId === null ? [] : db.discounts.where('buyerId').equals(buyerId).toArray(),
  ]);
  const product = found && !found.deleted ? found : null;
  const discounts = rows.filter((discount) => !discount.deleted);
  const given = discounts.filter(({ state }) => state === 'given' || state === 'redeemed');
  const today = dayOf(world.now(), world.timeZone);
  const pending = discounts.filter((discount) => comesOff(discount, productId, today, world.timeZone));
  return { left: roomOf(product, pending), timesGiven: given.length, givenTotal: totalOf(given) };
}

/** Whether a discount already lowers today's price of the product. */
function comesOff(discount: Discount, productId: string | null, today: Day, timeZone: string): boolean {
  if (discount.productId !== null && discount.productId !== productId) return false;
  const holds = discount.expires === null || discount.expires >= today;
  if (discount.state === 'owed' || discount.state === 'to-be-sent') return holds;
  if (discount.state !== 'given' || discount.productId === null) return false;
  return dayOf(Date.parse(discount.saidAt), timeZone) === today;
}

function roomOf(product: Product | null, pending: readonly Discount[]): Money | null {
  const { price, floor } = product ?? { price: null, floor: null };
  if (!price || !floor || price.currency !== floor.currency) return null;
  const off = pending.map(({ amount, percentOff }) => {
    if (amount) return amount.currency === price.currency ? amount.minor : 0;
    return Math.round((price.minor * (percentOff ?? 0)) / 100);
  });
  const left = off.reduce((room, minor) => room - minor, price.minor - floor.minor);
  return { minor: Math.max(0, left), currency: price.currency };
}

/** Sums in the currency that most of it is in; a shop has one, an old one may stand beside it. */
function totalOf(given: readonly Discount[]): Money | null {
  const sums = new Map<string, number>();
  for (const { redeemedAmount, amount } of given) {
    const money = redeemedAmount ?? amount;
    if (money) sums.set(money.currency, (sums.get(money.currency) ?? 0) + money.minor);
  }
  const [most] = [...sums].sort(([, a], [, b]) => b - a);
  return most ? { currency: most[0], minor: most[1] } : null;
}
