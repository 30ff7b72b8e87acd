import { addDays, type Day, dayOf } from '@shared/calendar/day';
import type { Order } from '@shared/records/order';
import { VISIT_WITHIN_DAYS } from '@shared/records/visit';
import type { OpenBook } from '../open';
import type { CareItem } from './care-due';
import { careSettings } from './care-settings';
import { reachable, spokenFor, writable } from './contact';
import { linksNamed, nameKey, nameOf } from './orders';

/** A parcel whose arrival no export told of is taken to have arrived so many days after it left. */
const ON_THE_WAY_DAYS = 5;
/** How many deliveries are looked at before the day's list is given up as full of strangers. */
const LOOKED_AT = 400;

/**
 * Whom to ask how it was (P13, J5): visits planned up to today, then buyers who got a parcel within the month and
 * were not asked in it, the latest delivery first; so many a day as the settings say, those asked today included.
 */
export async function visitsDue(book: OpenBook, today: Day): Promise<readonly CareItem[]> {
  const { visitsPerDay } = await careSettings(book);
  const [planned, askedToday] = await Promise.all([plannedVisits(book, today), askedOn(book, today)]);
  const room = Math.max(0, visitsPerDay - askedToday - planned.length);
  return room === 0 ? planned : [...planned, ...(await delivered(book, today, room))];
}

async function plannedVisits(book: OpenBook, today: Day): Promise<readonly CareItem[]> {
  const stored = await book.db.visits.where('planned').belowOrEqual(today).toArray();
  const open = stored.filter(({ deleted, state }) => !deleted && state === 'planned');
  const [buyers, underWay] = await Promise.all([
    reachable(
      book,
      open.map(({ buyerId }) => buyerId),
    ),
    spokenFor(
      book,
      open.map(({ id }) => id),
    ),
  ]);
  return open.flatMap(({ id, buyerId, what, orderNumber, planned }): readonly CareItem[] => {
    const buyer = buyers.get(buyerId);
    if (!buyer || underWay.has(id)) return [];
    const reason = { kind: 'visit', id, orderNumber, delivered: null } as const;
    return [{ key: `visit/${id}`, reason, buyer, what, by: planned }];
  });
}

async function askedOn({ db, world }: OpenBook, today: Day): Promise<number> {
  // The shop's day may begin up to 14 hours before or after the day of Greenwich.
  const asked = await db.visits
    .where('askedAt')
    .above(`${addDays(today, -1)}T`)
    .toArray();
  return asked.filter(
    ({ deleted, askedAt }) => !deleted && askedAt && dayOf(Date.parse(askedAt), world.timeZone) === today,
  ).length;
}

async function delivered(book: OpenBook, today: Day, most: number): Promise<readonly CareItem[]> {
  const { visitAfterDays } = await careSettings(book);
  const orders = await deliveries(book, addDays(today, -VISIT_WITHIN_DAYS), addDays(today, -visitAfterDays));
  const links = await linksNamed(
    book,
    orders.map(({ order }) => nameOf(order)),
  );
  const owners = new Map(links.map((link) => [nameKey(link), link.buyerId]));
  const buyers = await reachable(book, [...owners.values()]);
  const [open, lately] = await Promise.all([
    writable(book, buyers, today),
    visited(book, [...buyers.keys()], today),
  ]);
  const items = new Map<string, CareItem>();
  for (const { order, day } of orders) {
    const buyer = buyers.get(owners.get(nameKey(order)) ?? '');
    if (!buyer || items.has(buyer.id) || lately.has(buyer.id) || !open.has(buyer.id)) continue;
    if (items.size === most) break;
    items.set(buyer.id, {
      key: `visit/${buyer.id}/${order.number}`,
      reason: { kind: 'visit', id: null, orderNumber: order.number, delivered: day },
      buyer,
      what: order.items[0]?.title ?? '',
      by: addDays(day, VISIT_WITHIN_DAYS),
    });
  }
  return [...items.values()];
}

interface Delivery {
  readonly order: Order;
  readonly day: Day;
}

/** Orders that reached their buyer between two days, the latest first. */
async function deliveries({ db, world }: OpenBook, from: Day, until: Day): Promise<readonly Delivery[]> {
  const day = (moment: string) => dayOf(Date.parse(moment), world.timeZone);
  const [completed, shipped] = await Promise.all([
    db.orders
      .where('completedAt')
      .between(addDays(from, -1), `${addDays(until, 1)}~`)
      .reverse()
      .limit(LOOKED_AT)
      .toArray(),
    db.orders
      .where('shippedAt')
      .between(addDays(from, -1 - ON_THE_WAY_DAYS), `${addDays(until, 1 - ON_THE_WAY_DAYS)}~`)
      .reverse()
      .limit(LOOKED_AT)
      .toArray(),
  ]);
  return [
    ...completed.map((order) => ({ order, day: day(order.completedAt!) })),
    ...shipped
      .filter(
        ({ completedAt, status }) => completedAt === null && (status === 'shipped' || status === 'completed'),
      )
      .map((order) => ({ order, day: addDays(day(order.shippedAt!), ON_THE_WAY_DAYS) })),
  ]
    .filter(
      ({ order, day: on }) => !order.deleted && order.status !== 'refunded' && on >= from && on <= until,
    )
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** Who was asked within the month, or is going to be. */
async function visited(
  { db, world }: OpenBook,
  buyerIds: readonly string[],
  today: Day,
): Promise<ReadonlySet<string>> {
  const since = addDays(today, -VISIT_WITHIN_DAYS);
  const visits = await db.visits
    .where('buyerId')
    .anyOf([...buyerIds])
    .toArray();
  return new Set(
    visits
      .filter(({ deleted, state, askedAt, answeredAt }) => {
        if (deleted) return false;
        const at = askedAt ?? answeredAt;
        return state === 'planned' || (at !== null && dayOf(Date.parse(at), world.timeZone) >= since);
      })
      .map(({ buyerId }) => buyerId),
  );
}
