import type { Day } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import type { PreparedMessage } from '@shared/records/message';
import { MESSAGES_A_WEEK, messagesNow } from '@shared/records/messages-due';
import type { OpenBook } from '../open';
import { byIds } from './rows';
import { setting } from './settings';

export interface DueMessage {
  readonly message: PreparedMessage;
  readonly buyer: Buyer;
}

/**
 * Prepared messages that may go out today, over all buyers: at most `messagesPerWeek` proactive ones each (J5).
 * Found by index; nothing grows with the number of buyers.
 */
export async function messagesDue(book: OpenBook, today: Day): Promise<readonly DueMessage[]> {
  const { db, world } = book;
  const due = await db.messages
    .where('dueOn')
    .belowOrEqual(today)
    .filter(({ state, deleted }) => state === 'prepared' && !deleted)
    .toArray();
  const ids = [...new Set(due.map(({ buyerId }) => buyerId))];
  const [buyers, all, perWeek] = await Promise.all([
    byIds(db.buyers, ids),
    db.messages.where('buyerId').anyOf(ids).toArray(),
    setting(book, 'messagesPerWeek', MESSAGES_A_WEEK),
  ]);
  return [...buyers.values()].flatMap((buyer) => {
    const mine = all.filter(({ buyerId, deleted }) => buyerId === buyer.id && !deleted);
    const { mayBeWritten } = buyer;
    return messagesNow(mine, today, { timeZone: world.timeZone, perWeek, mayBeWritten }).map((message) => ({
      message,
      buyer,
    }));
  });
}

export interface ReadyMessages {
  readonly due: readonly PreparedMessage[];
  readonly filled: readonly PreparedMessage[];
}

/** What stands ready for one buyer today, and what was filled and not yet seen as sent. */
export async function messagesFor(
  book: OpenBook,
  buyer: Pick<Buyer, 'id' | 'mayBeWritten'>,
  today: Day,
): Promise<ReadyMessages> {
  const { db, world } = book;
  const mine = (await db.messages.where('buyerId').equals(buyer.id).toArray()).filter(
    ({ deleted }) => !deleted,
  );
  const perWeek = await setting(book, 'messagesPerWeek', MESSAGES_A_WEEK);
  const { mayBeWritten } = buyer;
  return {
    due: messagesNow(mine, today, { timeZone: world.timeZone, perWeek, mayBeWritten }),
    filled: mine.filter(({ state }) => state === 'filled'),
  };
}
