import type { Book } from '@shared/records/book';
import type { OrderFrame } from '../frame/orders';

/** Purchase times (shop's wall clock, ascending) of each buyer of the book who is known to have ordered. */
export type Purchases = ReadonlyMap<string, readonly number[]>;

/**
 * The orders of the book's buyers. Reading has already joined them (J1): where an order number was linked or an
 * account is known, the order's buyer key is the id of the book's buyer; all other keys are strangers here.
 */
export function purchasesOf(orders: OrderFrame, book: Book): Purchases {
  const living = new Set(book.buyers.filter((buyer) => !buyer.deleted).map((buyer) => buyer.id));
  const times = new Map<string, number[]>();
  for (let index = 0; index < orders.count; index++) {
    const column = orders.buyer[index]!;
    const buyer = column < 0 ? undefined : orders.buyers[column];
    if (buyer === undefined || !living.has(buyer)) continue;
    const list = times.get(buyer);
    if (list) list.push(orders.time[index]!);
    else times.set(buyer, [orders.time[index]!]);
  }
  for (const list of times.values()) list.sort((a, b) => a - b);
  return times;
}
