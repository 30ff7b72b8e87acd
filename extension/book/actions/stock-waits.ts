import { addDays, type Day } from '@shared/calendar/day';
import type { Change } from '@shared/records/action';
import { allot, goodsKey, holdOver } from '@shared/records/allot';
import { newId } from '@shared/records/id';
import type { StockWait } from '@shared/records/stock-wait';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating, type FieldsOf, setting } from '../changes';
import type { OpenBook } from '../open';
import { careSettings } from '../reads/care-settings';
import { orderCounts } from '../reads/order-counts';
import type { Who } from '../who';
import { amend, momentOf, record } from './common';

export type StockWaitInput = Pick<
  FieldsOf<'stockWaits'>,
  'what' | 'productId' | 'kind' | 'quantity' | 'holdUntil'
>;

/**
 * Somebody waits for goods, asks the shop to get them, or has them held (P20). Who waits for a product says that
 * it is sold out, so that its coming back is noticed.
 */
export function recordStockWait(book: OpenBook, who: Who, input: StockWaitInput): Promise<Ack> {
  return record(book, 'record-stock-wait', who, async (buyerId, { id, at, by }) => [
    ...(input.kind === 'restock' ? await shelfChange(book, input.productId, true) : []),
    creating('stockWaits', id, {
      ...input,
      buyerId,
      askedAt: at,
      state: 'waiting',
      toldAt: null,
      settledAt: null,
      by,
    }),
  ]);
}

export interface BackInStock {
  /** The goods, as `goodsKey` writes them. */
  readonly goods: string;
  /** How many came; `null`: enough for all who wait. */
  readonly pieces: number | null;
  /** What each is told. `until` is the last day the goods are held for them, where they are held. */
  readonly text: (wait: StockWait, until: Day | null) => Promise<string> | string;
}

/**
 * The goods are back (P20): each who waits is served in the order they asked, a message is prepared for each, and
 * the product is no longer sold out. Where there is not enough, regulars come first and what they get is held for
 * them; the others stay in line.
 */
export function backInStock(book: OpenBook, input: BackInStock): Promise<Ack> {
  return book.commit({
    name: 'back-in-stock',
    plan: async () => {
      const waiting = (await book.db.stockWaits.where('state').equals('waiting').toArray()).filter(
        (wait) => !wait.deleted && wait.kind !== 'hold' && goodsKey(wait) === input.goods,
      );
      const orders = await orderCounts(
        book,
        waiting.map(({ buyerId }) => buyerId),
      );
      const { served, scarce } = allot(waiting, input.pieces, orders);
      const { holdDays } = await careSettings(book);
      const moment = await momentOf(book);
      const until = scarce ? addDays(moment.day, holdDays) : null;
      const changes: Change[] = [];
      for (const wait of served) {
        changes.push(setting('stockWaits', wait.id, { state: 'back', holdUntil: until ?? wait.holdUntil }));
        changes.push(
          creating('messages', newId(book.world), {
            buyerId: wait.buyerId,
            text: await input.text(wait, until),
            dueOn: moment.day,
            reason: 'back-in-stock',
            aboutId: wait.id,
            state: 'prepared',
            preparedAt: moment.at,
            sentAt: null,
            by: moment.by,
          }),
        );
      }
      return {
        buyerId: null,
        changes: [...changes, ...(await shelfChange(book, productOf(input.goods), false))],
      };
    },
  });
}

function productOf(goods: string): string | null {
  return goods.startsWith('product:') ? goods.slice('product:'.length) : null;
}

async function shelfChange(
  { db }: OpenBook,
  productId: string | null,
  soldOut: boolean,
): Promise<readonly Change[]> {
  const product = productId === null ? undefined : await db.products.get(productId);
  const differs = product && !product.deleted && product.soldOut !== soldOut;
  return differs ? [setting('products', product.id, { soldOut })] : [];
}

/** They were told, by whatever way. */
export function tellStockWait(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'tell-stock-wait', 'stockWaits', id, (wait, { at }) =>
    unsettled(wait, { state: 'told' as const, toldAt: at }),
  );
}

/** They bought it. */
export function boughtStockWait(book: OpenBook, id: string): Promise<Ack> {
  return settle(book, 'buy-stock-wait', id, 'bought');
}

/** Not wanted any more; what was held goes back on the shelf. */
export function releaseStockWait(book: OpenBook, id: string): Promise<Ack> {
  return settle(book, 'release-stock-wait', id, 'released');
}

function settle(
  book: OpenBook,
  name: 'buy-stock-wait' | 'release-stock-wait',
  id: string,
  state: 'bought' | 'released',
): Promise<Ack> {
  return book.commit({
    name,
    plan: async () => {
      const wait = await book.db.stockWaits.get(id);
      if (!wait || wait.deleted) return refuse('not-found', `stockWaits has no record ${id}`);
      const { at } = await momentOf(book);
      const fields = unsettled(wait, { state, settledAt: at });
      if ('ok' in fields) return fields;
      return {
        buyerId: wait.buyerId,
        changes: [setting('stockWaits', id, fields), ...(await untold(book, [id]))],
      };
    },
  });
}

/** Held longer: until the end of another day. */
export function holdLonger(book: OpenBook, id: string, until: Day): Promise<Ack> {
  return amend(book, 'hold-longer', 'stockWaits', id, (wait) => unsettled(wait, { holdUntil: until }));
}

/** Goods held long enough go back on the shelf with the new day; who was to be told of them is told no more. */
export function expireHolds(book: OpenBook, today: Day): Promise<Ack> {
  return book.commit({
    name: 'expire-holds',
    plan: async () => {
      const { at } = await momentOf(book);
      const open = await book.db.stockWaits.where('state').anyOf(['waiting', 'back', 'told']).toArray();
      const over = open.filter((wait) => !wait.deleted && holdOver(wait, today));
      return {
        buyerId: null,
        changes: [
          ...over.map(({ id }) => setting('stockWaits', id, { state: 'released', settledAt: at })),
          ...(await untold(
            book,
            over.map(({ id }) => id),
          )),
        ],
      };
    },
  });
}

/** The messages about these that never went out are let go. */
async function untold({ db }: OpenBook, ids: readonly string[]): Promise<readonly Change[]> {
  if (ids.length === 0) return [];
  const messages = await db.messages
    .where('aboutId')
    .anyOf([...ids])
    .toArray();
  return messages
    .filter(({ deleted, state }) => !deleted && state === 'prepared')
    .map(({ id }) => setting('messages', id, { state: 'released' }));
}

function unsettled<T extends object>(wait: StockWait, fields: T): T | Refusal {
  const over = wait.state === 'bought' || wait.state === 'released';
  return over ? refuse('invalid', `it is already ${wait.state}`) : fields;
}
