import type { Book } from '@shared/records/book';
import type { Discount, DiscountState } from '@shared/records/discount';
import { hasEnded } from '@shared/records/outstanding';
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
  discountsSettled: null,
};

type DiscountSet =
  | 'discountsIssued'
  | 'discountsRedeemed'
  | 'discountsExpired'
  | 'discountsReleased'
  | 'discountsOwed'
  | 'discountsShare'
  | 'discountsSettled';

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
  // Of what came to its end the promotions look at the whole book, not at the days of the review alone.
  const ended = () => book.discounts.filter((one) => !one.deleted && hasEnded(one, view.asOf, view.timeZone));
  return (set === 'discountsSettled' ? ended() : discountsIssued(book, view).filter(wanted)).map(
    ({ buyerId, what, saidAt, amount }) => saidRow({ buyerId, what, at: saidAt, money: amount }, view, names),
  );
}
