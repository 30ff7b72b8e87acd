import { weekday } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { Complaint } from '@shared/records/complaint';
import type { Wait } from '@shared/records/wait';
import type { Wish } from '@shared/records/wish';
import { type BookView, inView, settledInView } from '../../measures/book-view';
import { careTasks } from '../../measures/complaint-care';
import { waitsEnded } from '../../measures/waits';
import { clockHour, momentDay } from '../../measures/wall-clock';
import { sameWish } from '../../measures/wishes';
import { type BehindRow, halvesOf } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

/**
 * Complaints, all or those closed by the buyer's word; of `careDue` and `careInTime` those whose `remedy` or
 * `callBack` was to be done by now, and was. The mark of the others is their cause, `responsible/<who>`,
 * `borne/<by whom>`, or a state: `state/unconfirmed`.
 */
export function complaintRows(
  set: 'complaints' | 'complaintsClosed' | 'careDue' | 'careInTime',
  mark: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const all = book.complaints.filter((one) => !one.deleted && inView(one.openedAt, view));
  return complaintsOf(set, mark, all, view).map(({ buyerId, what, openedAt, cost }) =>
    saidRow({ buyerId, what, at: openedAt, money: cost }, view, names),
  );
}

function complaintsOf(
  set: Parameters<typeof complaintRows>[0],
  mark: string | null,
  all: readonly Complaint[],
  view: BookView,
): readonly Complaint[] {
  if (set === 'careDue' || set === 'careInTime') {
    const tasks = careTasks(mark === 'callBack' ? 'callBack' : 'remedy', all, view);
    return tasks.flatMap(({ complaint, inTime }) => (inTime || set === 'careDue' ? [complaint] : []));
  }
  const isClosed = ({ closedAt }: Complaint) => closedAt !== null && settledInView(closedAt, view);
  const wanted = set === 'complaints' ? all : all.filter(isClosed);
  return mark === null ? wanted : wanted.filter((one) => bears(one, mark));
}

function bears({ cause, responsible, bornBy, state }: Complaint, mark: string): boolean {
  const { kind, which } = halvesOf(mark);
  switch (kind) {
    case 'responsible':
      return responsible === which;
    case 'borne':
      return bornBy === which;
    case 'state':
      return state === which;
    default:
      return cause === which;
  }
}

/**
 * Waits that ended, or those of buyers who left unanswered; the mark is the hour of the day they began in, or
 * `day/1` for those of Mondays.
 */
export function waitRows(
  set: 'waits' | 'leftWaiting',
  mark: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const { kind, which } = halvesOf(mark ?? '');
  const place = ({ startedAt }: Wait) =>
    kind === 'day' ? weekday(momentDay(startedAt, view.timeZone)) : clockHour(startedAt, view.timeZone);
  return waitsEnded(book, view)
    .filter((one) => set === 'waits' || one.answeredAt === null)
    .filter((one) => mark === null || String(place(one)) === which)
    .map(({ buyerId, startedAt }) => saidRow({ buyerId, what: '', at: startedAt, money: null }, view, names));
}

/** Each time a wish was said, all, with an answer or without. */
export function wishRowsBehind(
  set: 'wishes' | 'wishesAnswered' | 'wishesOpen',
  mark: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  return wishesLike(mark, book, view)
    .filter(({ answer }) => set === 'wishes' || (answer === '') === (set === 'wishesOpen'))
    .map((one) => saidRow({ ...one, at: one.notedAt, money: null }, view, names));
}

/** The wishes of a view; the mark is one of their wordings, with the product they are about: `<product's id>/red lid`. */
export function wishesLike(mark: string | null, book: Book, view: BookView): readonly Wish[] {
  const { kind, which } = halvesOf(mark ?? '');
  const same = sameWish(which);
  return book.wishes
    .filter((wish) => !wish.deleted && inView(wish.notedAt, view))
    .filter(
      ({ what, productId }) => mark === null || ((productId ?? '') === kind && sameWish(what) === same),
    );
}
