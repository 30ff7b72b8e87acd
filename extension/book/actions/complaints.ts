import type { COMPLAINT_CAUSES, Complaint } from '@shared/records/complaint';
import type { Money } from '@shared/text/money';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, record } from './common';

export interface ComplaintInput {
  readonly what: string;
  readonly cause: (typeof COMPLAINT_CAUSES)[number];
  readonly cost: Money | null;
  readonly orderNumber: string | null;
}

/** Opens a complaint (P14). */
export function recordComplaint(book: OpenBook, who: Who, input: ComplaintInput): Promise<Ack> {
  return record(book, 'record-complaint', who, (buyerId, { id, at, by }) => [
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
    }),
  ]);
}

/** The buyer was answered; the remedy may still take its time (J13). */
export function acknowledgeComplaint(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'acknowledge-complaint', 'complaints', id, (complaint, { at }) =>
    unclosed(complaint, {
      state: complaint.state === 'remedied' ? 'remedied' : 'acknowledged',
      firstAnswerAt: complaint.firstAnswerAt ?? at,
    }),
  );
}

/** What was done about it. A remedy is an answer too. */
export function remedyComplaint(book: OpenBook, id: string, remedy: string): Promise<Ack> {
  return amend(book, 'remedy-complaint', 'complaints', id, (complaint, { at }) =>
    unclosed(complaint, {
      state: 'remedied',
      remedy,
      remedyAt: at,
      firstAnswerAt: complaint.firstAnswerAt ?? at,
    }),
  );
}

/** The buyer says it is well. Nobody else can close a complaint. */
export function closeComplaint(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'close-complaint', 'complaints', id, (complaint, { at }) =>
    unclosed(complaint, { state: 'closed', closedAt: at }),
  );
}

function unclosed<T extends object>(complaint: Complaint, fields: T): T | Refusal {
  return complaint.state === 'closed' ? refuse('invalid', 'the complaint is already closed') : fields;
}
