import { newId } from '@shared/records/id';
import type { Money } from '@shared/text/money';
import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';

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
