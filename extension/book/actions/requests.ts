import { addDays, type Day, dayOf } from '@shared/calendar/day';
import { REQUEST_DAYS, type RequestKind } from '@shared/records/privacy';
import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import { amend, momentOf } from './common';

export interface NewRequest {
  readonly kind: Exclude<RequestKind, 'retention'>;
  /** Who asks, in the seller's words. */
  readonly who: string;
  readonly aboutId: string | null;
  /** The day it was asked; the answer is due a month later. */
  readonly askedOn: Day;
  readonly note: string;
}

/** Writes down what somebody asks about their data, and by when it is to be answered. */
export function noteRequest(book: OpenBook, request: NewRequest): Promise<Ack> {
  return book.commit({
    name: 'note-request',
    plan: async () => {
      const { id, by } = await momentOf(book);
      const { askedOn, ...fields } = request;
      const at = `${askedOn}T12:00:00Z`;
      const dueOn = addDays(askedOn, REQUEST_DAYS);
      return { buyerId: null, changes: [creating('requests', id, { ...fields, at, dueOn, records: 0, by })] };
    },
  });
}

/** It was answered; `records`: how many were handed out, where that was counted. */
export function settleRequest(book: OpenBook, id: string, records = 0): Promise<Ack> {
  return amend(book, 'settle-request', 'requests', id, (_, { at }) => ({ doneAt: at, records }));
}

/** Somebody was handed everything about themselves without a request on paper: the log says so too. */
export function noteHandedOut(
  book: OpenBook,
  buyer: { readonly id: string; readonly name: string },
  records: number,
): Promise<Ack> {
  return book.commit({
    name: 'settle-request',
    plan: async () => {
      const { id, at, by } = await momentOf(book);
      const open = await book.db.requests
        .filter((one) => !one.deleted && one.kind === 'access' && !one.doneAt && one.aboutId === buyer.id)
        .toArray();
      if (open.length > 0) {
        const set = { doneAt: at, records };
        return { buyerId: null, changes: open.map((one) => ({ table: 'requests', id: one.id, set })) };
      }
      const told = { kind: 'access', who: buyer.name, aboutId: buyer.id, at, doneAt: at } as const;
      const dueOn = dayOf(Date.parse(at), book.world.timeZone);
      return { buyerId: null, changes: [creating('requests', id, { ...told, dueOn, records, by })] };
    },
  });
}

/** The owner looked at an old file and keeps it: it is asked about again after as many months as before. */
export function keepOldBuyer(
  book: OpenBook,
  buyer: { readonly id: string; readonly name: string },
): Promise<Ack> {
  return book.commit({
    name: 'keep-old-buyer',
    plan: async () => {
      const { id, at, by } = await momentOf(book);
      const told = { kind: 'retention', who: buyer.name, aboutId: buyer.id, at, doneAt: at } as const;
      return { buyerId: null, changes: [creating('requests', id, { ...told, records: 0, by })] };
    },
  });
}
