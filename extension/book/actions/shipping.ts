import { dayOf } from '@shared/calendar/day';
import type { Change } from '@shared/records/action';
import type { Promised } from '@shared/records/promise';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { settledFields } from './promises';

/** An order that was shipped, and whose it is. */
export interface Shipment {
  readonly buyerId: string;
  readonly order: { readonly number: string; readonly shippedAt: string | null };
}

/**
 * Promises to ship that these shipments keep (J12). One that names its order is kept by that order; one that
 * names none, by the first shipment after it was said. Settled on the day of shipping, not of the import: a
 * promise kept on Friday was not late because the export came on Monday.
 */
export async function keptByShipping(
  book: OpenBook,
  shipments: readonly Shipment[],
): Promise<readonly Change[]> {
  if (shipments.length === 0) return [];
  const buyers = new Set(shipments.map((shipment) => shipment.buyerId));
  const open = await book.db.promises.where('state').equals('open').toArray();
  return open.flatMap((promise) => {
    if (promise.deleted || promise.kind !== 'ship' || !buyers.has(promise.buyerId)) return [];
    const shippedAt = firstShipping(promise, shipments);
    if (shippedAt === null) return [];
    const on = dayOf(Date.parse(shippedAt), book.world.timeZone);
    return [setting('promises', promise.id, settledFields('kept', shippedAt, on))];
  });
}

function firstShipping(promise: Promised, shipments: readonly Shipment[]): string | null {
  const instants = shipments
    .filter(({ buyerId, order }) => buyerId === promise.buyerId && answers(promise, order))
    .map(({ order }) => order.shippedAt!);
  return instants.toSorted()[0] ?? null;
}

function answers(promise: Promised, order: Shipment['order']): boolean {
  if (order.shippedAt === null) return false;
  if (promise.orderNumber !== null) return promise.orderNumber === order.number;
  return order.shippedAt >= promise.saidAt;
}
