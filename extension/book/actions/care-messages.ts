import { newId } from '@shared/records/id';
import type { Ack } from '../ack';
import { creating, setting } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { momentOf, record } from './common';
import type { MessageInput } from './messages';

/**
 * The words were put into the reply box at once, without having been prepared for a day. One that was prepared
 * for the same thing is the one that was filled.
 */
export function fillNewMessage(book: OpenBook, who: Who, input: MessageInput): Promise<Ack> {
  return record(book, 'fill-message', who, async (buyerId, { id, at, by }) => {
    const mine = await book.db.messages.where('buyerId').equals(buyerId).toArray();
    const same = mine.find(
      ({ deleted, state, aboutId }) =>
        !deleted && state === 'prepared' && aboutId !== null && aboutId === input.aboutId,
    );
    const filled = { text: input.text, state: 'filled', filledAt: at } as const;
    if (same) return [setting('messages', same.id, filled)];
    const fresh = { ...input, ...filled, buyerId, preparedAt: at, sentAt: null, by };
    return [creating('messages', id, fresh)];
  });
}

/** One of many messages prepared at once. */
export interface ManyMessage extends MessageInput {
  readonly buyerId: string;
}

/** Prepares the same occasion for many buyers: one action, so that one undo takes all of it back. */
export function prepareForMany(book: OpenBook, messages: readonly ManyMessage[]): Promise<Ack> {
  return book.commit({
    name: 'prepare-message',
    plan: async () => {
      const { at, by } = await momentOf(book);
      const fresh = { state: 'prepared', preparedAt: at, sentAt: null, by } as const;
      return {
        buyerId: null,
        changes: messages.map((message) => creating('messages', newId(book.world), { ...message, ...fresh })),
      };
    },
  });
}
