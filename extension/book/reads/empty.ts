import { TABLE_NAMES } from '@shared/records/book';
import type { OpenBook } from '../open';

/** What the owner sets up before the first buyer is recorded. */
const SET_UP = new Set(['settings', 'sites']);

/** True while nothing about any buyer is in the book: putting another in its place loses nothing. */
export async function nothingRecorded({ db }: OpenBook): Promise<boolean> {
  const counts = await Promise.all(
    TABLE_NAMES.filter((name) => !SET_UP.has(name)).map((name) => db.table(name).count()),
  );
  return counts.every((count) => count === 0);
}
