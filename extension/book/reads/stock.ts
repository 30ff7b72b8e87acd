import type { Gift, GiftStock } from '@shared/records/gift';
import type { OpenBook } from '../open';

const PROMISED: ReadonlySet<Gift['state']> = new Set(['to-be-sent', 'waiting-for-order', 'to-pack']);

/** Every line of gift stock, by name. */
export async function giftStock({ db }: OpenBook): Promise<readonly GiftStock[]> {
  const lines = await db.giftStock.toArray();
  return lines.filter((line) => !line.deleted).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A line of gift stock, and how much of it is spoken for. */
export interface OnShelf {
  readonly line: GiftStock;
  /** Promised and not yet packed: these are not free to give again. */
  readonly promised: number;
}

/** The gift stock as it stands on the shelf, by name. Gifts that were given are not looked at, however many. */
export async function giftShelf(book: OpenBook): Promise<readonly OnShelf[]> {
  const [lines, gifts] = await Promise.all([
    giftStock(book),
    book.db.gifts
      .where('state')
      .anyOf([...PROMISED])
      .toArray(),
  ]);
  return lines.map((line) => ({
    line,
    promised: gifts.filter(({ stockId, deleted }) => stockId === line.id && !deleted).length,
  }));
}

/** A line of gift stock with what became of it. */
export interface StockUse extends OnShelf {
  /** Put into parcels so far. */
  readonly given: number;
  /** How it was received, newest first. */
  readonly received: readonly string[];
}

/** The whole gift stock with its use, by name. */
export async function giftStockUse(book: OpenBook): Promise<readonly StockUse[]> {
  const lines = await giftStock(book);
  const gifts = await book.db.gifts
    .where('stockId')
    .anyOf(lines.map(({ id }) => id))
    .toArray();
  return lines.map((line) => {
    const mine = gifts.filter(({ stockId, deleted }) => stockId === line.id && !deleted);
    return {
      line,
      given: mine.filter(({ state }) => state === 'packed').length,
      promised: mine.filter(({ state }) => PROMISED.has(state)).length,
      received: mine
        .filter(({ received }) => received !== '')
        .toSorted((a, b) => (a.saidAt < b.saidAt ? 1 : -1))
        .map(({ received }) => received),
    };
  });
}
