import type { OpenBook } from '../open';
import { linksOf, nameKey, nameOf, ordersNamed } from './orders';

/** Orders that came to nothing. */
const NOTHING: ReadonlySet<string> = new Set(['unpaid', 'cancelled', 'refunded']);

/**
 * How many orders each of some buyers made. An order whose number is known but that was never imported counts:
 * the shop saw it in their chat.
 */
export async function orderCounts(
  book: OpenBook,
  buyerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const links = await linksOf(book, [...new Set(buyerIds)]);
  const orders = await ordersNamed(book, links.map(nameOf));
  const nothing = new Set(orders.filter(({ status }) => NOTHING.has(status)).map(nameKey));
  const counts = new Map<string, number>();
  for (const link of links) {
    if (!nothing.has(nameKey(link))) counts.set(link.buyerId, (counts.get(link.buyerId) ?? 0) + 1);
  }
  return counts;
}
