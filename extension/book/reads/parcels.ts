import { type Day, dayOf } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import type { Gift } from '@shared/records/gift';
import type { Order, OrderLink } from '@shared/records/order';
import type { PackingNote } from '@shared/records/packing';
import type { PackedParcel } from '@shared/records/parcel';
import type { Promised, PromiseKind } from '@shared/records/promise';
import { ofSample } from '@shared/records/sample';
import type { OpenBook } from '../open';
import { openParcels } from './open-parcels';
import { linksOf, nameKey, nameOf, ordersNamed } from './orders';
import { byIds } from './rows';

/** What the packing table sees as one parcel: everything to remember about one order of one buyer. */
export interface Parcel {
  /** Stays the same when the parcel is ticked. */
  readonly key: string;
  readonly buyer: Buyer;
  /** `null`: a parcel without an order. */
  readonly orderNumber: string | null;
  readonly platform: string | null;
  readonly items: Order['items'];
  /** The imported order itself; `null` where only its number is known, or there is none. */
  readonly order: Order | null;
  /** The shop's day on which it was ordered; `null` where that is not known. */
  readonly orderedOn: Day | null;
  readonly notes: readonly PackingNote[];
  readonly gifts: readonly Gift[];
  readonly promises: readonly Promised[];
  readonly packedToday: boolean;
  /** The action that packed it, to be undone when the tick was a slip. */
  readonly packedBy: string | null;
  readonly shipped: boolean;
}

/** Kinds of promises that have to do with a parcel. */
export const PARCEL_KINDS: ReadonlySet<PromiseKind> = new Set(['ship', 'card', 'goods', 'replace']);

/** All that is needed to lay out one buyer's parcels. */
export interface Contents {
  readonly buyer: Buyer;
  readonly timeZone: string;
  readonly notes: readonly PackingNote[];
  readonly gifts: readonly Gift[];
  readonly promises: readonly Promised[];
  readonly orders: readonly Order[];
  readonly links: readonly OrderLink[];
  readonly packed: readonly PackedParcel[];
}

/**
 * The parcels to pack, and those packed today, which stay in sight until the day ends.
 *
 * @param whose `sample`: the sample buyer's alone, to be tried out; else it is in no list.
 */
export async function parcels(
  book: OpenBook,
  today: Day,
  whose: 'shop' | 'sample' = 'shop',
): Promise<readonly Parcel[]> {
  const { db } = book;
  const [allNotes, allGifts, allPromises, allToday] = await Promise.all([
    db.packing.where('state').equals('open').toArray(),
    db.gifts.where('state').equals('to-pack').toArray(),
    db.promises.where('state').equals('open').toArray(),
    db.parcels.where('packedOn').equals(today).toArray(),
  ]);
  const counts = (row: { readonly id: string; readonly buyerId: string; readonly deleted: boolean }) =>
    !row.deleted && ofSample(row) === (whose === 'sample');
  const notes = allNotes.filter(counts);
  const gifts = allGifts.filter(counts);
  const promises = allPromises.filter((promise) => counts(promise) && PARCEL_KINDS.has(promise.kind));
  const packedToday = allToday.filter(counts);
  const ids = [...new Set([...notes, ...gifts, ...promises, ...packedToday].map((row) => row.buyerId))];
  const [buyers, links, packed] = await Promise.all([
    byIds(db.buyers, ids),
    linksOf(book, ids),
    db.parcels.where('buyerId').anyOf(ids).toArray(),
  ]);
  const orders = await ordersNamed(book, links.map(nameOf));
  const owner = new Map(links.map((link) => [nameKey(link), link.buyerId]));
  const of = <T extends { readonly buyerId: string }>(rows: readonly T[], id: string) =>
    rows.filter((row) => row.buyerId === id);

  const open = [...buyers.values()].flatMap((buyer) =>
    openParcels({
      buyer,
      timeZone: book.world.timeZone,
      notes: of(notes, buyer.id),
      gifts: of(gifts, buyer.id),
      promises: of(promises, buyer.id),
      orders: orders.filter((order) => owner.get(nameKey(order)) === buyer.id),
      links: of(links, buyer.id),
      packed: of(packed, buyer.id).filter((parcel) => !parcel.deleted),
    }),
  );
  const done = await Promise.all(
    packedToday.flatMap((parcel) => {
      const buyer = buyers.get(parcel.buyerId);
      return buyer ? [packedParcel(book, parcel, buyer, orders)] : [];
    }),
  );
  const openKeys = new Set(open.map((parcel) => parcel.key));
  // Something was added after the tick: both are shown, the open one keeps the key.
  const told = done.map((p) => (openKeys.has(p.key) ? { ...p, key: `${p.key}/${p.packedBy}` } : p));
  return [...open, ...told].sort(inOrder);
}

async function packedParcel(
  book: OpenBook,
  parcel: PackedParcel,
  buyer: Buyer,
  orders: readonly Order[],
): Promise<Parcel> {
  const { db } = book;
  const { platform, orderNumber } = parcel;
  const [notes, gifts, promises, action] = await Promise.all([
    byIds(db.packing, parcel.noteIds),
    byIds(db.gifts, parcel.giftIds),
    byIds(db.promises, parcel.promiseIds),
    db.actions
      .where('stamp')
      .equals(parcel.stamps.deleted ?? '')
      .first(),
  ]);
  const order = orders.find((one) => one.number === orderNumber && one.platform === platform);
  return {
    key: parcelKey(buyer.id, platform, orderNumber),
    buyer,
    orderNumber,
    platform,
    items: order?.items ?? [],
    order: order ?? null,
    orderedOn: order ? orderedOn(order, book.world.timeZone) : null,
    notes: [...notes.values()],
    gifts: [...gifts.values()],
    promises: [...promises.values()],
    packedToday: true,
    packedBy: action?.id ?? null,
    shipped: parcel.shippedAt !== null,
  };
}

/** One key per buyer and order. */
export function parcelKey(buyerId: string, platform: string | null, orderNumber: string | null): string {
  return `${buyerId}/${platform ?? ''}/${orderNumber ?? ''}`;
}

/** The shop's day on which an order was paid or made; `null` where its export tells neither. */
export function orderedOn(order: Pick<Order, 'createdAt' | 'paidAt'>, timeZone: string): Day | null {
  const at = order.paidAt ?? order.createdAt;
  return at === null ? null : dayOf(Date.parse(at), timeZone);
}

/** What was promised soonest first, then what was ordered first; then by name, so that ticking moves nothing. */
function inOrder(a: Parcel, b: Parcel): number {
  const [dueA, dueB] = [soonest(a), soonest(b)];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  const [dayA, dayB] = [a.orderedOn ?? '9999', b.orderedOn ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function soonest(parcel: Parcel): string {
  const days = parcel.promises.flatMap((promise) => (promise.due.on === 'day' ? [promise.due.day] : []));
  return days.toSorted()[0] ?? '9999';
}
