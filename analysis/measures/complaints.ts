import type { Book } from '@shared/records/book';
import { COMPLAINT_CAUSES, type Complaint } from '@shared/records/complaint';
import type { OrderFrame } from '../frame/orders';
import type { ComplaintsSection } from '../review';
import { type BookView, bookSince, inView, settledInView } from './book-view';
import { median } from './median';
import { sumMoney } from './money';
import { dayStart } from './wall-clock';

const MS_PER_HOUR = 3_600_000;

/**
 * Complaints: how many, per 100 orders, closed by the buyer's word, hours to the remedy, cost, by cause. The
 * orders compared with are those since the book's first record: older ones had no book to complain into.
 */
export function complaintsSection(
  book: Book,
  orders: OrderFrame,
  view: BookView,
  currency: string | null,
): ComplaintsSection | null {
  const list = book.complaints.filter((one) => !one.deleted && inView(one.openedAt, view));
  if (list.length === 0) return null;
  const since = bookSince(book, view);
  const start = since === null ? 0 : dayStart(since);
  const base = orders.time.reduce((count, time) => (time >= start ? count + 1 : count), 0);
  const hours = list.flatMap((one) =>
    one.remedyAt !== null && settledInView(one.remedyAt, view)
      ? [(Date.parse(one.remedyAt) - Date.parse(one.openedAt)) / MS_PER_HOUR]
      : [],
  );
  return {
    count: list.length,
    per100Orders: base > 0 ? (100 * list.length) / base : null,
    closed: list.filter((one) => one.closedAt !== null && settledInView(one.closedAt, view)).length,
    medianHoursToRemedy: median(hours),
    cost: sumMoney(
      list.map((one) => one.cost),
      currency,
    ),
    byCause: byCause(list, currency),
  };
}

function byCause(list: readonly Complaint[], currency: string | null): ComplaintsSection['byCause'] {
  return COMPLAINT_CAUSES.flatMap((cause) => {
    const ones = list.filter((one) => one.cause === cause);
    const cost = sumMoney(
      ones.map((one) => one.cost),
      currency,
    );
    return ones.length === 0 ? [] : [{ cause, count: ones.length, cost }];
  }).sort((a, b) => b.count - a.count);
}
