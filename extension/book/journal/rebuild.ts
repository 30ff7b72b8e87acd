import { TABLE_NAMES } from '@shared/records/book';
import { Dexie, type Table } from 'dexie';
import { isOfFiles } from '../failure';
import { bookName, pointTo } from '../generations';
import { BOOK_VERSION } from '../migrations';
import { asStored, type BookDb, bookDb } from '../schema';
import { inTime, storedGenerations } from '../stored-generations';
import { sentinelOf } from '../write';
import type { JournalFacts, Rebuilt } from './desk';
import type { BookFacts } from './diagnose';
import { MANY } from './news';
import type { RemoteDesk } from './protocol';

/** So many names are tried for a new book. */
const NAMES = 4;

/**
 * What the stored book says of itself: its mark, and whether every table holds what the mark counted. To count a very
 * large book takes seconds, and the first save waits for this: of its tables only whether they hold anything is asked,
 * unless it is to be `exact`.
 *
 * A record that such a book has lost is found by the daily adding up, and by looking it through in the settings. What
 * is saved before that makes nothing worse: the mark's sum is carried on by what changes, so the lost record is still
 * missing from it; the journal has the record and, after it, everything saved since; it is folded out of itself, and a
 * snapshot of the stored book takes its place only when that adds up, or when somebody saved while it was taken
 * (`purge.ts`).
 */
export async function factsOfBook(db: BookDb, generation: number, exact = false): Promise<BookFacts> {
  const sentinel = await sentinelOf(db);
  const told = (name: string) => sentinel.counts[name] ?? 0;
  // Not what only helps to find: a book of an older shape has other stores for that.
  const tables = db.tables.filter(({ name }) => (TABLE_NAMES as readonly string[]).includes(name));
  const isLarge = !exact && tables.reduce((sum, { name }) => sum + told(name), 0) > MANY;
  const held = async (table: Table) => {
    if (!isLarge) return table.count();
    return (await table.orderBy(':id').firstKey()) === undefined ? 0 : told(table.name);
  };
  const found = await Promise.all(tables.map(async (table) => [table.name, await held(table)] as const));
  const records = found.reduce((sum, [, count]) => sum + count, 0);
  // Written since by nobody: only the one who asks this may write.
  const counted = found.every(([name, count]) => told(name) === count);
  return { generation, sentinel, counted, records };
}

/**
 * Gives the book back from the journal into a new generation, and makes that the book. What is left of the old
 * one stays beside it until the next time, like the book before a restore.
 */
export async function rebuildFrom(
  desk: RemoteDesk,
  journal: JournalFacts,
  broken: number,
  onRows: (rows: number) => void,
): Promise<Rebuilt & { readonly generation: number }> {
  const known = Math.max(broken, journal.epoch);
  const free = Math.max(known, ...(await storedGenerations(known))) + 1;
  // An older snapshot is filled into its own shape and then climbs like any old book.
  const generation = await emptyGeneration(free, Math.min(journal.shape, BOOK_VERSION));
  const rebuilt = await desk.rebuild(bookName(generation), onRows, BOOK_VERSION).catch(async (error) => {
    // It is tried again: what was begun each time must not fill a disk that had no room for one.
    await inTime(Dexie.delete(bookName(generation))).catch(() => undefined);
    throw error;
  });
  await pointTo(generation, journal.seat);
  return { ...rebuilt, generation };
}

/**
 * An empty book under the first name from this one on that the browser lets be used: it may refuse the name of a
 * database whose file is damaged.
 *
 * @throws what the browser says where it refuses them all: no stored database can be used any more
 */
async function emptyGeneration(first: number, shape: number): Promise<number> {
  for (let generation = first; ; generation++) {
    const db = bookDb(bookName(generation), shape);
    try {
      await inTime(Dexie.delete(bookName(generation)));
      await inTime(db.open());
      return generation;
    } catch (error) {
      if (!isOfFiles(error) || generation - first >= NAMES - 1) throw error;
    } finally {
      db.close();
    }
  }
}

/**
 * A stored book that is the one the journal tells of, when only the pointer to it was lost.
 *
 * @param near a generation that was in use, where one is known
 */
export async function findBook(journal: JournalFacts | null, near: number): Promise<number | null> {
  for (const generation of (await storedGenerations(near)).toReversed()) {
    const db = await inTime(asStored(bookName(generation))).catch(() => null);
    if (!db) continue;
    try {
      const { sentinel, counted } = await factsOfBook(db, generation, true);
      const epoch = sentinel.epoch ?? generation;
      const same = !journal || (epoch === journal.epoch && sentinel.seq >= journal.head.seq);
      if (counted && same && sentinel.seq > 0 && !sentinel.retired) return generation;
    } catch {
      // A stored book that can't be read is not the one.
    } finally {
      db.close();
    }
  }
  return null;
}
