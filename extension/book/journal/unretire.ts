import { storedGeneration } from '../generations';
import { sentinelOf } from '../write';
import type { Kept } from './kept';

/** How long another page may take between retiring this book and pointing to the next, in milliseconds. */
const RESTORING = 3000;

/**
 * A restore that was killed after it had retired this book and before it pointed to the other one. Between the
 * two lie milliseconds: whoever finds a book so for seconds is alone with it.
 */
export async function unretire({ db, generation }: Pick<Kept, 'db' | 'generation'>): Promise<void> {
  if (!(await sentinelOf(db)).retired) return;
  await new Promise((done) => setTimeout(done, RESTORING));
  if ((await storedGeneration()) !== generation) return;
  const sentinel = await sentinelOf(db);
  await db.transaction('rw', db.marks, () => db.marks.put({ ...sentinel, retired: false }));
}
