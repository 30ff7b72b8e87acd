import type { Ack } from '../ack';
import { creating, setting } from '../changes';
import type { OpenBook } from '../open';
import { byIds } from '../reads/rows';
import type { Who } from '../who';
import { record } from './common';

export interface WishInput {
  readonly what: string;
  readonly productId: string | null;
}

/** Notes what a buyer wished the shop had or did (P21). */
export function recordWish(book: OpenBook, who: Who, input: WishInput): Promise<Ack> {
  return record(book, 'record-wish', who, (buyerId, { id, at, by }) => [
    creating('wishes', id, { ...input, buyerId, notedAt: at, answer: '', by }),
  ]);
}

/** What the shop did about a wish, or about all wishes for the same thing. */
export function answerWish(book: OpenBook, ids: readonly string[], answer: string): Promise<Ack> {
  return book.commit({
    name: 'answer-wish',
    plan: async () => {
      const wishes = [...(await byIds(book.db.wishes, ids)).values()];
      const buyers = new Set(wishes.map(({ buyerId }) => buyerId));
      return {
        buyerId: buyers.size === 1 ? [...buyers][0]! : null,
        changes: wishes
          .filter((wish) => wish.answer !== answer)
          .map((wish) => setting('wishes', wish.id, { answer })),
      };
    },
  });
}
