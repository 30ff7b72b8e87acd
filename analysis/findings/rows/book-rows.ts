import type { Book } from '@shared/records/book';
import type { BookView } from '../../measures/book-view';
import type { BehindRow, BehindSet } from './behind';
import { complaintRows, waitRows, wishRowsBehind } from './care-rows';
import { discountRows } from './discount-rows';
import { giftRows } from './gift-rows';
import type { Keep } from './keep';
import { promiseRows } from './promise-rows';
import { recordRows } from './record-rows';
import type { Names } from './rows-behind';
import { visitRows } from './visit-rows';
import { bookWeekRows } from './week-rows';

/** Rows of the book, told by the very rules that count them. */
export function bookRows(
  set: BehindSet,
  mark: string | null,
  book: Book,
  view: BookView,
  names: Names,
  keep: Keep,
): readonly BehindRow[] {
  switch (set) {
    case 'weekPromises':
    case 'weekPromisesKept':
    case 'weekGifts':
    case 'weekComplaints':
      return bookWeekRows(set, mark, book, view, names);
    case 'discountsIssued':
    case 'discountsRedeemed':
    case 'discountsExpired':
    case 'discountsReleased':
    case 'discountsOwed':
    case 'discountsShare':
    case 'discountsSettled':
      return discountRows(set, mark, book, view, names);
    case 'gifts':
    case 'giftsPacked':
    case 'giftsWaiting':
    case 'giftsExpired':
      return giftRows(set, book, view, names);
    case 'complaints':
    case 'complaintsClosed':
    case 'careDue':
    case 'careInTime':
      return complaintRows(set, mark, book, view, names);
    case 'waits':
    case 'leftWaiting':
      return waitRows(set, mark, book, view, names);
    case 'wishes':
    case 'wishesAnswered':
    case 'wishesOpen':
      return wishRowsBehind(set, mark, book, view, names);
    case 'visits':
    case 'visitsAnswered':
      return visitRows(set, mark, book, view, names, keep);
    case 'records':
    case 'recordsLately':
      return recordRows(set, mark, book, view, names);
    default:
      return promiseRows(set, mark, book, view, names, keep);
  }
}
