import type { Book } from '@shared/records/book';
import type { Standing } from '@shared/records/promise';
import { type BookView, inView } from '../../measures/book-view';
import { standingAt } from '../../measures/promises';
import type { BehindRow, BehindSet } from './behind';
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

/** Promises by how they stand at the end of the view; the mark is their kind. */
export function promiseRows(
  set: BehindSet,
  kind: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const wanted = STANDINGS[set] ?? [];
  return book.promises
    .filter((one) => !one.deleted && inView(one.saidAt, view) && (kind === null || one.kind === kind))
    .filter((one) => wanted.includes(standingAt(one, view)))
    .map(({ buyerId, what, saidAt, due, cost }) => {
      const row = saidRow({ buyerId, what, at: saidAt, money: cost }, view, names);
      return due.on === 'day' ? { ...row, day: due.day } : row;
    });
}
