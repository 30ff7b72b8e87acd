import type { Book } from '@shared/records/book';
import type { Discount, DiscountState } from '@shared/records/discount';
import type { BookView } from '../../measures/book-view';
import { discountBand, discountStateAt, discountsIssued } from '../../measures/goodwill';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

const STATES: Readonly<Record<DiscountSet, readonly DiscountState[] | null>> = {
  discountsIssued: null,
  discountsRedeemed: ['redeemed', 'given'],
  discountsExpired: ['expired'],
  discountsReleased: ['released'],
  discountsOwed: ['owed'],
  discountsShare: ['owed'],
};

type DiscountSet =
  | 'discountsIssued'
  | 'discountsRedeemed'
  | 'discountsExpired'
  | 'discountsReleased'
  | 'discountsOwed'
  | 'discountsShare';

/** Discounts off a next order by what became of them; the mark is how long ago they were said. */
export function discountRows(
  set: DiscountSet,
  band: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const states = STATES[set];
  const wanted = (one: Discount) =>
    (states === null || states.includes(discountStateAt(one, view))) &&
    (set !== 'discountsShare' || one.amount === null) &&
    (band === null || discountBand(one, view) === band);
  return discountsIssued(book, view)
    .filter(wanted)
    .map(({ buyerId, what, saidAt, amount }) =>
      saidRow({ buyerId, what, at: saidAt, money: amount }, view, names),
    );
}
