import { type Day, dayOf } from '@shared/calendar/day';
import type { Change } from '@shared/records/action';
import type { Discount } from '@shared/records/discount';
import type { Gift } from '@shared/records/gift';
import type { PreparedMessage } from '@shared/records/message';
import type { Promised } from '@shared/records/promise';
import type { Ack } from '../ack';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { momentOf } from './common';
import { promisedState } from './gifts';
import { settledFields } from './promises';

export type Sendable = Unsent['table'] | 'messages';
export type Unsent =
  | { readonly table: 'promises'; readonly record: Promised }
  | { readonly table: 'discounts'; readonly record: Discount }
  | { readonly table: 'gifts'; readonly record: Gift };

/** The same words were seen as the seller's own message, or one click says so (J2). */
export function markSent(book: OpenBook, table: Sendable, ids: readonly string[]): Promise<Ack> {
  return book.commit({
    name: 'mark-sent',
    plan: async () => {
      const { at } = await momentOf(book);
      const wanted = new Set(ids);
      if (table === 'messages') {
        // Fetched when it is needed: the panel starts without it.
        const { careChangesOfSent } = await import('./care-sent');
        const messages = (await filledMessages(book)).filter(({ id }) => wanted.has(id));
        return {
          buyerId: messages[0]?.buyerId ?? null,
          changes: [
            ...messages.map(({ id }) => setting('messages', id, { state: 'sent', sentAt: at })),
            ...(await careChangesOfSent(book, messages, at)),
          ],
        };
      }
      const sent = (await unsent(book)).filter((item) => item.table === table && wanted.has(item.record.id));
      const buyers = new Set(sent.map((item) => item.record.buyerId));
      return {
        buyerId: buyers.size === 1 ? [...buyers][0]! : null,
        changes: [
          ...(await Promise.all(sent.map((item) => sentChange(book, item, at)))),
          ...(await firstAnswers(book, sent, at)),
        ],
      };
    },
  });
}

/** A holding sentence that went out is the first answer to its complaint (J13). */
export async function firstAnswers(
  book: OpenBook,
  sent: readonly Unsent[],
  at: string,
): Promise<readonly Change[]> {
  const promises = sent.flatMap((item) => (item.table === 'promises' ? [item.record] : []));
  if (promises.every(({ complaintId }) => complaintId === null)) return [];
  // Fetched when it is needed: the panel starts without it.
  const { answersOfSent } = await import('./complaint-sent');
  return answersOfSent(book, promises, at);
}

/** What was filled on an earlier day and never sent is let go: nobody read it, so nobody waits for it (J2). */
export function dropUnsent(book: OpenBook, today: Day): Promise<Ack> {
  return book.commit({
    name: 'drop-unsent',
    plan: async () => {
      const { at } = await momentOf(book);
      const old = (await unsent(book)).filter(
        (item) => dayOf(Date.parse(item.record.saidAt), book.world.timeZone) < today,
      );
      // A prepared message was no promise: it stands ready again.
      const back = (await filledMessages(book)).filter(
        ({ filledAt }) => filledAt !== null && dayOf(Date.parse(filledAt), book.world.timeZone) < today,
      );
      return {
        buyerId: null,
        changes: [
          ...old.map((item) => droppedChange(item, at, today)),
          ...back.map(({ id }) => setting('messages', id, { state: 'prepared', filledAt: null })),
        ],
      };
    },
  });
}

/** Everything that was filled and not yet seen as sent. */
export async function unsent({ db }: OpenBook): Promise<readonly Unsent[]> {
  const [promises, discounts, gifts] = await Promise.all([
    db.promises.where('state').equals('to-be-sent').toArray(),
    db.discounts.where('state').equals('to-be-sent').toArray(),
    db.gifts.where('state').equals('to-be-sent').toArray(),
  ]);
  const all: readonly Unsent[] = [
    ...promises.map((record) => ({ table: 'promises', record }) as const),
    ...discounts.map((record) => ({ table: 'discounts', record }) as const),
    ...gifts.map((record) => ({ table: 'gifts', record }) as const),
  ];
  return all.filter((item) => !item.record.deleted);
}

async function filledMessages({ db }: OpenBook): Promise<readonly PreparedMessage[]> {
  const filled = await db.messages.where('state').equals('filled').toArray();
  return filled.filter(({ deleted }) => !deleted);
}

export async function sentChange(book: OpenBook, item: Unsent, at: string): Promise<Change> {
  if (item.table === 'promises') return setting('promises', item.record.id, { state: 'open' });
  if (item.table === 'gifts') {
    return setting(
      'gifts',
      item.record.id,
      await promisedState(book, item.record.buyerId, item.record.alone),
    );
  }
  return item.record.when === 'now'
    ? setting('discounts', item.record.id, { state: 'given', settledAt: at })
    : setting('discounts', item.record.id, { state: 'owed' });
}

function droppedChange({ table, record }: Unsent, at: string, today: Day): Change {
  if (table === 'promises') return setting(table, record.id, settledFields('released', at, today));
  return setting(table, record.id, { state: 'released', settledAt: at });
}
