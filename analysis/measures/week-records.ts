import type { Book } from '@shared/records/book';
import type { Money } from '@shared/text/money';

/** One record that a week counts: whose, what, when, how much. */
export interface WeekRecord {
  readonly buyerId: string | null;
  readonly what: string;
  readonly at: string | null;
  readonly money: Money | null;
}

/** What a week counts of the book. */
export type WeekRecordKey = 'promises' | 'promisesKept' | 'gifts' | 'complaints';

/** Which records a week counts, and by which moment: what was said, kept, given, complained of. */
export function weekRecords(book: Book, key: WeekRecordKey): readonly WeekRecord[] {
  switch (key) {
    case 'promises':
      return said(book.promises).map((one) => ({ ...one, at: one.saidAt, money: one.cost }));
    case 'promisesKept':
      return said(book.promises)
        .filter((one) => one.state === 'kept')
        .map((one) => ({ ...one, at: one.settledAt, money: one.cost }));
    case 'gifts':
      // Where the coin of the gift test fell on "none", nothing was given.
      return said(book.gifts)
        .filter(({ coin }) => coin !== 'none')
        .map((one) => ({ ...one, at: one.saidAt, money: one.cost }));
    case 'complaints':
      return book.complaints
        .filter((one) => !one.deleted)
        .map((one) => ({ ...one, at: one.openedAt, money: one.cost }));
  }
}

function said<One extends { readonly deleted: unknown; readonly state: string }>(
  records: readonly One[],
): readonly One[] {
  return records.filter((one) => !one.deleted && one.state !== 'to-be-sent');
}
