import type { Book } from '@shared/records/book';
import type { Visit } from '@shared/records/visit';
import type { BookView } from '../../measures/book-view';
import { QUESTIONS, visitsIn } from '../../measures/questions';
import { type BehindRow, halvesOf } from './behind';
import type { Keep } from './keep';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

/**
 * Return visits that were asked, or those of them that were answered. The mark is `by/<who asked>`, `named` (by
 * somebody, whoever it was) or of the answered ones a question: `question/goods`, `question/goods/<who asked>`.
 */
export function visitRows(
  set: 'visits' | 'visitsAnswered',
  mark: string | null,
  book: Book,
  view: BookView,
  names: Names,
  keep: Keep,
): readonly BehindRow[] {
  const { kind, which } = halvesOf(mark ?? '');
  const own = halvesOf(which);
  const question = QUESTIONS.find((one) => kind === 'question' && (own.kind || own.which) === one);
  const by = kind === 'by' ? which : question !== undefined && own.kind !== '' ? own.which : null;
  const isWanted = (visit: Visit) =>
    (by === null || visit.by === by) &&
    (mark !== 'named' || visit.by !== '') &&
    (question === undefined ? set === 'visits' || visit.state === 'answered' : visit[question] !== null);
  return keep('visits', () => visitsIn(book, view))
    .filter(isWanted)
    .map((visit) => {
      const score = question === undefined ? visit.overall : visit[question];
      const what = [score === null ? '' : `${score}/5`, visit.what].filter((part) => part !== '').join(' · ');
      const at = visit.answeredAt ?? visit.askedAt;
      return saidRow({ buyerId: visit.buyerId, what, at, money: null }, view, names);
    });
}
