import { addDays, type Day } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { OrderFrame } from '../../frame/orders';
import type { ReviewOptions } from '../../options';
import { coverageRows } from './coverage';
import { owedRows } from './owed';
import { cut, type Lists } from './rows';
import { visitRows } from './visits';

/** Names of the book's living buyers, as the shop calls them; a masked name stays as it is. */
export function buyerNames(book: Book | null): ReadonlyMap<string, string> {
  const living = (book?.buyers ?? []).filter((buyer) => !buyer.deleted);
  return new Map(living.map((buyer) => [buyer.id, buyer.name]));
}

/** The three lists of the week (J22): whom to visit, what is owed, what to export next. */
export function listsOf(
  book: Book | null,
  orders: OrderFrame,
  asOf: Day,
  timeZone: string,
  options: Pick<ReviewOptions, 'today' | 'asOf' | 'to'>,
): Lists {
  const names = buyerNames(book);
  const fixed = options.asOf !== null || options.to !== null;
  return {
    visits: book === null ? null : cut(visitRows(book, names, asOf, timeZone)),
    owed: book === null ? null : cut(owedRows(book, names, asOf)),
    exports: coverageRows(orders, asOf, fixed ? asOf : addDays(options.today, -1)),
  };
}
