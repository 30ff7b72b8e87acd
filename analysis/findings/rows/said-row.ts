import { type Money, minorDigits } from '@shared/text/money';
import type { BookView } from '../../measures/book-view';
import { momentDay } from '../../measures/wall-clock';
import { type BehindRow, called } from './behind';
import type { Names } from './rows-behind';

interface Said {
  readonly buyerId: string | null;
  readonly what: string;
  readonly at: string | null;
  readonly money: Money | null;
}

/** A record of the book as a row: whose, what, on which day of the shop, in major units. */
export function saidRow({ buyerId, what, at, money }: Said, view: BookView, names: Names): BehindRow {
  return {
    ...called(buyerId ?? '', names),
    what,
    day: at === null ? null : momentDay(at, view.timeZone),
    amount: money === null ? null : money.minor / 10 ** minorDigits(money.currency),
  };
}
