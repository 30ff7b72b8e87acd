import type { Book } from '@shared/records/book';
import type { Standing } from '@shared/records/promise';
import { type Money, minorDigits } from '@shared/text/money';
import { type BookView, inView, settledInView } from '../../measures/book-view';
import { discountStateAt } from '../../measures/goodwill';
import { standingAt } from '../../measures/promises';
import { momentDay } from '../../measures/wall-clock';
import { type Behind, type BehindRow, called } from './behind';

function major(money: Money | null): number | null {
  return money === null ? null : money.minor / 10 ** minorDigits(money.currency);
}

/** Rows of the book, told by the very rules that count them. */
export function bookRows(
  of: Behind,
  book: Book,
  view: BookView,
  names: ReadonlyMap<string, string>,
): readonly BehindRow[] {
  const day = (moment: string | null) => (moment === null ? null : momentDay(moment, view.timeZone));
  const said = <Row extends { readonly deleted: boolean; readonly saidAt: string; readonly state: string }>(
    rows: readonly Row[],
  ) => rows.filter((row) => !row.deleted && row.state !== 'to-be-sent' && inView(row.saidAt, view));
  const promised = (...which: readonly Standing[]) =>
    said(book.promises)
      .filter((one) => which.includes(standingAt(one, view)))
      .map(({ buyerId, what, saidAt, due, cost }) => ({
        ...called(buyerId, names),
        what,
        day: due.on === 'day' ? due.day : day(saidAt),
        amount: major(cost),
      }));
  switch (of) {
    case 'promisesLate':
      return promised('late');
    case 'promisesOpen':
      return promised('pending', 'near', 'due');
    case 'promisesBroken':
      return promised('broken');
    case 'promisesKept':
      return promised('kept');
    case 'promisesKeptLate':
      return promised('kept-late');
    case 'discountsOwed':
      return said(book.discounts)
        .filter((one) => one.when === 'next' && discountStateAt(one, view) === 'owed')
        .map(({ buyerId, what, saidAt, amount }) => ({
          ...called(buyerId, names),
          what,
          day: day(saidAt),
          amount: major(amount),
        }));
    case 'gifts':
      return said(book.gifts).map(({ buyerId, what, saidAt, cost }) => ({
        ...called(buyerId, names),
        what,
        day: day(saidAt),
        amount: major(cost),
      }));
    case 'complaints':
      return book.complaints
        .filter((one) => !one.deleted && inView(one.openedAt, view))
        .map(({ buyerId, what, openedAt, cost }) => ({
          ...called(buyerId, names),
          what,
          day: day(openedAt),
          amount: major(cost),
        }));
    case 'answers':
      return book.visits
        .filter((one) => !one.deleted && one.answeredAt !== null && inView(one.answeredAt, view))
        .map(({ buyerId, what, answeredAt, overall }) => ({
          ...called(buyerId, names),
          what: [overall === null ? '' : `${overall}/5`, what].filter((part) => part !== '').join(' · '),
          day: day(answeredAt),
          amount: null,
        }));
    case 'leftWaiting':
      return book.waits
        .filter((one) => !one.deleted && one.leftAt !== null && inView(one.startedAt, view))
        .filter((one) => settledInView(one.leftAt, view))
        .map((one) => ({
          ...called(one.buyerId ?? '', names),
          what: '',
          day: day(one.startedAt),
          amount: null,
        }));
    case 'wishes':
      return book.wishes
        .filter((one) => !one.deleted && inView(one.notedAt, view))
        .map(({ buyerId, what, notedAt }) => ({
          ...called(buyerId, names),
          what,
          day: day(notedAt),
          amount: null,
        }));
    default:
      return [];
  }
}
