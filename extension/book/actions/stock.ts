import { newId } from '@shared/records/id';
import type { Money } from '@shared/text/money';
import type { Ack } from '../ack';
import { creating, removing } from '../changes';
import type { OpenBook } from '../open';
import { missing, present } from './common';

export interface StockInput {
  /** `null`: a new line. */
  readonly id: string | null;
  readonly name: string;
  readonly count: number;
  /** What one costs. */
  readonly cost: Money | null;
}

/** Sets a line of gift stock to what was counted. */
export function saveGiftStock(book: OpenBook, input: StockInput): Promise<Ack> {
  const { id, ...fields } = input;
  const change = creating('giftStock', id ?? newId(book.world), fields);
  return book.commit({ name: 'save-gift-stock', plan: { buyerId: null, changes: [change] } });
}

/** A gift that is no longer kept. Gifts promised from it stand as they were. */
export function removeGiftStock(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'remove-gift-stock',
    plan: async () => {
      if (!(await present(book, 'giftStock', id))) return missing('giftStock', id);
      return { buyerId: null, changes: [removing('giftStock', id)] };
    },
  });
}
