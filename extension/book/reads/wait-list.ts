import { goodsKey, inOrderAsked } from '@shared/records/allot';
import type { Buyer } from '@shared/records/buyer';
import type { Product } from '@shared/records/product';
import type { Promised } from '@shared/records/promise';
import { isOf } from '@shared/records/run-out';
import type { StockWait } from '@shared/records/stock-wait';
import type { OpenBook } from '../open';
import { reachable } from './contact';
import { orderCounts } from './order-counts';
import { byIds } from './rows';

/** One who waits. */
export interface WaitLine {
  readonly wait: StockWait;
  readonly buyer: Buyer;
  /** Orders they made so far. */
  readonly orders: number;
}

/** Everybody who waits for the same goods. */
export interface WaitGroup {
  /** As `goodsKey` writes it. */
  readonly goods: string;
  readonly what: string;
  readonly product: Product | null;
  /** Not told yet, in the order they asked. */
  readonly waiting: readonly WaitLine[];
  /** Being told, or told and not yet settled. */
  readonly told: readonly WaitLine[];
  /** Held without having been sold out. */
  readonly held: readonly WaitLine[];
  /** Promises that fall due when these goods are back. */
  readonly promises: readonly { readonly promise: Promised; readonly buyer: Buyer }[];
}

/** The register of who waits for what (P20), the goods most wanted first. */
export async function waitList(book: OpenBook): Promise<readonly WaitGroup[]> {
  const { db } = book;
  const [stored, open] = await Promise.all([
    db.stockWaits.where('state').anyOf(['waiting', 'back', 'told']).toArray(),
    db.promises.where('state').equals('open').toArray(),
  ]);
  const waits = inOrderAsked(stored.filter(({ deleted }) => !deleted));
  const promised = open.filter(({ deleted, due }) => !deleted && due.on === 'back-in-stock');
  const ids = [...waits, ...promised].map(({ buyerId }) => buyerId);
  const [buyers, orders, products] = await Promise.all([
    reachable(book, ids),
    orderCounts(book, ids),
    byIds(
      db.products,
      waits.flatMap(({ productId }) => productId ?? []),
    ),
  ]);
  const groups = new Map<string, WaitLine[]>();
  for (const wait of waits) {
    const buyer = buyers.get(wait.buyerId);
    if (!buyer) continue;
    const goods = goodsKey(wait);
    groups.set(goods, [...(groups.get(goods) ?? []), { wait, buyer, orders: orders.get(buyer.id) ?? 0 }]);
  }
  return [...groups]
    .map(([goods, lines]): WaitGroup => {
      const first = lines[0]!.wait;
      const product = products.get(first.productId ?? '') ?? null;
      const names = product ? [product.name, ...product.aliases] : [first.what];
      const pending = ({ wait }: WaitLine) => wait.state === 'waiting' && wait.kind !== 'hold';
      return {
        goods,
        what: product?.name ?? first.what,
        product,
        waiting: lines.filter(pending),
        told: lines.filter(({ wait }) => wait.state !== 'waiting'),
        held: lines.filter(({ wait }) => wait.state === 'waiting' && wait.kind === 'hold'),
        promises: promised.flatMap((promise) => {
          const buyer = buyers.get(promise.buyerId);
          const about = promise.due.on === 'back-in-stock' ? `${promise.due.what} ${promise.what}` : '';
          return buyer && isOf(about, names) ? [{ promise, buyer }] : [];
        }),
      };
    })
    .sort((a, b) => b.waiting.length - a.waiting.length || a.what.localeCompare(b.what));
}
