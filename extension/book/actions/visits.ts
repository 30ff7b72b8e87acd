import type { Day } from '@shared/calendar/day';
import type { VISIT_STATES, Visit, VisitScores } from '@shared/records/visit';
import { type Ack, refuse } from '../ack';
import { creating, type FieldsOf, removing, setting } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, missing, present, record } from './common';

/** Scores of 1–5, `null` where nothing was said; those of the long sheet may be left out. */
type Answers = Pick<VisitScores, 'overall' | 'goods' | 'delivery' | 'service'> &
  Partial<VisitScores & Pick<Visit, 'recommend' | 'suggestions'>>;

export interface VisitInput extends Answers {
  readonly what: string;
  readonly state: (typeof VISIT_STATES)[number];
  readonly orderNumber: string | null;
  /** The day for which it is planned; today when nothing is said. */
  readonly planned?: Day;
  readonly ruleId?: string | null;
}

/**
 * Writes down a return visit: planned, asked, answered, or that no answer came (P13). One that was planned or
 * asked before is carried on: an answer belongs to its asking, or the share of those who answer would be wrong.
 */
export function recordVisit(book: OpenBook, who: Who, input: VisitInput): Promise<Ack> {
  return record(book, 'record-visit', who, async (buyerId, { id, at, day, by }) => {
    const { planned = day, ...said } = input;
    const open = input.state === 'planned' ? null : await openVisit(book, buyerId);
    const times = {
      askedAt: input.state === 'planned' ? null : (open?.askedAt ?? at),
      answeredAt: input.state === 'answered' ? at : null,
      by,
    };
    if (open) return [setting('visits', open.id, { ...carried(open, said), ...times })];
    const fresh = { ...said, buyerId, planned: input.state === 'planned' ? planned : null, ...times };
    return [creating('visits', id, fresh)];
  });
}

/** What is not said again stays as it was when the visit was planned or asked. */
function carried(open: Visit, said: Omit<VisitInput, 'planned'>): Partial<FieldsOf<'visits'>> {
  return {
    ...said,
    what: said.what || open.what,
    orderNumber: said.orderNumber ?? open.orderNumber,
    ruleId: said.ruleId ?? open.ruleId,
  };
}

/** The visit of a buyer that waits for its answer, else the one that is planned. */
async function openVisit({ db }: OpenBook, buyerId: string): Promise<Visit | null> {
  const own = (await db.visits.where('buyerId').equals(buyerId).toArray()).filter((one) => !one.deleted);
  const asked = own.filter(({ state }) => state === 'asked');
  const planned = own.filter(({ state }) => state === 'planned');
  const newest = (visits: readonly Visit[]) =>
    [...visits].sort((a, b) => ((a.askedAt ?? a.planned ?? '') < (b.askedAt ?? b.planned ?? '') ? 1 : -1))[0];
  return newest(asked) ?? newest(planned) ?? null;
}

/** Not to be asked after all. */
export function dropVisit(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'drop-visit',
    plan: async () => {
      const visit = await present(book, 'visits', id);
      if (!visit) return missing('visits', id);
      if (visit.state !== 'planned') return refuse('invalid', `the visit is already ${visit.state}`);
      return { buyerId: visit.buyerId, changes: [removing('visits', id)] };
    },
  });
}

/** They were asked and do not answer. */
export function visitUnanswered(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'visit-unanswered', 'visits', id, (visit) =>
    visit.state === 'asked'
      ? { state: 'no-answer' as const }
      : refuse('invalid', `the visit is already ${visit.state}`),
  );
}
