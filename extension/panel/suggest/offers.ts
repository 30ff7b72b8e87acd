import type { BuyerView } from '@extension/book/reads/buyer';
import { type Suggestion, suggestionsFor } from '@extension/chat/suggest';
import type { SeenMessage } from '@extension/messaging/chat-state';
import type { Day } from '@shared/calendar/day';
import { hasCommitment, hasFact, hasPerson } from './in-book';
import { settledKey } from './settled';

/** The sorts that become a record at one key; a price and a wait have places of their own. */
export type Offered = Extract<Suggestion, { readonly sort: 'commitment' | 'fact' | 'complaint' }>;

/** One thing on offer. */
export interface Offer {
  /** Under which it is never offered again. */
  readonly key: string;
  readonly said: Offered;
  /** Somebody behind the buyer, not the buyer, is what it tells about. */
  readonly person: string | null;
}

export interface OfferWorld {
  readonly today: Day;
  readonly currency: string;
  readonly conversation: string;
  /** The shop's day of an instant in ms. */
  readonly dayOfInstant: (at: number) => Day;
}

/** Before which other sorts one comes. */
export const RANK: Readonly<Record<Offered['sort'], number>> = { commitment: 0, complaint: 1, fact: 2 };

/** A message is read once, however often the page is drawn anew. */
const read = new WeakMap<SeenMessage, readonly Suggestion[]>();

const dayOfMessage = ({ at }: SeenMessage, { today, dayOfInstant }: OfferWorld) =>
  at === null ? today : dayOfInstant(at);

/**
 * Reads messages ahead of `offersOf`, one at a time, with room for the panel's own work between two of them.
 *
 * @returns whether there was any that had not been read
 */
export async function readAhead(messages: readonly SeenMessage[], world: OfferWorld): Promise<boolean> {
  const unread = messages.filter((message) => !read.has(message));
  for (const message of unread) {
    await new Promise((resolve) => setTimeout(resolve));
    const { currency } = world;
    read.set(message, suggestionsFor(message, { today: dayOfMessage(message, world), currency }));
  }
  return unread.length > 0;
}

/**
 * What the new messages of a conversation offer and the book does not hold yet: what the seller promised first,
 * then a complaint, then facts; the newest first. Days are reckoned from the day a message was written.
 */
export function offersOf(
  fresh: readonly SeenMessage[],
  view: BuyerView | null,
  settled: ReadonlySet<string>,
  world: OfferWorld,
): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const message of fresh.toReversed()) {
    const day = message.at === null ? null : dayOfMessage(message, world);
    for (const said of read.get(message) ?? []) {
      if (said.sort === 'price' || said.sort === 'waiting') continue;
      const key = settledKey(world.conversation, keyOf(said, day));
      const person = personOf(said, view);
      if (settled.has(key) || offers.has(key) || isInBook(said, message.at, view)) continue;
      offers.set(key, { key, said, person });
    }
  }
  return [...offers.values()].toSorted((a, b) => RANK[a.said.sort] - RANK[b.said.sort]);
}

/**
 * The same words on another day are another promise; where the page gives no times they are the same. One
 * complaint is asked about a day, in however many messages a buyer is angry.
 */
function keyOf(said: Offered, day: Day | null): string {
  if (said.sort === 'complaint') return `complaint ${day ?? ''}`;
  return said.sort === 'commitment' ? `${said.key} ${day ?? ''}` : said.key;
}

function isInBook(said: Offered, at: number | null, view: BuyerView | null): boolean {
  switch (said.sort) {
    case 'commitment':
      return hasCommitment(view, said.commitment, at);
    case 'fact':
      return hasFact(view, said.fact);
    case 'complaint':
      // One sheet at a time: what else they say belongs to it.
      return view?.complaints.some(({ state }) => state !== 'closed') ?? false;
  }
}

const OWN: ReadonlySet<string> = new Set(['date', 'recipient', 'pet', 'city']);

function personOf(said: Offered, view: BuyerView | null): string | null {
  if (said.sort !== 'fact' || OWN.has(said.fact.topic)) return null;
  const { whose } = said.fact;
  return whose !== null && !hasPerson(view, whose) ? whose : null;
}
