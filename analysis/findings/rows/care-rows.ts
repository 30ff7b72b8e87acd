import type { Book } from '@shared/records/book';
import { type BookView, inView, settledInView } from '../../measures/book-view';
import { waitsEnded } from '../../measures/waits';
import { clockHour } from '../../measures/wall-clock';
import { sameWish } from '../../measures/wishes';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

/** Complaints, all or those closed by the buyer's word; the mark is their cause. */
export function complaintRows(
  set: 'complaints' | 'complaintsClosed',
  cause: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  return book.complaints
    .filter((one) => !one.deleted && inView(one.openedAt, view) && (cause === null || one.cause === cause))
    .filter((one) => set === 'complaints' || (one.closedAt !== null && settledInView(one.closedAt, view)))
    .map(({ buyerId, what, openedAt, cost }) =>
      saidRow({ buyerId, what, at: openedAt, money: cost }, view, names),
    );
}

/** Waits that ended, or those of buyers who left unanswered; the mark is the hour of the day they began in. */
export function waitRows(
  set: 'waits' | 'leftWaiting',
  hour: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  return waitsEnded(book, view)
    .filter((one) => set === 'waits' || one.answeredAt === null)
    .filter((one) => hour === null || String(clockHour(one.startedAt, view.timeZone)) === hour)
    .map(({ buyerId, startedAt }) => saidRow({ buyerId, what: '', at: startedAt, money: null }, view, names));
}

/** Each time a wish was said; the mark is one of its wordings. */
export function wishRowsBehind(
  what: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  return book.wishes
    .filter((one) => !one.deleted && inView(one.notedAt, view))
    .filter((one) => what === null || sameWish(one.what) === sameWish(what))
    .map((one) => saidRow({ ...one, at: one.notedAt, money: null }, view, names));
}
