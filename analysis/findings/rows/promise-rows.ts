import { isoWeek } from '@shared/calendar/week';
import type { Book } from '@shared/records/book';
import type { Standing } from '@shared/records/promise';
import { type BookView, inView } from '../../measures/book-view';
import {
  comeOn,
  countsInLoad,
  hasCome,
  type LoadNumber,
  promisesSaid,
} from '../../measures/promise-outcomes';
import { standingAt } from '../../measures/promises';
import { type BehindRow, type BehindSet, halvesOf } from './behind';
import type { Keep } from './keep';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

const DUE: readonly Standing[] = ['kept', 'kept-late', 'broken', 'late'];
const NOT_DUE: readonly Standing[] = ['pending', 'near', 'due', 'renegotiated', 'released'];

/** How the promises of a set stand. */
const STANDINGS: Readonly<Partial<Record<BehindSet, readonly Standing[]>>> = {
  promisesMade: [...DUE, ...NOT_DUE],
  promisesToSend: ['to-be-sent'],
  promisesOpen: ['pending', 'near', 'due'],
  promisesNear: ['near', 'due'],
  promisesLate: ['late'],
  promisesKept: ['kept'],
  promisesKeptLate: ['kept-late'],
  promisesBroken: ['broken'],
  promisesRenegotiated: ['renegotiated'],
  promisesReleased: ['released'],
  promisesDue: DUE,
  promisesNotOnTime: ['kept-late', 'broken', 'late'],
  promisesNotDue: NOT_DUE,
};

/** Which numbers of the coming days' load count a promise. */
const LOAD: readonly LoadNumber[] = ['dueSoon', 'late', 'madeLast28', 'keptLast28'];

/**
 * Promises by how they stand at the end of the view. The mark is their kind; `by/<who promised>`; `week/2026-W45`,
 * in which their time came; of `promisesLoad` the number that counts them.
 */
export function promiseRows(
  set: BehindSet,
  mark: string | null,
  book: Book,
  view: BookView,
  names: Names,
  keep: Keep,
): readonly BehindRow[] {
  const wanted = STANDINGS[set] ?? [];
  const load = set === 'promisesLoad' ? LOAD.find((number) => number === mark) : undefined;
  const told =
    load === undefined
      ? promisesLike(
          mark,
          keep('promises', () => promisesWhenDue(book, view)),
        )
      : keep('promises said', () => promisesSaid(book, view));
  return told
    .filter((one) => (load === undefined ? wanted.includes(one.stands) : countsInLoad(load, one, view)))
    .map(({ promise: { buyerId, what, saidAt, due, cost } }) => {
      const row = saidRow({ buyerId, what, at: saidAt, money: cost }, view, names);
      return due.on === 'day' ? { ...row, day: due.day } : row;
    });
}

type Due = ReturnType<typeof promisesWhenDue>;

/** How every promise stands, and the week in which its time came; null while it has not. */
function promisesWhenDue(book: Book, view: BookView) {
  return book.promises
    .filter((one) => !one.deleted && inView(one.saidAt, view))
    .map((promise) => {
      const stands = standingAt(promise, view);
      const day = hasCome(stands) ? comeOn(promise, view) : null;
      return { promise, stands, week: day === null || day > view.asOf ? null : isoWeek(day) };
    });
}

function promisesLike(mark: string | null, told: Due): Due {
  if (mark === null) return told;
  const { kind, which } = halvesOf(mark);
  return told.filter(({ promise, week }) => {
    if (kind === 'by') return promise.by === which;
    return kind === 'week' ? week === which : promise.kind === mark;
  });
}
