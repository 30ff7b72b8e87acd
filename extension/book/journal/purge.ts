import { bookName, dropOtherGenerations } from '../generations';
import { BOOK_VERSION } from '../migrations';
import type { BookDb } from '../schema';
import { sentinelOf } from '../write';
import type { RemoteDesk } from './protocol';

/** Whose journal is to forget, and how to be alone with it for a moment. */
export interface Purging {
  readonly db: BookDb;
  readonly generation: number;
  readonly seat: string;
  readonly desk: RemoteDesk;
  /** Runs between two writes. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Makes the journal forget what was erased from the stored book: a new log is begun from the book as it is now, a
 * snapshot of it is taken, and everything before is removed, with the books before a restore that were kept as a
 * way back. Saves go on meanwhile.
 *
 * @returns `false` when the snapshot could not be taken, or is not all there should be; then nothing was removed, and it is to be tried again
 */
export async function purgeJournal({ db, generation, seat, desk, alone }: Purging): Promise<boolean> {
  const turned = await alone(async () => {
    const { seq, crc, stamp, sum, epoch } = await sentinelOf(db);
    const base = { seq, crc, stamp, sum };
    const beginning = { epoch: epoch ?? generation, seat, shape: BOOK_VERSION, base, fromEmpty: false };
    return { number: await desk.begin(beginning), head: base };
  });
  if (!(await desk.seed(turned, bookName(generation), true))) return false;
  if (!(await desk.forget(turned.number))) return false;
  await dropOtherGenerations(generation);
  return true;
}
