import { TABLE_NAMES } from '@shared/records/book';
import { SAMPLE_BUYER } from '@shared/records/sample';
import { BUYER_TABLES } from '../buyer-tables';
import type { OpenBook } from '../open';

/** What the owner sets up before the first buyer is recorded. */
const SET_UP = new Set(['settings', 'sites']);

/** True while nothing about any buyer is in the book: putting another in its place loses nothing. */
export async function nothingRecorded({ db }: OpenBook): Promise<boolean> {
  const counts = await Promise.all(
    TABLE_NAMES.filter((name) => !SET_UP.has(name)).map(async (name) => {
      const all = await db.table(name).count();
      if (all === 0) return 0;
      // What was tried out on the sample buyer is nothing to lose.
      if (name === 'buyers') return all - (await db.buyers.where('id').equals(SAMPLE_BUYER).count());
      if (!BUYER_TABLES.includes(name)) return all;
      return all - (await db.table(name).where('buyerId').equals(SAMPLE_BUYER).count());
    }),
  );
  return counts.every((count) => count === 0);
}
