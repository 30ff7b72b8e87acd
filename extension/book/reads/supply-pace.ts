import { type Day, dayOf } from '@shared/calendar/day';
import { isOf, ownPace, type Purchase, runOutDay } from '@shared/records/run-out';
import type { Supply } from '@shared/records/supply';
import type { OpenBook } from '../open';
import { ordersOf, whenOf } from './orders';

/** Orders that came to something. */
const BOUGHT: ReadonlySet<string> = new Set(['paid', 'shipped', 'completed', 'unknown']);

/** Under what names a supply stands in orders: its product's, else its own words. */
export async function supplyNames(
  { db }: OpenBook,
  supply: Pick<Supply, 'productId' | 'what'>,
): Promise<readonly string[]> {
  const product = supply.productId === null ? undefined : await db.products.get(supply.productId);
  return product && !product.deleted ? [product.name, ...product.aliases] : [supply.what];
}

/** When and how many of a thing a buyer bought, oldest first, from their orders. */
export async function purchasesOf(
  book: OpenBook,
  buyerId: string,
  names: readonly string[],
): Promise<readonly Purchase[]> {
  const orders = (await ordersOf(book, buyerId)).filter(({ status }) => BOUGHT.has(status));
  return orders
    .flatMap((order): readonly Purchase[] => {
      const when = whenOf(order);
      const quantity = order.items
        .filter(({ title, sku }) => isOf(`${title} ${sku}`, names))
        .reduce((sum, item) => sum + item.quantity, 0);
      if (when === '' || quantity === 0) return [];
      return [{ day: dayOf(Date.parse(when), book.world.timeZone), quantity }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * The day a supply runs out: by the buyer's own pace where their purchases show one, else by its amount and daily
 * use. `null` when neither is known.
 */
export function runOut(
  supply: Pick<Supply, 'boughtOn' | 'amount' | 'daily' | 'unit'>,
  purchases: readonly Purchase[],
): Day | null {
  const own = ownPace(purchases);
  // A pace is days per piece ordered. What was ordered on that day says how many; else one.
  const pieces = purchases.findLast(({ day }) => day <= supply.boughtOn)?.quantity ?? 1;
  if (own !== null) return runOutDay(supply.boughtOn, Math.max(1, pieces), 1 / own);
  return runOutDay(supply.boughtOn, supply.amount, supply.daily);
}
