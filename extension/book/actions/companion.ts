import { newId } from '@shared/records/id';
import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import { meet, type Who } from '../who';
import { amend, record } from './common';

/**
 * Opens a file for somebody whose chat runs in a program nobody can follow (J24). Who has one already keeps it.
 */
export function openFile(book: OpenBook, who: Who): Promise<Ack> {
  return record(book, 'open-file', who, () => []);
}

/**
 * Writes down that somebody waits, beside a chat that can't be followed. Who waits already is not written twice.
 *
 * @param since milliseconds since the epoch
 * @param exact the seller read it off the chat; otherwise they wait since they were seen
 */
export function addWaiting(
  book: OpenBook,
  who: Who,
  { platform, name, since, exact }: { platform: string; name: string; since: number; exact: boolean },
): Promise<Ack> {
  return book.commit({
    name: 'add-waiting',
    plan: async () => {
      const { buyerId, changes } = await meet(book, who);
      const theirs = await book.db.waits.where('buyerId').equals(buyerId).toArray();
      const waits = theirs.some(
        ({ deleted, answeredAt, leftAt }) => !deleted && answeredAt === null && leftAt === null,
      );
      if (waits) return { buyerId, changes: [] };
      const wait = creating('waits', newId(book.world), {
        buyerId,
        platform,
        name,
        startedAt: new Date(since).toISOString(),
        exact,
        place: null,
        answeredAt: null,
        leftAt: null,
      });
      return { buyerId, changes: [...changes, wait] };
    },
  });
}

/** Strikes somebody off the line that is kept by hand: answered, or gone without an answer. */
export function endWaiting(book: OpenBook, id: string, end: 'answered' | 'left'): Promise<Ack> {
  return amend(book, 'end-waiting', 'waits', id, (_, { at }) =>
    end === 'answered' ? { answeredAt: at } : { leftAt: at },
  );
}
