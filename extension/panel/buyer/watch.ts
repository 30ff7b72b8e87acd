import { linkOrders } from '@extension/book/actions/orders';
import { markSent } from '@extension/book/actions/sent';
import type { BuyerView } from '@extension/book/reads/buyer';
import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../state/session';
import type { BuyerSubject } from '../state/subject';
import { conversationKey } from '../state/subject';
import { sentIds } from './sent';

const NONE: ReadonlySet<string> = new Set();
const TABLES = ['promises', 'discounts', 'gifts'] as const;

/** Whether the chat now shows the conversation this buyer was opened from. */
function openChat(session: Session, subject: BuyerSubject) {
  const chat = session.chat.value;
  if (!chat?.buyer || subject.conversation === null) return null;
  return conversationKey(chat.buyer) === subject.conversation ? chat : null;
}

/** Filled texts that now stand as the seller's own message become said (J2). */
export function useSentMarks(session: Session, subject: BuyerSubject, view: BuyerView | null): void {
  const marked = useRef(new Set<string>());
  const chat = openChat(session, subject);
  useEffect(() => {
    if (!chat || !view) return;
    const before = session.seenBeforeFill.get(subject.conversation ?? '') ?? NONE;
    for (const table of TABLES) {
      const ids = sentIds(view[table], chat.messages, before).filter((id) => !marked.current.has(id));
      if (ids.length === 0) continue;
      for (const id of ids) marked.current.add(id);
      void session.run(markSent(session.book, table, [...ids]), { key: 'panel.done.seenSent' });
    }
    const filled = view.messages.map(({ id, state, text, filledAt, preparedAt }) => ({
      id,
      state: state === 'filled' ? 'to-be-sent' : state,
      quote: text,
      saidAt: filledAt ?? preparedAt,
    }));
    const sent = sentIds(filled, chat.messages, before).filter((id) => !marked.current.has(id));
    if (sent.length === 0) return;
    for (const id of sent) marked.current.add(id);
    void session.run(markSent(session.book, 'messages', sent), { key: 'panel.done.messageSent' });
  }, [session, subject.conversation, chat, view]);
}

/**
 * Order numbers seen with a buyer known by a strong key make those orders theirs, in past and later imports
 * (J1). A name alone never links: names collide.
 */
export function useLinkedOrders(session: Session, subject: BuyerSubject, view: BuyerView | null): void {
  const linked = useRef(new Set<string>());
  const chat = openChat(session, subject);
  useEffect(() => {
    const strong = subject.strength === 'platform' || subject.strength === 'url';
    if (!chat || !view || !strong || subject.platform === null) return;
    const fresh = chat.orderNumbers.filter((number) => !linked.current.has(`${subject.platform}/${number}`));
    if (fresh.length === 0) return;
    for (const number of fresh) linked.current.add(`${subject.platform}/${number}`);
    void linkOrders(session.book, view.buyer.id, subject.platform, [...fresh], 'seen').then((ack) => {
      if (!ack.ok) session.trouble(`records.refused.${ack.reason}`, { detail: ack.detail });
    });
  }, [session, subject.platform, subject.strength, chat, view]);
}
