import type { Book } from '@shared/records/book';
import type { BookView } from '../../measures/book-view';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';
import { weekOf } from './week-of';

/** What was said, kept or given in the seven days (mark `before`: in those before them). */
export function bookWeekRows(
  set: 'weekPromises' | 'weekPromisesKept' | 'weekGifts' | 'weekComplaints',
  mark: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const { from, to } = weekOf(view.asOf, mark);
  return recordsOf(set, book)
    .filter(({ at }) => at !== null)
    .map((one) => saidRow(one, view, names))
    .filter(({ day }) => day !== null && day >= from && day <= to);
}

function recordsOf(
  set: Parameters<typeof bookWeekRows>[0],
  book: Book,
): readonly Parameters<typeof saidRow>[0][] {
  const said = book.promises.filter((one) => !one.deleted && one.state !== 'to-be-sent');
  switch (set) {
    case 'weekPromises':
      return said.map((one) => ({ ...one, at: one.saidAt, money: one.cost }));
    case 'weekPromisesKept':
      return said
        .filter((one) => one.state === 'kept')
        .map((one) => ({ ...one, at: one.settledAt, money: one.cost }));
    case 'weekGifts':
      return book.gifts
        .filter((one) => !one.deleted && one.state !== 'to-be-sent')
        .map((one) => ({ ...one, at: one.saidAt, money: one.cost }));
    default:
      return book.complaints
        .filter((one) => !one.deleted)
        .map((one) => ({ ...one, at: one.openedAt, money: one.cost }));
  }
}
