import { type ConditionFacts, NO_FACTS } from '@shared/records/condition';
import type { Session } from '../state/session';
import { conversationKey } from '../state/subject';

/** What conditions are held against, with what only the panel knows: that this buyer's chat is open now. */
export function withChat(facts: ConditionFacts | undefined, session: Session): ConditionFacts {
  const shown = session.subject.value;
  const open = session.chat.value?.buyer;
  const here = shown.kind === 'buyer' && open && conversationKey(open) === shown.conversation;
  // The clock is looked at, not followed: a list that is drawn anew each second helps nobody.
  const chatAt = here ? new Date(session.now.peek()).toISOString() : null;
  return { ...(facts ?? NO_FACTS), chatAt };
}
