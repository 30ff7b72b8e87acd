import { daysBetween } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { Discount, DiscountState } from '@shared/records/discount';
import type { GoodwillSection } from '../review';
import { type BookView, inView, settledInView } from './book-view';
import { decimals, roundTo, sumMoney } from './money';
import { momentDay } from './wall-clock';

const BANDS = ['0-30', '31-90', '90+'] as const;

/**
 * What the shop promised off the next order and has not given yet: issued − redeemed − expired − released, aged
 * by days since it was said, face value in major units. A percentage has no face value before an order is known
 * and is counted apart. `chance` (0…1) that a buyer comes back turns the face value into what it will probably
 * cost; `null` when the shop is too small to know.
 */
export function goodwillSection(
  book: Book,
  view: BookView,
  currency: string | null,
  chance: number | null,
): GoodwillSection | null {
  const issued = discountsIssued(book, view);
  if (issued.length === 0) return null;
  const stateOf = (one: Discount) => discountStateAt(one, view);
  const face = (list: readonly Discount[]) =>
    sumMoney(
      list.map((one) => one.amount),
      currency,
    );
  const inState = (...states: DiscountState[]) => issued.filter((one) => states.includes(stateOf(one)));
  const owed = inState('owed');
  const outstanding = face(owed);
  return {
    issued: face(issued),
    redeemed: face(inState('redeemed', 'given')),
    expired: face(inState('expired')),
    released: face(inState('released')),
    outstanding,
    outstandingCount: owed.length,
    percentOutstanding: owed.filter((one) => one.amount === null).length,
    aged: BANDS.map((band) => {
      const list = owed.filter((one) => discountBand(one, view) === band);
      return { band, count: list.length, amount: face(list) };
    }),
    expected: chance === null ? null : roundTo(outstanding * chance, decimals(currency)),
  };
}

/** What was promised off a next order, in the view. */
export function discountsIssued(book: Book, view: BookView): readonly Discount[] {
  return book.discounts.filter(
    (one) => !one.deleted && one.when === 'next' && one.state !== 'to-be-sent' && inView(one.saidAt, view),
  );
}

/** The state at the end of the view: settled later was still owed; past its last day it has expired. */
export function discountStateAt(discount: Discount, view: BookView): DiscountState {
  const state = settledInView(discount.settledAt, view) ? discount.state : 'owed';
  const over = discount.expires !== null && discount.expires < view.asOf;
  return state === 'owed' && over ? 'expired' : state;
}

/** How long ago a discount was said, in bands of days. */
export function discountBand(discount: Discount, view: BookView): (typeof BANDS)[number] {
  const age = daysBetween(momentDay(discount.saidAt, view.timeZone), view.asOf);
  if (age <= 30) return '0-30';
  return age <= 90 ? '31-90' : '90+';
}
