import type { COMPLAINT_CAUSES, Complaint } from '@shared/records/complaint';
import type { Money } from '@shared/text/money';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating, type FieldsOf, setting } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, type Moment, missing, momentOf, present, record } from './common';
import { oneDayAfter } from './complaint-clock';
import { answered, unclosed } from './complaint-state';
import { stepChange } from './steps';

export interface ComplaintInput {
  readonly what: string;
  readonly cause: (typeof COMPLAINT_CAUSES)[number];
  readonly cost: Money | null;
  readonly orderNumber: string | null;
  readonly responsible?: string;
}

/** Transit damage has a claim on the courier beside it (J13); nothing of it is known yet. */
const NO_CLAIM = { checked: null, claimUntil: null, claimedAt: null, number: '' } as const;

/** Opens a complaint (P14); the remedy is to be reported back within a day. */
export function recordComplaint(book: OpenBook, who: Who, input: ComplaintInput): Promise<Ack> {
  return record(book, 'record-complaint', who, async (buyerId, { id, at, by }) => [
    creating('complaints', id, {
      ...input,
      buyerId,
      state: 'open',
      openedAt: at,
      firstAnswerAt: null,
      remedy: '',
      remedyAt: null,
      closedAt: null,
      by,
      remedyDue: await oneDayAfter(book, at),
      courier: input.cause === 'transit' ? NO_CLAIM : null,
    }),
  ]);
}

/** What is known by now; the buyer's own words stay as they were written down. */
export type ComplaintFacts = Partial<
  Pick<Complaint, 'cause' | 'responsible' | 'bornBy' | 'cost' | 'orderNumber' | 'recovery'>
>;

/** Fills in the sheet (P14): the cause, whose doing it was, who bore it, what it cost, what was given beyond (P16). */
export function editComplaint(book: OpenBook, id: string, facts: ComplaintFacts): Promise<Ack> {
  return amend(book, 'edit-complaint', 'complaints', id, ({ courier }) => ({
    ...facts,
    ...(facts.cause === 'transit' && courier === null ? { courier: NO_CLAIM } : {}),
  }));
}

/** The buyer was answered; the remedy may still take its time (J13). */
export function acknowledgeComplaint(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'acknowledge-complaint', 'complaints', id, (complaint, { at }) =>
    unclosed(complaint, answered(complaint, at)),
  );
}

/** Passed up the same day (P14): the cause can't be found, or the goods are at fault. */
export function escalateComplaint(book: OpenBook, id: string, text: string): Promise<Ack> {
  return withStep(book, 'escalate-complaint', id, (complaint, moment) => ({
    fields: unclosed(complaint, { escalatedAt: moment.at }),
    step: { kind: 'escalated', text },
  }));
}

/** The buyer says it is well. Nobody else can close a complaint; they are asked once more a day later. */
export function closeComplaint(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'close-complaint',
    plan: async () => {
      const complaint = await present(book, 'complaints', id);
      if (!complaint) return missing('complaints', id);
      const { at } = await momentOf(book);
      const callBackDue = await oneDayAfter(book, at);
      const fields = unclosed(complaint, { state: 'closed', closedAt: at, callBackDue } as const);
      if ('ok' in fields) return fields;
      return { buyerId: complaint.buyerId, changes: [setting('complaints', id, fields)] };
    },
  });
}

/** The buyer was asked again after closing, and said this (P14). */
export function callBackComplaint(book: OpenBook, id: string, text: string): Promise<Ack> {
  return withStep(book, 'call-back-complaint', id, (complaint, { at }) => ({
    fields:
      complaint.state === 'closed'
        ? { calledBackAt: at }
        : refuse('invalid', `the complaint is ${complaint.state}, not closed`),
    step: { kind: 'call-back', text },
  }));
}

/** It is not well after all: the complaint is open again, with a new day for the remedy. */
export function reopenComplaint(book: OpenBook, id: string, text: string): Promise<Ack> {
  return book.commit({
    name: 'reopen-complaint',
    plan: async () => {
      const complaint = await present(book, 'complaints', id);
      if (!complaint) return missing('complaints', id);
      const { buyerId, state } = complaint;
      if (state !== 'closed' && state !== 'unconfirmed') {
        return refuse('invalid', `the complaint is ${state}, it is open as it is`);
      }
      const moment = await momentOf(book);
      const again = {
        state: 'acknowledged',
        closedAt: null,
        callBackDue: null,
        calledBackAt: null,
        remedyAt: null,
        remedyDue: await oneDayAfter(book, moment.at),
      } as const;
      const step = { about: 'complaints', aboutId: id, channel: 'chat', effect: '' } as const;
      return {
        buyerId,
        changes: [
          setting('complaints', id, again),
          stepChange(book, buyerId, moment, { ...step, kind: 'reopened', text }),
        ],
      };
    },
  });
}

/** The line about the courier (J13): was the parcel checked before it was signed for, by when and whether it was claimed. */
export type CourierFacts = Partial<Omit<NonNullable<Complaint['courier']>, 'claimedAt'>>;

export function noteCourierClaim(
  book: OpenBook,
  id: string,
  facts: CourierFacts,
  claimed?: boolean,
): Promise<Ack> {
  return amend(book, 'note-courier-claim', 'complaints', id, ({ courier }, { at }) => {
    const before = courier ?? NO_CLAIM;
    const claimedAt = claimed === undefined ? before.claimedAt : claimed ? at : null;
    return { courier: { ...before, ...facts, claimedAt } };
  });
}

interface Done {
  readonly fields: Partial<FieldsOf<'complaints'>> | Refusal;
  readonly step: { readonly kind: string; readonly text: string };
}

/** Changes a complaint and writes down the step of it, in one action. */
function withStep(
  book: OpenBook,
  name: 'escalate-complaint' | 'call-back-complaint',
  id: string,
  work: (complaint: Complaint, moment: Moment) => Done,
): Promise<Ack> {
  return book.commit({
    name,
    plan: async () => {
      const complaint = await present(book, 'complaints', id);
      if (!complaint) return missing('complaints', id);
      const moment = await momentOf(book);
      const { fields, step } = work(complaint, moment);
      if ('ok' in fields) return fields;
      const { buyerId } = complaint;
      const about = { about: 'complaints', aboutId: id, channel: 'chat', effect: '' } as const;
      return {
        buyerId,
        changes: [
          setting('complaints', id, fields),
          stepChange(book, buyerId, moment, { ...about, ...step }),
        ],
      };
    },
  });
}
