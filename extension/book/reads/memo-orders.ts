import type { Buyer } from '@shared/records/buyer';
import type { Order } from '@shared/records/order';
import type { OpenBook } from '../open';
import { livingBuyers } from './merged';
import { linksNamed, nameKey, nameOf } from './orders';

/** What was decided about a line of an order's memo stands in a setting of its own under this prefix. */
export const MEMO_SETTING = 'memo/';

export interface MemoOrder {
  readonly order: Order;
  /** `null`: nobody knows yet whose order it is. */
  readonly buyer: Buyer | null;
}

export interface Memos {
  readonly orders: readonly MemoOrder[];
  /** Keys of lines that were decided on before. */
  readonly decided: ReadonlySet<string>;
}

/** Imported orders in whose memo the shop wrote something (J17), newest first. Walks all orders: not for a live view. */
export async function memoOrders(book: OpenBook): Promise<Memos> {
  const { db } = book;
  const orders = await db.orders.filter(({ sellerMemo, deleted }) => sellerMemo !== '' && !deleted).toArray();
  const links = new Map(
    (await linksNamed(book, orders.map(nameOf))).map((link) => [nameKey(link), link.buyerId] as const),
  );
  const buyers = await livingBuyers(db, [...links.values()]);
  const prefix = `setting:${MEMO_SETTING}`;
  const decided = await db.settings.where('id').startsWith(prefix).toArray();
  return {
    orders: orders
      .map((order) => ({ order, buyer: buyers.get(links.get(nameKey(order)) ?? '') ?? null }))
      .sort((a, b) => ((a.order.createdAt ?? '') < (b.order.createdAt ?? '') ? 1 : -1)),
    decided: new Set(decided.filter(({ deleted }) => !deleted).map(({ id }) => id.slice(prefix.length))),
  };
}

/** The newest import of orders; `null` before the first. A cheap question, for a view that stays open. */
export async function lastImport({ db }: OpenBook): Promise<string | null> {
  const [id] = await db.actions
    .where('[name+stamp]')
    .between(['import-orders', ''], ['import-orders', '\uffff'])
    .reverse()
    .limit(1)
    .primaryKeys();
  return id ?? null;
}
