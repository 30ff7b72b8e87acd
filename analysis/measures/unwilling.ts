import type { Book } from '@shared/records/book';

/** Buyers who said that they want no message unasked: they stand in no list that calls for one. */
export function unwillingBuyers(book: Book | null): ReadonlySet<string> {
  return new Set(book?.buyers.flatMap(({ id, mayBeWritten }) => (mayBeWritten === false ? [id] : [])));
}
