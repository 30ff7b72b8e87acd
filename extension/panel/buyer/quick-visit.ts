import type { Ack } from '@extension/book/ack';
import { recordVisit } from '@extension/book/actions/visits';
import type { OpenBook } from '@extension/book/open';
import type { Who } from '@extension/book/who';
import type { Line } from '../state/session';

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
