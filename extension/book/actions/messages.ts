import type { Day } from '@shared/calendar/day';
import type { MessageReason, PreparedMessage } from '@shared/records/message';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, record } from './common';

export interface MessageInput {
  /** The whole text as it will be filled, variables already replaced. */
  readonly text: string;
  /** The first day it may go out. */
  readonly dueOn: Day;
  readonly reason: MessageReason;
  /** The date, the supply, the rule … it comes from. */
  readonly aboutId: string | null;
}

/**
 * Prepares a message for a day (P11, P22): on that day it stands in the buyer's panel, one key fills it. The
 * same text for the same thing and day is not prepared twice.
 */
export function prepareMessage(book: OpenBook, who: Who, input: MessageInput): Promise<Ack> {
  return record(book, 'prepare-message', who, async (buyerId, { id, at, by }) => {
    const mine = await book.db.messages.where('buyerId').equals(buyerId).toArray();
    if (mine.some((message) => isSame(message, input))) return [];
    const fresh = { buyerId, state: 'prepared', preparedAt: at, sentAt: null, by } as const;
    return [creating('messages', id, { ...input, ...fresh })];
  });
}

function isSame(message: PreparedMessage, { text, dueOn, reason, aboutId }: MessageInput): boolean {
  if (message.deleted || message.dueOn !== dueOn || message.reason !== reason) return false;
  return aboutId === null ? message.text === text : message.aboutId === aboutId;
}

/** The words are in the reply box; whether they were sent is seen or said later (J2). */
export function fillMessage(book: OpenBook, id: string, text: string): Promise<Ack> {
  return amend(book, 'fill-message', 'messages', id, (message, { at }) =>
    standing(message, { state: 'filled', filledAt: at, text }),
  );
}

/** Not to be sent after all. */
export function releaseMessage(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'release-message', 'messages', id, (message) =>
    standing(message, { state: 'released' }),
  );
}

function standing<T extends object>(message: PreparedMessage, fields: T): T | Refusal {
  const open = message.state === 'prepared' || message.state === 'filled';
  return open ? fields : refuse('invalid', `the message is already ${message.state}`);
}
