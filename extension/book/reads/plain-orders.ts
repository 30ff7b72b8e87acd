import { addDays, type Day } from '@shared/calendar/day';
import type { Order } from '@shared/records/order';
import type { OpenBook } from '../open';
import { nameKey, unshipped } from './orders';
import { orderedOn, type Parcel } from './parcels';

/** An order to pack about which there is nothing to remember. */
export interface PlainOrder {
  readonly order: Order;
  readonly orderedOn: Day | null;
}

/** Days after which a paid order is no parcel of today any more: an old export never told that it left (J5). */
export const PACKED_BY_DAYS = 15;

/**
 * Paid orders of the last days that have not left and are not among these parcels, the oldest first. They make
 * "40 parcels, 11 have something to remember" true.
 */
export async function plainOrders(
  { db, world }: OpenBook,
  today: Day,
  parcels: readonly Pick<Parcel, 'platform' | 'orderNumber'>[],
): Promise<readonly PlainOrder[]> {
  const special = new Set(
    parcels.flatMap(({ platform, orderNumber: number }) =>
      platform !== null && number !== null ? [nameKey({ platform, number })] : [],
    ),
  );
  const paid = await db.orders.where('status').equals('paid').toArray();
  const from = addDays(today, -PACKED_BY_DAYS);
  return paid
    .filter((order) => !order.deleted && unshipped(order) && !special.has(nameKey(order)))
    .map((order) => ({ order, orderedOn: orderedOn(order, world.timeZone) }))
    .filter(({ orderedOn }) => orderedOn !== null && orderedOn >= from && orderedOn <= today)
    .sort((a, b) => ((a.orderedOn ?? '') < (b.orderedOn ?? '') ? -1 : 1));
}

/** What the book knows under an order number, whatever became of it; for a number that is on no list of today. */
export async function ordersNumbered({ db }: OpenBook, number: string): Promise<readonly Order[]> {
  const found = await db.orders.where('number').equals(number).toArray();
  return found.filter(({ deleted }) => !deleted);
}
