import type { Change } from '@shared/records/action';
import { erasedIds } from '@shared/records/erased-ids';
import type { Gift } from '@shared/records/gift';
import { derivedId } from '@shared/records/id';
import type { Order, OrderLink } from '@shared/records/order';
import { hasOrderExports, orderPlatform } from '@shared/records/platform';
import type { Ack } from '../ack';
import { creating, type FieldsOf, type NewFields, setting } from '../changes';
import type { OpenBook } from '../open';
import { orderNews } from '../order-news';
import { linksNamed, nameKey, nameOf, ordersNamed, unshipped } from '../reads/orders';
import { momentOf } from './common';
import { filesForBuyers } from './import-buyers';
import { keptByShipping } from './shipping';

/** An order as an import gives it: platform + number is its key. */
export type OrderInput = NewFields<'orders'>;

/** What of an import is taken: orders that are new, those that say more than the book knows, or both. */
export type Taking = 'both' | 'create' | 'update';

export interface ImportChoice {
  /** Given where the same part of an import may have to be repeated. */
  readonly id?: string;
  readonly taking?: Taking;
  /** Opens a file for every buyer the platform names by a key of its own. */
  readonly buyers?: boolean;
}

/**
 * Takes imported orders into the book, all of them or none. An order that is there already is brought up to
 * date; the same file twice changes nothing. What follows from it is part of the same action: whose order it
 * is (by the platform's own key), gifts that now have a parcel (J3), promises kept by shipping (J12). It never
 * makes anything due (J5).
 */
export function importOrders(
  book: OpenBook,
  orders: readonly OrderInput[],
  { id, taking = 'both', buyers = false }: ImportChoice = {},
): Promise<Ack> {
  return book.commit({
    ...(id === undefined ? {} : { id }),
    name: 'import-orders',
    plan: async () => {
      // The last row about an order is the newest word on it.
      const named = [...new Map(orders.map((order) => [nameKey(order), order])).values()];
      const all = await withoutErasedOrders(book, named);
      const { at } = await momentOf(book);
      const stored = byName(await ordersNamed(book, all.map(nameOf)));
      const latest =
        taking === 'both' ? all : all.filter((order) => stored.has(nameKey(order)) === (taking === 'update'));
      const found = await linksForImport(book, latest, at);
      const opened = buyers ? await filesForBuyers(book, latest, found, at) : { changes: [], links: [] };
      const links = { known: found.known, fresh: [...found.fresh, ...opened.links] };
      const owners = new Map([...links.known, ...links.fresh].map((link) => [nameKey(link), link.buyerId]));
      const ready = latest.filter((order) => unshipped(order) && owners.has(nameKey(order)));
      const shipped = latest.filter((order) => order.shippedAt !== null && owners.has(nameKey(order)));
      return {
        buyerId: null,
        changes: [
          ...opened.changes,
          ...latest.flatMap((order) => orderChange(order, stored.get(nameKey(order)))),
          ...links.fresh.map(({ id, ...link }) => creating('orderLinks', id, link)),
          ...(await packGifts(book, new Map(ready.map((o) => [owners.get(nameKey(o))!, o.number])))),
          ...(await keptByShipping(
            book,
            shipped.map((order) => ({ order, buyerId: owners.get(nameKey(order))! })),
          )),
        ],
      };
    },
  });
}

/** An old export must not bring back an order that was erased with its buyer. */
async function withoutErasedOrders(
  { db }: OpenBook,
  orders: readonly OrderInput[],
): Promise<readonly OrderInput[]> {
  const erasures = await db.erasures.toArray();
  if (erasures.length === 0) return orders;
  const erased = erasedIds(erasures);
  return orders.filter(({ platform, number }) => !erased(derivedId('order', platform, number)));
}

function orderChange(order: OrderInput, stored: Order | undefined): readonly Change[] {
  if (!stored) return [creating('orders', derivedId('order', order.platform, order.number), order)];
  const news = orderNews(order, stored);
  return Object.keys(news).length > 0 ? [setting('orders', stored.id, news)] : [];
}

export type FreshLink = FieldsOf<'orderLinks'> & { readonly id: string };

/** Links there are, and those that the platform's own buyer key now allows. A masked name never does. */
async function linksForImport(
  book: OpenBook,
  orders: readonly OrderInput[],
  linkedAt: string,
): Promise<{ readonly known: readonly OrderLink[]; readonly fresh: readonly FreshLink[] }> {
  const known = await linksNamed(book, orders.map(nameOf));
  const linked = new Set(known.map(nameKey));
  const seen = await seenElsewhere(
    book,
    orders.filter((order) => !linked.has(nameKey(order))),
  );
  const keyed = orders.filter((order) => order.buyerKey !== null && !linked.has(nameKey(order)));
  const wanted = keyed.map((order) => [order.platform, 'platform', order.buyerKey!]);
  const accounts =
    wanted.length > 0 ? await book.db.accounts.where('[platform+strength+key]').anyOf(wanted).toArray() : [];
  const owners = new Map(
    accounts.filter((account) => !account.deleted).map((a) => [`${a.platform} ${a.key}`, a.buyerId]),
  );
  const fresh = keyed.flatMap(({ platform, number, buyerKey }): readonly FreshLink[] => {
    const buyerId = owners.get(`${platform} ${buyerKey}`);
    if (seen.has(number)) return [];
    const id = derivedId('order-link', platform, number);
    return buyerId ? [{ id, platform, number, buyerId, how: 'import', linkedAt }] : [];
  });
  const found = orders.flatMap(({ platform, number }): readonly FreshLink[] => {
    const buyerId = linked.has(nameKey({ platform, number })) ? undefined : seen.get(number);
    const id = derivedId('order-link', platform, number);
    return buyerId ? [{ id, platform, number, buyerId, how: 'seen', linkedAt }] : [];
  });
  return { known, fresh: [...found, ...fresh] };
}

/** Whose these numbers are by what was seen on sites without exports; a number seen with two buyers is nobody's. */
async function seenElsewhere(
  book: OpenBook,
  orders: readonly OrderInput[],
): Promise<ReadonlyMap<string, string>> {
  const links = await book.db.orderLinks
    .where('number')
    .anyOf(orders.map(({ number }) => number))
    .toArray();
  const owners = new Map<string, string | null>();
  for (const { deleted, platform, number, buyerId } of links) {
    if (deleted || hasOrderExports(platform)) continue;
    const before = owners.get(number);
    owners.set(number, before === undefined || before === buyerId ? buyerId : null);
  }
  return new Map([...owners].filter((entry): entry is [string, string] => entry[1] !== null));
}

/**
 * Says whose orders these numbers are (J1): seen in an identified buyer's chat, or linked by the seller's
 * click, which outweighs what was seen. A number not known before is the buyer's new order, so a gift that
 * waits for one goes with it, unless the book knows that the order has left already.
 */
export function linkOrders(
  book: OpenBook,
  buyerId: string,
  platform: string,
  numbers: readonly string[],
  how: OrderLink['how'],
): Promise<Ack> {
  return book.commit({
    name: 'link-orders',
    plan: async () => {
      const names = await namesSeen(book, orderPlatform(platform), [...new Set(numbers)]);
      const known = byName(await linksNamed(book, names.map(nameOf)));
      const orders = byName(await ordersNamed(book, names.map(nameOf)));
      const { at } = await momentOf(book);
      const fresh = names.filter((name) => !known.has(nameKey(name)));
      const moved = names.flatMap((name) => {
        const link = known.get(nameKey(name));
        return link && how === 'seller' && link.buyerId !== buyerId ? [link] : [];
      });
      const open = fresh.filter((name) => {
        const order = orders.get(nameKey(name));
        return !order || unshipped(order);
      });
      const newest = open.at(-1);
      return {
        buyerId,
        changes: [
          ...fresh.map((name) =>
            creating('orderLinks', derivedId('order-link', name.platform, name.number), {
              ...name,
              buyerId,
              how,
              linkedAt: at,
            }),
          ),
          ...moved.map((link) => setting('orderLinks', link.id, { buyerId, how, linkedAt: at })),
          ...(newest ? await packGifts(book, new Map([[buyerId, newest.number]])) : []),
        ],
      };
    },
  });
}

/**
 * What the numbers seen on a site are the names of. A site without exports of its own shows orders of some
 * platform: the one order in the book with that number says which.
 */
async function namesSeen(book: OpenBook, platform: string, numbers: readonly string[]) {
  if (hasOrderExports(platform)) return numbers.map((number) => ({ platform, number }));
  const orders = (
    await book.db.orders
      .where('number')
      .anyOf([...numbers])
      .toArray()
  ).filter((o) => !o.deleted);
  return numbers.map((number) => {
    const same = orders.filter((order) => order.number === number);
    return { platform: same.length === 1 ? same[0]!.platform : platform, number };
  });
}

/** Gifts of these buyers that waited for an order go with it (J3). */
async function packGifts(book: OpenBook, orderOf: ReadonlyMap<string, string>): Promise<readonly Change[]> {
  if (orderOf.size === 0) return [];
  const gifts: readonly Gift[] = await book.db.gifts.where('state').equals('waiting-for-order').toArray();
  return gifts.flatMap((gift) => {
    const orderNumber = orderOf.get(gift.buyerId);
    if (gift.deleted || orderNumber === undefined) return [];
    return [setting('gifts', gift.id, { state: 'to-pack', orderNumber })];
  });
}

function byName<T extends { readonly platform: string; readonly number: string }>(
  rows: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [nameKey(row), row]));
}
