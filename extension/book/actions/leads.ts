import type { Day } from '@shared/calendar/day';
import type { Lead, LeadStage } from '@shared/records/lead';
import type { STEP_CHANNELS } from '@shared/records/step';
import type { Money } from '@shared/text/money';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating, type FieldsOf } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, missing, momentOf, present, record } from './common';

export interface LeadInput {
  /** What they looked at. */
  readonly what: string;
  readonly productId: string | null;
  readonly wishedPrice: Money | null;
  /** The day they expect to decide. */
  readonly expected: Day | null;
  readonly rival: string;
  readonly source: string;
  /** They allowed to be told of events and offers. */
  readonly mayBeTold: boolean;
}

/** Writes down that somebody asked and did not buy (P2, J18). */
export function recordLead(book: OpenBook, who: Who, input: LeadInput): Promise<Ack> {
  return record(book, 'record-lead', who, (buyerId, { id, at, by }) => [
    creating('leads', id, {
      ...input,
      buyerId,
      state: 'open',
      openedAt: at,
      settledAt: null,
      orderNumber: null,
      by,
    }),
  ]);
}

/** Changes what is known of an open lead: another day, another price, another rival. */
export function editLead(book: OpenBook, id: string, fields: Partial<LeadInput>): Promise<Ack> {
  return amend(book, 'edit-lead', 'leads', id, (lead) => openOnly(lead, fields));
}

export interface FollowUp {
  readonly stage: LeadStage;
  /** What was said. */
  readonly text: string;
  readonly channel: (typeof STEP_CHANNELS)[number];
  /** What came of it. */
  readonly effect: string;
}

/** Adds a line to the follow-up log; what was said before is never changed. */
export function followLead(book: OpenBook, id: string, { stage, ...said }: FollowUp): Promise<Ack> {
  return book.commit({
    name: 'follow-lead',
    plan: async () => {
      const lead = await present(book, 'leads', id);
      if (!lead) return missing('leads', id);
      const { id: stepId, at, by } = await momentOf(book);
      const { buyerId } = lead;
      const step = { ...said, buyerId, about: 'leads', aboutId: id, kind: stage, at, by } as const;
      return { buyerId, changes: [creating('steps', stepId, step)] };
    },
  });
}

/** They bought after all; with which order, when that is known. */
export function winLead(book: OpenBook, id: string, orderNumber: string | null): Promise<Ack> {
  return amend(book, 'win-lead', 'leads', id, (lead, { at }) =>
    openOnly(lead, { state: 'won', settledAt: at, orderNumber }),
  );
}

/** They will not buy it. */
export function loseLead(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'lose-lead', 'leads', id, (lead, { at }) =>
    openOnly(lead, { state: 'lost', settledAt: at }),
  );
}

function openOnly(lead: Lead, fields: Partial<FieldsOf<'leads'>>): Partial<FieldsOf<'leads'>> | Refusal {
  return lead.state === 'open' ? fields : refuse('invalid', `the lead is already ${lead.state}`);
}
