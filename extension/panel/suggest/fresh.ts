import type { SeenMessage } from '@extension/messaging/chat-state';
import type { Day } from '@shared/calendar/day';

/** What was seen of one conversation since the panel stands beside it; in memory only. */
export interface Heard {
  readonly known: ReadonlySet<string>;
  /** Oldest first. */
  readonly fresh: readonly SeenMessage[];
}

const MOST_FRESH = 40;
const MOST_KNOWN = 1000;

const markOf = ({ id, text }: SeenMessage) => `${id}\n${text}`;

/**
 * Which messages are new. At the first look those dated today, and what the buyer said last where the page gives
 * no times: it may have come while another chat was open. From then on whatever comes behind the last known one;
 * older ones that scroll into the page are not new.
 *
 * @param dayOfInstant The shop's day of an instant in ms.
 */
export function hear(
  before: Heard | undefined,
  messages: readonly SeenMessage[],
  today: Day,
  dayOfInstant: (at: number) => Day,
): Heard | undefined {
  if (messages.length === 0) return before;
  const isToday = ({ at }: SeenMessage) => at !== null && dayOfInstant(at) === today;
  const marks = messages.map(markOf);
  const lastKnown = before ? marks.findLastIndex((mark) => before.known.has(mark)) : -1;
  const lastAnswer = messages.findLastIndex(({ side }) => side !== 'buyer');
  const isNew = (message: SeenMessage, index: number): boolean => {
    if (isToday(message)) return true;
    // A date that is not today's is an old message, wherever it stands.
    if (message.at !== null && !before) return false;
    return lastKnown >= 0 ? index > lastKnown : !before && index > lastAnswer;
  };
  const fresh = messages.filter(
    (message, index) => !before?.known.has(marks[index]!) && isNew(message, index),
  );
  return {
    known: new Set([...(before?.known ?? []), ...marks].slice(-MOST_KNOWN)),
    fresh: [...(before?.fresh ?? []), ...fresh].slice(-MOST_FRESH),
  };
}
