import type { Book } from '@shared/records/book';
import type { Visit } from '@shared/records/visit';
import type { Interval } from '../review';
import { type BookView, inView } from './book-view';
import { meanOf, wilson } from './intervals';
import { SCORE_RANGE } from './satisfaction-weeks';

/** The questions of a return visit (P13), each answered 1–5. */
export const QUESTIONS = [
  'overall',
  'goods',
  'delivery',
  'service',
  'punctuality',
  'leadTime',
  'returns',
  'promisesHonoured',
] as const;
export type Question = (typeof QUESTIONS)[number];

export interface QuestionRow {
  readonly question: Question;
  readonly n: number;
  readonly mean: number;
  readonly interval: Interval | null;
  /** Share of 4 and 5, Wilson interval. */
  readonly satisfied: number;
  readonly satisfiedInterval: Interval;
}

/** Mean with interval and share of ≥ 4 of every question that was answered at all. */
export function questionRows(visits: readonly Visit[]): readonly QuestionRow[] {
  return QUESTIONS.flatMap((question): QuestionRow[] => {
    const scores = visits.flatMap((visit) => visit[question] ?? []);
    const { n, mean, interval } = meanOf(scores, SCORE_RANGE);
    if (mean === null) return [];
    const satisfied = scores.filter((score) => score >= 4).length;
    return [
      { question, n, mean, interval, satisfied: satisfied / n, satisfiedInterval: wilson(satisfied, n)! },
    ];
  });
}

/** The return visits of a view that were asked. */
export function visitsIn(book: Book, view: BookView): readonly Visit[] {
  return book.visits.filter(({ deleted, state, askedAt, answeredAt }) => {
    const at = answeredAt ?? askedAt;
    return !deleted && state !== 'planned' && at !== null && inView(at, view);
  });
}
