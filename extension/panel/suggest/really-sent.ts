import { commitmentsIn } from '@extension/chat/suggest';
import type { ReadingWorld } from '@extension/chat/suggest/types';
import type { SeenMessage } from '@extension/messaging/chat-state';
import { parseDue } from '@shared/calendar/phrases';
import type { Due } from '@shared/records/promise';
import type { Money } from '@shared/text/money';
import { matchKey } from '@shared/text/normalize';
import { findOffs } from '@shared/text/off';
import { CLOCK_SLACK_MS } from '../buyer/sent';
import { alike } from './alike';

/** Below this share of common pairs a message is another sentence, not the filled one with small changes. */
const SAME_SENTENCE = 0.6;
/** The page's messages come cut at 400 characters: the rest of a longer one is not known. */
const WHOLE = 380;

export type Table = 'promises' | 'discounts' | 'gifts' | 'messages';

/** A filled text that was changed before it was sent, with what was sent in its place. */
export interface ReallySent {
  readonly id: string;
  readonly words: string;
  /** The day that now holds; left out where the words name the same or none. */
  readonly due?: Due;
  readonly amount?: Money | null;
  readonly percentOff?: number | null;
}

/** A record as far as its words are concerned. */
export interface Filled {
  readonly id: string;
  readonly state: string;
  readonly quote: string;
  readonly saidAt: string;
  readonly kind?: string;
  readonly due?: Due;
}

/**
 * Filled texts that the seller changed a little and sent (J2): the likest own message that came after the fill.
 * A message that binds to something else ("refund" for "ship") is another deed and is left alone.
 *
 * @param seenBefore Messages that stood there when the text was filled; null when nobody knows any more: then
 *   only messages with a time are held against it.
 */
export function reallySent(
  table: Table,
  filled: readonly Filled[],
  messages: readonly SeenMessage[],
  seenBefore: ReadonlySet<string> | null,
  world: ReadingWorld,
): readonly ReallySent[] {
  const own = messages.filter(
    ({ side, id, at }) => side === 'seller' && (seenBefore ? !seenBefore.has(id) : at !== null),
  );
  const exact = new Set(filled.map(({ quote }) => matchKey(quote)));
  const edited = own.filter(({ text }) => !exact.has(matchKey(text)));
  const taken = new Set<string>();
  return filled.flatMap((record): readonly ReallySent[] => {
    if (record.state !== 'to-be-sent' || own.some(({ text }) => matchKey(text) === matchKey(record.quote)))
      return [];
    const from = Date.parse(record.saidAt) - CLOCK_SLACK_MS;
    const [best] = edited
      .filter(({ id, at }) => !taken.has(id) && (at === null || at >= from))
      .map((message) => ({
        message,
        score: alike(record.quote.slice(0, message.text.length < WHOLE ? undefined : WHOLE), message.text),
      }))
      .filter(
        ({ score, message }) => score >= SAME_SENTENCE && bindsAlike(table, record.kind, message.text, world),
      )
      .toSorted((a, b) => b.score - a.score);
    if (!best) return [];
    taken.add(best.message.id);
    const { text } = best.message;
    const words = text.length < WHOLE ? text : record.quote;
    return [{ id: record.id, words, ...changed(table, record, text, world) }];
  });
}

const TABLE_OF = { promise: 'promises', discount: 'discounts', gift: 'gifts' } as const;

function bindsAlike(table: Table, kind: string | undefined, text: string, world: ReadingWorld): boolean {
  // A prepared message binds to whatever it binds to; its sentence is all there is to compare.
  const bound = table === 'messages' ? [] : commitmentsIn(text, world);
  if (bound.length === 0) return true;
  return bound.some(
    (one) =>
      TABLE_OF[one.table] === table &&
      (one.table !== 'promise' || one.kind === kind || kind === 'other' || one.kind === 'other'),
  );
}

/** What the new words say otherwise: the day of a promise, what a discount takes off. */
function changed(
  table: Table,
  { due, quote }: Filled,
  words: string,
  { today, currency }: ReadingWorld,
): Omit<ReallySent, 'id' | 'words'> {
  if (table === 'promises') {
    const now = parseDue(words, today)?.due;
    const before = parseDue(quote, today)?.due;
    // A day typed into the form's own field stands unless the sent words name another than the filled ones did.
    const same = now === undefined || JSON.stringify(now) === JSON.stringify(before ?? due);
    return same ? {} : { due: now };
  }
  if (table !== 'discounts') return {};
  const now = findOffs(words, currency)[0];
  return now ? { amount: now.amount, percentOff: now.percentOff } : {};
}
