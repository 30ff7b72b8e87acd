import { isAskingForAnswer, priceAskIn } from './asks';
import { commitmentsIn } from './commitments';
import { complaintIn } from './complaints';
import { factsIn } from './facts';
import type { Commitment, ComplaintSign, Fact, PriceAsk, ReadingWorld } from './types';

export { isAskingForAnswer, priceAskIn } from './asks';
export { commitmentsIn } from './commitments';
export { complaintIn } from './complaints';
export { type DraftHint, draftHints, type KeptRecord, type ShopRecord } from './draft';
export { factsIn } from './facts';
export { promisesInMemo } from './memo';
export type {
  Cause,
  Commitment,
  ComplaintSign,
  Fact,
  FactTopic,
  PriceAsk,
  ReadingWorld,
  SaidDate,
} from './types';

/** One thing worth offering at one key. */
export type Suggestion =
  | { readonly sort: 'commitment'; readonly key: string; readonly commitment: Commitment }
  | { readonly sort: 'fact'; readonly key: string; readonly fact: Fact }
  | { readonly sort: 'complaint'; readonly key: string; readonly complaint: ComplaintSign }
  | { readonly sort: 'price'; readonly key: string; readonly ask: PriceAsk }
  | { readonly sort: 'waiting'; readonly key: string };

/** A message as the chat page shows it; sides that are not known are never read. */
export interface ReadMessage {
  readonly side: 'buyer' | 'seller' | 'system' | 'unknown';
  readonly text: string;
}

/**
 * Everything one message suggests: promises from the seller's own, facts, complaints and wishes from the buyer's.
 * Pure and bounded: nothing is stored, nothing leaves the computer, and a message of any length takes
 * milliseconds. Whoever shows them keeps the keys that were taken or waved away, and leaves those out.
 *
 * @param settled Keys already taken or waved away: never offered twice.
 */
export function suggestionsFor(
  message: ReadMessage,
  world: ReadingWorld,
  settled: ReadonlySet<string> = new Set(),
): readonly Suggestion[] {
  const all = message.side === 'seller' ? ofSeller(message.text, world) : ofBuyer(message, world);
  return all.filter(({ key }) => !settled.has(key));
}

function ofSeller(text: string, world: ReadingWorld): readonly Suggestion[] {
  return commitmentsIn(text, world).map((commitment) => ({
    sort: 'commitment',
    key: commitment.key,
    commitment,
  }));
}

function ofBuyer({ side, text }: ReadMessage, world: ReadingWorld): readonly Suggestion[] {
  if (side !== 'buyer') return [];
  const complaint = complaintIn(text);
  const ask = priceAskIn(text, world);
  return [
    ...(complaint ? [{ sort: 'complaint', key: complaint.key, complaint } as const] : []),
    ...factsIn(text, world).map((fact) => ({ sort: 'fact', key: fact.key, fact }) as const),
    ...(ask ? [{ sort: 'price', key: ask.key, ask } as const] : []),
    ...(isAskingForAnswer(text) ? [{ sort: 'waiting', key: 'waiting' } as const] : []),
  ];
}
