import type { Book } from '@shared/records/book';
import type { GiftState } from '@shared/records/gift';
import type { BookView } from '../../measures/book-view';
import { giftStateAt, giftsGiven } from '../../measures/gifts';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

const STATES = {
  gifts: null,
  giftsPacked: 'packed',
  giftsWaiting: 'waiting-for-order',
  giftsExpired: 'expired',
} as const satisfies Record<string, GiftState | null>;

/** Gifts that were promised, by what became of them. */
export function giftRows(
  set: keyof typeof STATES,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const wanted = STATES[set];
  return giftsGiven(book, view)
    .filter((one) => {
      const state = giftStateAt(one, view);
      return wanted === null ? state !== 'to-be-sent' : state === wanted;
    })
    .map(({ buyerId, what, saidAt, cost }) =>
      saidRow({ buyerId, what, at: saidAt, money: cost }, view, names),
    );
}
