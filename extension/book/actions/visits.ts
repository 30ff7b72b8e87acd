import type { VISIT_STATES } from '@shared/records/visit';
import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { record } from './common';

export interface VisitInput {
  readonly what: string;
  readonly state: (typeof VISIT_STATES)[number];
  /** Scores of 1–5, `null` where nothing was said. */
  readonly overall: number | null;
  readonly goods: number | null;
  readonly delivery: number | null;
  readonly service: number | null;
  readonly orderNumber: string | null;
}

/** Writes down a return visit: planned, asked, answered, or that no answer came (P13). */
export function recordVisit(book: OpenBook, who: Who, input: VisitInput): Promise<Ack> {
  return record(book, 'record-visit', who, (buyerId, { id, at, day, by }) => [
    creating('visits', id, {
      ...input,
      buyerId,
      planned: input.state === 'planned' ? day : null,
      askedAt: input.state === 'planned' ? null : at,
      answeredAt: input.state === 'answered' ? at : null,
      by,
    }),
  ]);
}
