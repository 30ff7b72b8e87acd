import type { Order } from '@shared/records/order';
import type { PackedParcel } from '@shared/records/parcel';
import type { Promised } from '@shared/records/promise';
import { unshipped, whenOf } from './orders';
import { type Contents, orderedOn, type Parcel, parcelKey } from './parcels';

/**
 * How a buyer's open things fall into parcels. What names an order goes with it; what names none goes with
 * the newest order that has not left, else with a parcel of its own. A gift that travels alone always has one, and
 * so have goods sent anew after a complaint (J12). A standing wish goes into every parcel but makes none by itself.
 */
export function openParcels(contents: Contents): readonly Parcel[] {
  const { notes, gifts, packed } = contents;
  const waiting = ordersToPack(contents.orders, packed);
  const promises = contents.promises.filter((promise) => !onItsWay(promise, packed));
  const standing = notes.filter((note) => note.standing);
  const single = notes.filter((note) => !note.standing);
  const named = [...single, ...gifts, ...promises].flatMap((thing) => thing.orderNumber ?? []);
  const fallback = waiting[0]?.number ?? named.at(-1) ?? null;
  const numberOf = (thing: Thing) => thing.orderNumber ?? (travelsAlone(thing) ? null : fallback);
  const numbers = new Set([...single, ...gifts, ...promises].map(numberOf));
  if (standing.length > 0) for (const order of waiting) numbers.add(order.number);

  return [...numbers].map((number) => {
    const mine = (thing: Thing) => numberOf(thing) === number;
    const wishes = standing.filter((note) => note.orderNumber === null || note.orderNumber === number);
    return {
      ...orderFacts(contents, number),
      notes: [...single.filter(mine), ...wishes],
      gifts: gifts.filter(mine),
      promises: promises.filter(mine),
      packedToday: false,
      packedBy: null,
      shipped: false,
    };
  });
}

interface Thing {
  readonly orderNumber: string | null;
  /** Of a gift. */
  readonly alone?: boolean;
  /** Of a promise. */
  readonly complaintId?: string | null;
}

function travelsAlone({ alone = false, complaintId = null }: Thing): boolean {
  return alone || complaintId !== null;
}

type OrderFacts = Pick<
  Parcel,
  'key' | 'buyer' | 'orderNumber' | 'platform' | 'items' | 'order' | 'orderedOn'
>;

function orderFacts({ buyer, orders, links, timeZone }: Contents, number: string | null): OrderFacts {
  const order = orders.find((one) => one.number === number);
  const platform = order?.platform ?? links.find((link) => link.number === number)?.platform ?? null;
  const key = parcelKey(buyer.id, platform, number);
  return {
    key,
    buyer,
    orderNumber: number,
    platform,
    items: order?.items ?? [],
    order: order ?? null,
    orderedOn: order ? orderedOn(order, timeZone) : null,
  };
}

/** Paid, not shipped and not packed either; newest first. */
function ordersToPack(orders: readonly Order[], packed: readonly PackedParcel[]): readonly Order[] {
  const done = new Set(packed.map((parcel) => parcel.orderNumber));
  return orders
    .filter((order) => unshipped(order) && !done.has(order.number))
    .toSorted((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1));
}

/** A promise to ship whose parcel is packed waits for the courier, not for the packing table (J12). */
function onItsWay(promise: Promised, packed: readonly PackedParcel[]): boolean {
  if (promise.kind !== 'ship') return false;
  return packed.some((parcel) =>
    promise.orderNumber === null
      ? parcel.packedAt >= promise.saidAt
      : parcel.orderNumber === promise.orderNumber,
  );
}
