import { markSent } from '@extension/book/actions/sent';
import { markSentAs } from '@extension/book/actions/sent-as';
import type { BuyerView } from '@extension/book/reads/buyer';
import type { ChatState } from '@extension/messaging/chat-state';
import { useEffect, useRef } from 'preact/hooks';
import { usePanel } from '../state/context';
import type { BuyerSubject } from '../state/subject';
import { reallySent } from './really-sent';

const TABLES = ['promises', 'discounts', 'gifts'] as const;

/**
 * Filled texts that were changed a little before they were sent become said, in the words that went out (J2).
 *
 * @param chat The chat of this buyer; null while another one is open.
 */
export function useReallySent(subject: BuyerSubject, view: BuyerView | null, chat: ChatState | null): void {
  const { session, settings } = usePanel();
  const { book } = session;
  const marked = useRef(new Set<string>());
  const today = session.today.value;
  const { currency } = settings;
  useEffect(() => {
    if (!chat || !view || book.readOnly) return;
    const before = session.seenBeforeFill.get(subject.conversation ?? '') ?? null;
    const world = { today, currency };
    for (const table of TABLES) {
      const filled = view[table].filter(({ id, state }) => state === 'to-be-sent' && !marked.current.has(id));
      if (filled.length === 0) continue;
      for (const sent of reallySent(table, filled, chat.messages, before, world)) {
        marked.current.add(sent.id);
        void session.run(markSentAs(book, table, sent), { key: 'suggest.done.sentAs' });
      }
    }
    const messages = view.messages
      .filter(({ id, state }) => state === 'filled' && !marked.current.has(id))
      .map(({ id, text, filledAt, preparedAt }) => ({
        id,
        state: 'to-be-sent',
        quote: text,
        saidAt: filledAt ?? preparedAt,
      }));
    if (messages.length === 0) return;
    const ids = reallySent('messages', messages, chat.messages, before, world).map(({ id }) => id);
    if (ids.length === 0) return;
    for (const id of ids) marked.current.add(id);
    void session.run(markSent(book, 'messages', ids), { key: 'panel.done.messageSent' });
  }, [session, subject.conversation, chat, view, today, currency]);
}
