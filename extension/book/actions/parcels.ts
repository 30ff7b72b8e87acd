import type { Change } from '@shared/records/action';
import { type Ack, refuse } from '../ack';
import { creating, setting } from '../changes';
import type { OpenBook } from '../open';
import { ordersNamed, unshipped } from '../reads/orders';
import type { Parcel } from '../reads/parcels';
import { byIds } from '../reads/rows';
import { missing, momentOf, present } from './common';
import { settledFields } from './promises';
import { keptByShipping } from './shipping';
import { undo } from './undo';

/**
 * A parcel is packed: its gifts are in (one less in stock each), its notes are done, what was promised to be
 * put in is kept. A promise to ship is not: packed is not shipped (J12). One action, so one undo.
 */
export function packParcel(book: OpenBook, parcel: Parcel): Promise<Ack> {
  return book.commit({
    name: 'pack-parcel',
    plan: async () => {
      const { at, day, by, id } = await momentOf(book);
      const { buyer, orderNumber, platform } = parcel;
      const open = await stillOpen(book, parcel);
      const { notes, gifts, promises } = open;
      const before = await book.db.parcels.where('buyerId').equals(buyer.id).toArray();
      const done = before.some((p) => !p.deleted && p.packedOn === day && p.orderNumber === orderNumber);
      // Another window ticked it a moment ago.
      if (done && notes.length + gifts.length + promises.length === 0)
        return { buyerId: buyer.id, changes: [] };
      const packed = creating('parcels', id, {
        buyerId: buyer.id,
        platform,
        orderNumber,
        packedAt: at,
        packedOn: day,
        shippedAt: null,
        noteIds: parcel.notes.map((note) => note.id),
        giftIds: gifts.map((gift) => gift.id),
        promiseIds: parcel.promises.map((promise) => promise.id),
        by,
      });
      return {
        buyerId: buyer.id,
        changes: [
          packed,
          ...gifts.map((gift) =>
            setting('gifts', gift.id, {
              state: 'packed',
              settledAt: at,
              orderNumber: gift.orderNumber ?? orderNumber,
            }),
          ),
          ...notes.map((note) => setting('packing', note.id, { state: 'packed', settledAt: at })),
          ...promises.map((promise) => setting('promises', promise.id, settledFields('kept', at, day))),
          ...(await fromStock(
            book,
            gifts.flatMap((gift) => gift.stockId ?? []),
          )),
        ],
      };
    },
  });
}

/** What of the parcel is still to be packed now, whatever the page showed. */
async function stillOpen({ db }: OpenBook, parcel: Parcel) {
  const [notes, gifts, promises] = await Promise.all([
    byIds(
      db.packing,
      parcel.notes.map((note) => note.id),
    ),
    byIds(
      db.gifts,
      parcel.gifts.map((gift) => gift.id),
    ),
    byIds(
      db.promises,
      parcel.promises.map((promise) => promise.id),
    ),
  ]);
  return {
    notes: [...notes.values()].filter((note) => note.state === 'open' && !note.standing),
    gifts: [...gifts.values()].filter((gift) => gift.state === 'to-pack'),
    promises: [...promises.values()].filter((promise) => promise.state === 'open' && promise.kind !== 'ship'),
  };
}

async function fromStock({ db }: OpenBook, stockIds: readonly string[]): Promise<readonly Change[]> {
  const lines = await byIds(db.giftStock, stockIds);
  return [...lines.values()].map((line) => {
    const taken = stockIds.filter((stockId) => stockId === line.id).length;
    return setting('giftStock', line.id, { count: line.count - taken });
  });
}

/** The tick was a slip: everything the packing did is taken back. */
export async function unpackParcel(book: OpenBook, parcel: Parcel): Promise<Ack> {
  if (parcel.packedBy === null) return refuse('not-found', 'this parcel was not packed today');
  return undo(book, parcel.packedBy);
}

/** The parcel left the shop: promises to ship are kept, the order is marked shipped. */
export function shipParcel(book: OpenBook, parcel: Parcel): Promise<Ack> {
  return book.commit({
    name: 'ship-parcel',
    plan: async () => {
      const { at } = await momentOf(book);
      const { buyer, orderNumber, platform } = parcel;
      const named = orderNumber !== null && platform !== null;
      const orders = named ? await ordersNamed(book, [[platform, orderNumber]]) : [];
      const packed = await book.db.parcels.where('buyerId').equals(buyer.id).toArray();
      const here = packed.filter(
        (one) => !one.deleted && one.shippedAt === null && one.orderNumber === orderNumber,
      );
      const shipment = { buyerId: buyer.id, order: { number: orderNumber ?? '', shippedAt: at } };
      return {
        buyerId: buyer.id,
        changes: [
          ...orders
            .filter(unshipped)
            .map((order) => setting('orders', order.id, { status: 'shipped', shippedAt: at })),
          ...here.map((one) => setting('parcels', one.id, { shippedAt: at })),
          ...(await keptByShipping(book, [shipment])),
        ],
      };
    },
  });
}

/**
 * The courier's number on a waybill belongs to this order: from then on the scan box knows the parcel by it.
 */
export function noteCourierNumber(book: OpenBook, orderId: string, courierNumber: string): Promise<Ack> {
  return book.commit({
    name: 'note-courier-number',
    plan: async () => {
      if (!(await present(book, 'orders', orderId))) return missing('orders', orderId);
      return { buyerId: null, changes: [setting('orders', orderId, { courierNumber })] };
    },
  });
}
