import type { Ack } from '@extension/book/ack';
import { recordVisit } from '@extension/book/actions/visits';
import type { OpenBook } from '@extension/book/open';
import type { Who } from '@extension/book/who';
import { BAD_SCORE } from '@shared/records/visit';
import { NOTHING } from '../forms/prefill';
import type { Line, Session } from '../state/session';
import { identityOf } from '../state/subject';

/** One key at the end of a chat (J6): satisfied, so-so, not; kept as overall scores of 1–5. */
export const QUICK_SCORES: ReadonlyMap<string, number> = new Map([
  ['1', 5],
  ['2', 3],
  ['3', 1],
]);

const DONE: Readonly<Record<number, Line['key']>> = {
  5: 'panel.done.satisfied',
  3: 'panel.done.soSo',
  1: 'panel.done.unsatisfied',
};

export function quickVisit(book: OpenBook, who: Who, overall: number): Promise<Ack> {
  const unasked = { goods: null, delivery: null, service: null, orderNumber: null };
  return recordVisit(book, who, { what: '', state: 'answered', overall, ...unasked });
}

export function quickLine(overall: number): Line {
  return { key: DONE[overall] ?? 'panel.done.visit' };
}

/**
 * Records the score of one key. A bad one opens the draft of a complaint, unless the seller has moved on to
 * another buyer meanwhile.
 *
 * @param about What the complaint's draft begins with.
 */
export async function scoreVisit(session: Session, who: Who, overall: number, about: string): Promise<void> {
  const ack = await session.run(quickVisit(session.book, who, overall), quickLine(overall));
  const shown = session.subject.value;
  const here = shown.kind === 'buyer' && identityOf(shown.who) === identityOf(who);
  if (ack.ok && overall <= BAD_SCORE && here) draftComplaint(session, about);
}

/** Opens the draft of a complaint for the buyer shown; what was just done stays in sight, with its undo. */
export function draftComplaint(session: Session, about: string): void {
  const done = session.toast.value;
  session.openForm('complaint', { ...NOTHING, what: about });
  session.say(done);
}
