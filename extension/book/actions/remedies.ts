import { dayOf } from '@shared/calendar/day';
import type { Place } from '@shared/records/fields';
import type { Due } from '@shared/records/promise';
import type { Money } from '@shared/text/money';
import type { Ack } from '../ack';
import { creating, type NewFields, setting } from '../changes';
import type { OpenBook } from '../open';
import { missing, momentOf, present } from './common';
import { answered, unclosed } from './complaint-state';

/** What a remedy may owe the buyer: goods sent anew, money back, or something else that is still to be done. */
export const REMEDY_KINDS = ['replace', 'refund', 'other'] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** What follows from a remedy. */
export interface RemedyOwed {
  /** `null`: all was done at once, nothing is owed any more. */
  readonly kind: RemedyKind | null;
  readonly due: Due;
  /** What it costs the shop; stands in the promise and on the sheet. */
  readonly cost: Money | null;
  /** Given beyond what was asked for (P16). */
  readonly recovery: string;
  /** The words that tell the buyer, where they were filled into the reply: the promise is to be sent (J2). */
  readonly told?: { readonly quote: string; readonly where: Place | null };
}

const NOTHING_OWED: RemedyOwed = { kind: null, due: { on: 'open' }, cost: null, recovery: '' };
const NOT_TOLD = { quote: '', where: null } as const;

/**
 * What was done about it. A remedy is an answer too. What it still owes is a promise (J12): money back by a day,
 * or goods sent anew, which travel as a parcel without an order.
 */
export function remedyComplaint(
  book: OpenBook,
  id: string,
  remedy: string,
  owed: RemedyOwed = NOTHING_OWED,
): Promise<Ack> {
  return book.commit({
    name: 'remedy-complaint',
    plan: async () => {
      const complaint = await present(book, 'complaints', id);
      if (!complaint) return missing('complaints', id);
      const { id: promiseId, at, by } = await momentOf(book);
      const { buyerId } = complaint;
      const fields = unclosed(complaint, {
        ...answered(complaint, at),
        state: 'remedied',
        remedy,
        remedyAt: at,
        ...(owed.cost ? { cost: owed.cost } : {}),
        ...(owed.recovery ? { recovery: owed.recovery } : {}),
      } as const);
      if ('ok' in fields) return fields;
      const changes = [setting('complaints', id, fields)];
      if (owed.kind !== null) {
        const said: Said = { buyerId, complaintId: id, saidAt: at, by, ...(owed.told ?? NOT_TOLD) };
        changes.push(
          creating('promises', promiseId, {
            ...promised(said),
            what: remedy,
            kind: owed.kind,
            state: owed.told ? 'to-be-sent' : 'open',
            due: owed.due,
            cost: owed.cost,
            // Goods sent anew go without an order; money back is about the one that went wrong.
            orderNumber: owed.kind === 'replace' ? null : complaint.orderNumber,
          }),
        );
      }
      return { buyerId, changes };
    },
  });
}

/** The holding sentence as it stands in the reply box. */
export interface Holding {
  readonly text: string;
  /** What is promised by it. */
  readonly what: string;
  readonly where: Place | null;
}

/**
 * The holding sentence was filled in (J13): until it is seen as sent it is a promise to be sent (J2), due with the
 * remedy; sent, it is the first answer (`answersOfSent`).
 */
export function holdComplaint(book: OpenBook, id: string, { text, what, where }: Holding): Promise<Ack> {
  return book.commit({
    name: 'hold-complaint',
    plan: async () => {
      const complaint = await present(book, 'complaints', id);
      if (!complaint) return missing('complaints', id);
      const open = unclosed(complaint, {});
      if ('ok' in open) return open;
      const { id: promiseId, at, by } = await momentOf(book);
      const { buyerId, remedyDue, orderNumber } = complaint;
      const due: Due = remedyDue
        ? { on: 'day', day: dayOf(Date.parse(remedyDue), book.world.timeZone) }
        : { on: 'open' };
      const said: Said = { buyerId, complaintId: id, saidAt: at, by, quote: text, where };
      const promise = creating('promises', promiseId, {
        ...promised(said),
        what,
        kind: 'tell',
        state: 'to-be-sent',
        due,
        cost: null,
        orderNumber,
      });
      return { buyerId, changes: [promise] };
    },
  });
}

type Said = Pick<NewFields<'promises'>, 'buyerId' | 'complaintId' | 'saidAt' | 'by' | 'quote' | 'where'>;

function promised(said: Said) {
  return { ...said, settledAt: null, settledOn: null, source: 'remedy' } as const;
}
