import { type Day, dayOf } from '@shared/calendar/day';
import type { OpenBook } from '../open';

/**
 * The first day of this shop's own records: before it the book cannot tell what was said (J11). Imported orders
 * are no records of what was said. `null` for an empty book.
 */
export async function recordsSince(book: OpenBook): Promise<Day | null> {
  const { db, world } = book;
  // Identifiers sort by the time they were made, so the first of each table is its oldest.
  const [action, promise, discount, gift, note] = await Promise.all([
    db.actions.orderBy('stamp').first(),
    db.promises.orderBy('id').first(),
    db.discounts.orderBy('id').first(),
    db.gifts.orderBy('id').first(),
    db.notes.orderBy('id').first(),
  ]);
  const instants = [action?.at, promise?.saidAt, discount?.saidAt, gift?.saidAt, note?.notedAt];
  const first = instants
    .filter((at) => at !== undefined)
    .toSorted()
    .at(0);
  return first === undefined ? null : dayOf(Date.parse(first), world.timeZone);
}
