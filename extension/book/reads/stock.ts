import type { Gift, GiftStock } from '@shared/records/gift';
import type { OpenBook } from '../open';

/** Every line of gift stock, by name. */
export async function giftStock({ db }: OpenBook): Promise<readonly GiftStock[]> {
  const lines = await db.giftStock.toArray();
  return lines.filter((line) => !line.deleted).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A line of gift stock with what became of it. */
export interface StockUse {
  readonly line: GiftStock;
  /** Put into parcels so far. */
  readonly given: number;
  /** Promised and not yet packed: these are not free to give again. */
  readonly promised: number;
  /** How it was received, newest first. */
  readonly received: readonly string[];
}

const PROMISED: ReadonlySet<Gift['state']> = new Set(['to-be-sent', 'waiting-for-order', 'to-pack']);

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
