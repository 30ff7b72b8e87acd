import type { SeenMessage } from '@extension/messaging/chat-state';
import { matchKey } from '@shared/text/normalize';

interface Unsent {
  readonly id: string;
  readonly state: string;
  readonly quote: string;
  readonly saidAt: string;
}

/** Chat pages show minutes, so a message sent right away may seem to be up to a minute older than the fill. */
export const CLOCK_SLACK_MS = 90_000;

/**
 * Which filled texts the seller has sent since: the same words stand as the seller's own message, and they did
 * not stand there before.
 *
 * @param seenBefore Ids of the messages that were there when the text was filled.
 */
export function sentIds(
  unsent: readonly Unsent[],
  messages: readonly SeenMessage[],
  seenBefore: ReadonlySet<string>,
): readonly string[] {
  const own = messages
    .filter(({ side, id }) => side === 'seller' && !seenBefore.has(id))
    .map(({ text, at }) => ({ key: matchKey(text), at }));
  return unsent
    .filter(({ state, quote, saidAt }) => {
      const key = matchKey(quote);
      const from = Date.parse(saidAt) - CLOCK_SLACK_MS;
      return (
        state === 'to-be-sent' &&
        key !== '' &&
        own.some((message) => message.key === key && (message.at === null || message.at >= from))
      );
    })
    .map(({ id }) => id);
}
