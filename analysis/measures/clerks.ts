import type { Book } from '@shared/records/book';
import type { Interval } from '../review';
import { type BookView, inView } from './book-view';
import { meanOf, rateOf } from './intervals';
import { promisesSaid } from './promise-outcomes';
import { SETTLED } from './promises';
import { type QuestionRow, questionRows, visitsIn } from './questions';
import { SCORE_RANGE } from './satisfaction-weeks';

/** What one person at the desk did and how it was received (J15, P13, P14). */
export interface ClerkRow {
  readonly clerk: string;
  readonly asked: number;
  readonly answered: number;
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly questions: readonly QuestionRow[];
  readonly promises: number;
  readonly keptRate: number | null;
  readonly keptInterval: Interval | null;
  /** Complaints found to be their doing. */
  readonly responsible: number;
  /** Unreasonable buyers they bore (P14). */
  readonly borne: number;
}

/**
 * Return visits, promises and complaints per person at the desk, busiest first. Small numbers: the intervals say
 * how little a difference between two people means.
 */
export function clerkRows(book: Book, view: BookView): readonly ClerkRow[] {
  const visits = visitsIn(book, view);
  const promises = promisesSaid(book, view);
  const complaints = book.complaints.filter(({ deleted, openedAt }) => !deleted && inView(openedAt, view));
  const names = new Set([
    ...visits.map(({ by }) => by),
    ...promises.map(({ promise }) => promise.by),
    ...complaints.flatMap(({ responsible, bornBy }) => [responsible, bornBy]),
  ]);
  names.delete('');
  return [...names]
    .map((clerk): ClerkRow => {
      const own = visits.filter(({ by }) => by === clerk);
      const scores = own.flatMap(({ overall }) => overall ?? []);
      const { mean, interval } = meanOf(scores, SCORE_RANGE);
      const said = promises.filter(({ promise }) => promise.by === clerk);
      const kept = said.filter(({ stands }) => stands === 'kept').length;
      const keptRate = rateOf(kept, said.filter(({ stands }) => SETTLED.includes(stands)).length);
      return {
        clerk,
        asked: own.length,
        answered: own.filter(({ state }) => state === 'answered').length,
        mean,
        interval,
        questions: questionRows(own),
        promises: said.length,
        keptRate: keptRate.rate,
        keptInterval: keptRate.interval,
        responsible: complaints.filter(({ responsible }) => responsible === clerk).length,
        borne: complaints.filter(({ bornBy }) => bornBy === clerk).length,
      };
    })
    .sort((a, b) => b.asked + b.promises - a.asked - a.promises || (a.clerk < b.clerk ? -1 : 1));
}
