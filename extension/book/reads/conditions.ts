import { addDays, type Day } from '@shared/calendar/day';
import {
  type ConditionFacts,
  fallsDue,
  type GoodsBack,
  NO_FACTS,
  type OrderFact,
} from '@shared/records/condition';
import type { Envelope } from '@shared/records/envelope';
import type { Order, OrderLink } from '@shared/records/order';
import type { Product } from '@shared/records/product';
import type { Promised } from '@shared/records/promise';
import { stampTime } from '@shared/records/stamp';
import type { StockWait } from '@shared/records/stock-wait';
import type { OpenBook } from '../open';
import { linksOf, nameKey, nameOf, ordersNamed } from './orders';
import { byIds } from './rows';

/** Numbers that stand on the page are linked within this time of the buyer's being met. */
const MEETING_MS = 5000;
const CAME_BACK: ReadonlySet<StockWait['state']> = new Set(['back', 'told', 'bought']);

/** When a field was last written in this book: that is when the book learned of it. `''` when it does not say. */
function writtenAt({ stamps }: Pick<Envelope, 'stamps'>, field: string): string {
  const stamp = stamps[field];
  return stamp === undefined ? '' : new Date(stampTime(stamp)).toISOString();
}

/** What the conditions of these buyers' promises can be held against; the chat is the panel's to say. */
export async function conditionFacts(
  book: OpenBook,
  promises: readonly Promised[],
): Promise<ReadonlyMap<string, ConditionFacts>> {
  const ids = [...new Set(promises.filter(isConditional).map((promise) => promise.buyerId))];
  if (ids.length === 0) return new Map();
  const { db } = book;
  const [links, parcels, buyers] = await Promise.all([
    linksOf(book, ids),
    db.parcels.where('buyerId').anyOf(ids).toArray(),
    byIds(db.buyers, ids),
  ]);
  const orders = new Map((await ordersNamed(book, links.map(nameOf))).map((one) => [nameKey(one), one]));
  const wanted = promises.filter(({ due }) => due.on === 'back-in-stock').map(({ saidAt }) => saidAt);
  const goodsBack = wanted.length > 0 ? await goods(book, wanted.toSorted()[0]!) : [];
  return new Map(
    ids.map((id) => {
      const met = buyers.get(id);
      // Written once, when the file is opened; the day itself is written again when two files become one.
      const metAt = met ? writtenAt(met, 'deleted') : '';
      const mine = parcels.filter((one) => !one.deleted && one.buyerId === id && one.shippedAt !== null);
      const facts: ConditionFacts = {
        ...NO_FACTS,
        orders: links
          .filter((link) => link.buyerId === id)
          .map((link) => orderFact(link, orders.get(nameKey(link)), metAt, mine)),
        sentAlone: mine.flatMap((one) => (one.orderNumber === null && one.shippedAt ? [one.shippedAt] : [])),
        goodsBack,
        timeZone: book.world.timeZone,
      };
      return [id, facts];
    }),
  );
}

function orderFact(
  link: OrderLink,
  order: Order | undefined,
  metAt: string,
  parcels: readonly { readonly orderNumber: string | null; readonly shippedAt: string | null }[],
): OrderFact {
  const parcel = parcels.find((one) => one.orderNumber === link.number)?.shippedAt ?? null;
  const shippedAt = order?.shippedAt ?? parcel;
  const linked = Date.parse(link.linkedAt);
  return {
    number: link.number,
    madeAt: order ? (order.createdAt ?? order.paidAt) : null,
    // The later of the two: the order without its buyer, or the number without its order, says nothing yet.
    knownAt: later(link.linkedAt, order ? writtenAt(order, 'number') : ''),
    status: order?.status ?? 'unknown',
    shippedAt,
    shippingKnownAt: order?.shippedAt
      ? later(order.shippedAt, writtenAt(order, 'shippedAt'))
      : (parcel ?? ''),
    metWith: metAt !== '' && linked - Date.parse(metAt) < MEETING_MS,
  };
}

function later(a: string, b: string): string {
  return b > a ? b : a;
}

/** Goods marked as back: by their card, or by the list of those who wait. */
async function goods(book: OpenBook, since: string): Promise<readonly GoodsBack[]> {
  const { db } = book;
  const [products, waits, returns] = await Promise.all([
    db.products.toArray(),
    db.stockWaits
      .where('state')
      .anyOf([...CAME_BACK])
      .toArray(),
    returnsOf(book, since),
  ]);
  const cards = new Map(products.filter((card) => !card.deleted).map((card) => [card.id, card]));
  const namesOf = (card: Product) => [card.name, ...card.aliases];
  return [
    ...[...cards.values()]
      .filter((card) => !card.soldOut && returns.has(card.id))
      .map((card) => ({ names: namesOf(card), backAt: returns.get(card.id)! })),
    ...waits
      .filter((wait) => !wait.deleted)
      .map((wait) => {
        const card = wait.productId === null ? undefined : cards.get(wait.productId);
        const backAt = writtenAt(wait, 'state') || wait.toldAt || wait.settledAt || '';
        return { names: [wait.what, ...(card ? namesOf(card) : [])], backAt };
      }),
  ];
}

const RETURNS = ['mark-in-stock', 'back-in-stock', 'save-product'] as const;

/**
 * When each product last turned from sold out to there, by the history: its card alone does not tell a return
 * from a card that never was sold out.
 */
async function returnsOf({ db }: OpenBook, since: string): Promise<ReadonlyMap<string, string>> {
  const from = Date.parse(since).toString(16).padStart(12, '0');
  const found = await Promise.all(
    RETURNS.map((name) => db.actions.where('[name+stamp]').between([name, from], [name, '\uffff']).toArray()),
  );
  const returns = new Map<string, string>();
  for (const { at, changes, inverse } of found.flat()) {
    const were = new Set(inverse.filter(({ set }) => set.soldOut === true).map(({ id }) => id));
    for (const { table, id, set } of changes) {
      if (table !== 'products' || set.soldOut !== false || !were.has(id)) continue;
      if (at > (returns.get(id) ?? '')) returns.set(id, at);
    }
  }
  return returns;
}

/** Whether a promise waits for something else than a day. */
export function isConditional({ state, due }: Pick<Promised, 'state' | 'due'>): boolean {
  return state === 'open' && due.on !== 'day' && due.on !== 'open';
}

/** Open promises that wait for something, found by index. */
export async function waitingPromises({ db }: OpenBook): Promise<readonly Promised[]> {
  const found = await db.promises
    .where('[state+due.on]')
    .anyOf(
      ['next-order', 'back-in-stock', 'shipped'].map((on) => ['open', on]), // The next chat is the panel's to see.
    )
    .toArray();
  return found.filter((promise) => !promise.deleted);
}

/**
 * Promises whose condition has come up by a day, each with the day it falls due in place of its condition: one
 * that came up without a day of its own is due today.
 */
export async function cameUp(book: OpenBook, today: Day, ahead: number): Promise<readonly Promised[]> {
  const waiting = await waitingPromises(book);
  const facts = await conditionFacts(book, waiting);
  const until = addDays(today, ahead);
  return waiting.flatMap((promise): readonly Promised[] => {
    const falls = fallsDue(promise, facts.get(promise.buyerId) ?? NO_FACTS);
    if (falls === null || falls.day > until) return [];
    const day = falls.firm || falls.day > today ? falls.day : today;
    return [{ ...promise, due: { on: 'day', day } }];
  });
}
