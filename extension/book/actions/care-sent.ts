import { lunarToSolar } from '@shared/calendar/lunar-to-solar';
import type { Change } from '@shared/records/action';
import { nextOccurrence } from '@shared/records/coming-date';
import type { PreparedMessage } from '@shared/records/message';
import { setting } from '../changes';
import type { OpenBook } from '../open';

/**
 * What follows when messages were sent: the date they were about is seen to, the supply is told of, the wait is
 * told, the visit is asked. Part of the action that marks them sent, so that one undo takes all of it back.
 */
export async function careChangesOfSent(
  book: OpenBook,
  messages: readonly PreparedMessage[],
  at: string,
): Promise<readonly Change[]> {
  const changes = await Promise.all(messages.map((message) => followUp(book, message, at)));
  return changes.flat();
}

async function followUp(book: OpenBook, message: PreparedMessage, at: string): Promise<readonly Change[]> {
  const { aboutId, reason } = message;
  if (aboutId === null) return [];
  switch (reason) {
    case 'greeting':
      return dateSeen(book, message);
    case 'run-out': {
      const supply = await book.db.supplies.get(aboutId);
      return supply && !supply.deleted ? [setting('supplies', aboutId, { toldAt: at })] : [];
    }
    case 'back-in-stock': {
      const wait = await book.db.stockWaits.get(aboutId);
      const open = wait && !wait.deleted && wait.state === 'back';
      return open ? [setting('stockWaits', aboutId, { state: 'told', toldAt: at })] : [];
    }
    case 'visit': {
      const visit = await book.db.visits.get(aboutId);
      const open = visit && !visit.deleted && visit.state === 'planned';
      return open ? [setting('visits', aboutId, { state: 'asked', askedAt: at })] : [];
    }
    default:
      return [];
  }
}

/** The greeting was prepared for its day or before it: the first occurrence from then on is the one it was for. */
async function dateSeen(book: OpenBook, message: PreparedMessage): Promise<readonly Change[]> {
  const date = await book.db.dates.get(message.aboutId ?? '');
  if (!date || date.deleted) return [];
  const on = nextOccurrence(date, message.dueOn, lunarToSolar);
  const news = on !== null && (date.greetedFor === null || date.greetedFor < on);
  return news ? [setting('dates', date.id, { greetedFor: on })] : [];
}
