import type { ChatState, SeenMessage } from '@extension/messaging/chat-state';
import { dayOf } from '@shared/calendar/day';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import type { Session } from '../state/session';
import { type Heard, hear } from './fresh';
import { type OfferWorld, readAhead } from './offers';

/** What was heard in the conversations of this evening, for as long as the panel is open. */
const heardIn = new WeakMap<Session, Map<string, Heard>>();
const MOST_CONVERSATIONS = 200;

function memoryOf(session: Session): Map<string, Heard> {
  const memory = heardIn.get(session) ?? new Map<string, Heard>();
  heardIn.set(session, memory);
  return memory;
}

/** What days and sums in this conversation's messages mean. */
export function useOfferWorld(conversation: string): OfferWorld {
  const { session, settings } = usePanel();
  const today = session.today.value;
  const { timeZone } = session.book.world;
  const { currency } = settings;
  return useMemo(
    () => ({ today, currency, conversation, dayOfInstant: (at) => dayOf(at, timeZone) }),
    [today, currency, conversation, timeZone],
  );
}

/**
 * The new messages of a conversation, oldest first, as far as they have been read; undefined before the first
 * look.
 *
 * @param chat The chat that shows it; null while another one is open.
 */
export function useHeard(chat: ChatState | null, world: OfferWorld): readonly SeenMessage[] | undefined {
  const { session } = usePanel();
  const { conversation } = world;
  const [fresh, setFresh] = useState<readonly SeenMessage[]>();
  useEffect(() => {
    if (!chat) return;
    const memory = memoryOf(session);
    const heard = hear(memory.get(conversation), chat.messages, world.today, world.dayOfInstant);
    if (!heard) return;
    memory.delete(conversation);
    memory.set(conversation, heard);
    for (const key of memory.keys()) if (memory.size > MOST_CONVERSATIONS) memory.delete(key);
    let here = true;
    void readAhead(heard.fresh, world).then((wasNew) => {
      if (here) setFresh((before) => (wasNew || before === undefined ? heard.fresh : before));
    });
    return () => {
      here = false;
    };
  }, [session, conversation, chat, world]);
  return fresh;
}
