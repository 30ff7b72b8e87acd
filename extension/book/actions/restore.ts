import type { Action } from '@shared/records/action';
import type { AnyRecord } from '@shared/records/apply';
import { type Book, TABLE_NAMES, type TableName } from '@shared/records/book';
import type { Stamp } from '@shared/records/stamp';
import { Dexie } from 'dexie';
import { type Refusal, refuse } from '../ack';
import { sentinelOf } from '../commit';
import { refusalOf } from '../failure';
import { bookName, currentGeneration, pointTo } from '../generations';
import type { OpenBook } from '../open';
import { type BookDb, bookDb, type SearchRow } from '../schema';
import { searchRow } from '../search-rows';

export type Restored = { readonly ok: true; readonly generation: number } | Refusal;

/**
 * Puts another book in this one's place: a new generation is built beside it and counted, then one pointer is
 * moved. Killed anywhere before that, the old book is the book and nothing of it was touched. The open book
 * is retired by it: whoever still holds it is refused with `moved` and must open again.
 *
 * The book before stays on the disk as the way back until the next restore.
 */
export async function restoreBook(
  book: OpenBook,
  contents: Book,
  actions: readonly Action[],
): Promise<Restored> {
  if (book.readOnly) return refuse('newer-book', 'this book was shaped by a newer program');
  try {
    const current = await currentGeneration();
    if (current !== book.generation) return refuse('moved', 'another window has restored a book');
    const next = current + 1;
    await build(bookName(next), contents, actions, (await sentinelOf(book.db)).stamp);
    await pointTo(next);
    await retire(book.db);
    return { ok: true, generation: next };
  } catch (error) {
    return refusalOf(error);
  }
}

async function build(
  name: string,
  contents: Book,
  actions: readonly Action[],
  lastStamp: Stamp | null,
): Promise<void> {
  // What a killed restore left behind.
  await Dexie.delete(name);
  const db = bookDb(name);
  try {
    await db.open();
    await db.transaction('rw', db.tables, async () => {
      for (const table of TABLE_NAMES) {
        await db.table(table).bulkAdd([...contents[table]]);
        await db.search.bulkAdd(searchRows(table, contents[table]));
      }
      await db.actions.bulkAdd([...actions]);
      await db.marks.add({
        key: 'sentinel',
        seq: actions.length,
        stamp: newest(contents, actions, lastStamp),
        counts: Object.fromEntries(TABLE_NAMES.map((table) => [table, contents[table].length])),
        retired: false,
      });
    });
    await checkCounts(db, contents, actions);
  } catch (error) {
    // What was refused leaves nothing behind; on a full disk its room is needed.
    db.close();
    await Dexie.delete(name).catch(() => undefined);
    throw error;
  } finally {
    db.close();
  }
}

function searchRows(table: TableName, records: readonly AnyRecord[]): readonly SearchRow[] {
  return records.map((record) => searchRow(table, record)).filter((row) => row !== null);
}

/** Counted from the disk before anything points here. */
async function checkCounts(db: BookDb, contents: Book, actions: readonly Action[]): Promise<void> {
  const wanted = [
    ...TABLE_NAMES.map((table) => [table, contents[table].length] as const),
    ['actions', actions.length] as const,
  ];
  for (const [table, count] of wanted) {
    const found = await db.table(table).count();
    if (found !== count) throw new Error(`${table}: ${found} of ${count} records arrived`);
  }
}

/** The clock goes on after everything that was ever written, here or where the backup was made. */
function newest(contents: Book, actions: readonly Action[], last: Stamp | null): Stamp | null {
  let stamp = last;
  const see = (reading: Stamp) => {
    if (stamp === null || reading > stamp) stamp = reading;
  };
  for (const table of TABLE_NAMES) for (const row of contents[table]) Object.values(row.stamps).forEach(see);
  for (const action of actions) see(action.stamp);
  return stamp;
}

async function retire(db: BookDb): Promise<void> {
  await db.transaction('rw', db.marks, async () => {
    await db.marks.put({ ...(await sentinelOf(db)), retired: true });
  });
}
