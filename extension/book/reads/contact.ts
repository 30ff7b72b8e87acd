import { type Day, dayOf } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import { lastProactive, quietDays, tooSoon } from '@shared/records/contact';
import type { PreparedMessage } from '@shared/records/message';
import { MESSAGES_A_WEEK } from '@shared/records/messages-due';
import type { OpenBook } from '../open';
import { byIds } from './rows';
import { setting } from './settings';

/** Complaints that still wait for the shop or for the buyer's word. */
export const OPEN_COMPLAINTS = ['open', 'acknowledged', 'remedied'] as const;

/** About which of these records a message stands prepared or filled: they are on their way already. */
export async function spokenFor({ db }: OpenBook, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const messages = await db.messages
    .where('aboutId')
    .anyOf([...new Set(ids)])
    .toArray();
  return new Set(
    messages.flatMap(({ deleted, state, aboutId }) =>
      !deleted && (state === 'prepared' || state === 'filled') && aboutId !== null ? [aboutId] : [],
    ),
  );
}

/** The last day on which each of some buyers was written to unasked, or is going to be. */
export async function lastWritten(
  { db, world }: OpenBook,
  buyerIds: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  const messages = await db.messages
    .where('buyerId')
    .anyOf([...new Set(buyerIds)])
    .filter(({ deleted }) => !deleted)
    .toArray();
  const own = new Map<string, PreparedMessage[]>();
  for (const message of messages) own.set(message.buyerId, [...(own.get(message.buyerId) ?? []), message]);
  const days = new Map<string, Day>();
  for (const [buyerId, theirs] of own) {
    const last = lastProactive(theirs, (moment) => dayOf(Date.parse(moment), world.timeZone));
    if (last !== null) days.set(buyerId, last);
  }
  return days;
}

/** Buyers with a complaint open: other news is due to them first. */
export async function complaining({ db }: OpenBook): Promise<ReadonlySet<string>> {
  const open = await db.complaints
    .where('state')
    .anyOf([...OPEN_COMPLAINTS])
    .toArray();
  return new Set(open.filter(({ deleted }) => !deleted).map(({ buyerId }) => buyerId));
}

/** The buyers of these ids who may be kept in touch with: in the book, real, not merged into another file. */
export async function reachable(
  { db }: OpenBook,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Buyer>> {
  const buyers = await byIds(db.buyers, ids);
  return new Map([...buyers].filter(([, buyer]) => !buyer.sample && buyer.mergedInto === null));
}

/** Days of quiet this shop keeps between two messages written unasked (J5). */
export async function quietFor(book: OpenBook): Promise<number> {
  return quietDays(await setting(book, 'messagesPerWeek', MESSAGES_A_WEEK));
}

/** Of these buyers, those who may be written to unasked today (J5): they allow it, nothing is open, and it is not too soon. */
export async function writable(
  book: OpenBook,
  buyers: ReadonlyMap<string, Buyer>,
  today: Day,
): Promise<ReadonlySet<string>> {
  const [written, busy, quiet] = await Promise.all([
    lastWritten(book, [...buyers.keys()]),
    complaining(book),
    quietFor(book),
  ]);
  return new Set(
    [...buyers.values()]
      .filter(({ id, mayBeWritten }) => mayBeWritten && !busy.has(id))
      .filter(({ id }) => !tooSoon(written.get(id) ?? null, today, quiet))
      .map(({ id }) => id),
  );
}
