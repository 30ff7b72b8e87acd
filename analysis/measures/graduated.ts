import type { Day } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { OrderFrame } from '../frame/orders';
import { wallDay } from './wall-clock';

/**
 * Buyers whose need has come to its natural end (J19): everybody they buy for has graduated, and they have
 * bought nothing since. They are not lost: models and reminders leave them out.
 *
 * @param orders whose buyer keys of the book's people are the ids of the book
 */
export function graduatedBuyers(book: Book | null, orders: OrderFrame, asOf: Day): ReadonlySet<string> {
  const last = new Map<string, Day | null>();
  for (const { deleted, buyerId, graduatedOn } of book?.people ?? []) {
    if (deleted) continue;
    const known = last.get(buyerId);
    const done = graduatedOn !== null && graduatedOn <= asOf ? graduatedOn : null;
    // One who still needs something keeps the buyer.
    if (known === undefined) last.set(buyerId, done);
    else last.set(buyerId, known === null || done === null ? null : done > known ? done : known);
  }
  const graduated = new Map(
    [...last].flatMap(([buyer, day]) => (day === null ? [] : [[buyer, day] as const])),
  );
  if (graduated.size === 0) return new Set();
  for (let index = 0; index < orders.count; index += 1) {
    const column = orders.buyer[index]!;
    const day = column < 0 ? undefined : graduated.get(orders.buyers[column]!);
    if (day !== undefined && wallDay(orders.time[index]!) > day) graduated.delete(orders.buyers[column]!);
  }
  return new Set(graduated.keys());
}

/** The same orders, those of some buyers as if nobody knew whose they were: models learn from known buyers only. */
export function withoutBuyers(orders: OrderFrame, gone: ReadonlySet<string>): OrderFrame {
  if (gone.size === 0) return orders;
  const out = orders.buyers.map((key) => gone.has(key));
  return { ...orders, buyer: orders.buyer.map((column) => (column >= 0 && out[column] ? -1 : column)) };
}
