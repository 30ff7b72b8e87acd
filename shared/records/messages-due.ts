import { addDays, type Day, dayOf } from '../calendar/day';
import type { MessageReason, PreparedMessage } from './message';

/** Proactive messages a buyer may get in seven days (J5); a setting of the shop. */
export const MESSAGES_A_WEEK = 1;

/** Days after its day that a proactive message may still go out: a greeting weeks late is worse than none. */
export const MESSAGE_HOLDS_DAYS = 7;

/** The buyer asked for these or is waiting: they are owed, and no cap holds them back. */
const OWED: ReadonlySet<MessageReason> = new Set(['back-in-stock', 'delay', 'queue']);

/** Whether the shop writes of its own accord, not as an answer that is owed. */
export function isProactive({ reason }: Pick<PreparedMessage, 'reason'>): boolean {
  return !OWED.has(reason);
}

type Dated = Pick<PreparedMessage, 'reason' | 'state' | 'dueOn' | 'sentAt' | 'filledAt'>;

/**
 * The messages to one buyer that may go out today, what is owed first, then by day. Proactive ones only as many
 * as are left of the week's share, and none where the buyer did not allow it; the others wait.
 *
 * @param messages All messages to this buyer, of any state.
 * @example messagesNow([{ reason: 'greeting', state: 'prepared', dueOn: '2026-11-23', sentAt: null, filledAt: null }], '2026-11-22', { timeZone: 'UTC' }) // => []
 */
export function messagesNow<Message extends Dated>(
  messages: readonly Message[],
  today: Day,
  {
    timeZone,
    perWeek = MESSAGES_A_WEEK,
    mayBeWritten = true,
  }: { readonly timeZone: string; readonly perWeek?: number; readonly mayBeWritten?: boolean },
): readonly Message[] {
  const weekAgo = addDays(today, -7);
  const spent = messages.filter((message) => {
    const at =
      message.state === 'sent' ? message.sentAt : message.state === 'filled' ? message.filledAt : null;
    return isProactive(message) && at !== null && dayOf(Date.parse(at), timeZone) > weekAgo;
  }).length;
  const due = messages
    .filter(({ state, dueOn }) => state === 'prepared' && dueOn <= today)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const fresh = (one: Message) => one.dueOn >= addDays(today, -MESSAGE_HOLDS_DAYS);
  const left = mayBeWritten ? Math.max(0, perWeek - spent) : 0;
  return [
    ...due.filter((one) => !isProactive(one)),
    ...due.filter((one) => isProactive(one) && fresh(one)).slice(0, left),
  ];
}
