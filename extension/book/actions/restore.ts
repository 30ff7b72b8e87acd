import type { Action } from '@shared/records/action';
import { type Book, TABLE_NAMES } from '@shared/records/book';
import { withoutErased } from '@shared/records/erasing';
import type { Stamp } from '@shared/records/stamp';
import { Dexie } from 'dexie';
import { type Refusal, refuse } from '../ack';
import type { Beside } from '../beside';
import { refusalOf } from '../failure';
import { bookName, currentGeneration, pointTo } from '../generations';
import { type Filled, fillBook, putMark } from '../journal/raw';
import type { Chunk, Row } from '../journal/snapshot';
import { BOOK_VERSION } from '../migrations';
import type { OpenBook } from '../open';
import { type BookDb, bookDb, type Sentinel } from '../schema';
import { sentinelOf } from '../write';

export type Restored = { readonly ok: true; readonly generation: number } | Refusal;

/** Records per transaction and piece of the journal. */
const AT_ONCE = 2_000;

/** What a restore tells on the way, and how it is stopped: until it is whole, nothing of the book is touched. */
export interface RestoreOptions {
  /** Called with the part that is done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Puts another book in this one's place: a new generation is built beside it, in the database and in the journal,
 * and counted, then one pointer is moved. Killed or cancelled anywhere before that, the old book is the book and
 * nothing of it was touched. The open book is retired by it: whoever still holds it is refused with `moved` and
 * must open again.
 *
 * The book before stays on the disk as the way back until the next restore.
 */
export async function restoreBook(
  book: OpenBook,
  contents: Book,
  actions: readonly Action[],
  options: RestoreOptions = {},
): Promise<Restored> {
  if (book.readOnly) return refuse('newer-book', 'this book was shaped by a newer program');
  let beside: Beside | null = null;
  try {
    const current = await currentGeneration();
    if (current !== book.generation) return refuse('moved', 'another window has restored a book');
    const next = current + 1;
    const before = await sentinelOf(book.db);
    const wanted = await withoutWhomWeErased(book, contents, actions);
    beside = await book.beside();
    const mark = await build(book, beside, next, wanted.book, wanted.actions, options, before.stamp);
    await retire(book.db, before.seq);
    try {
      await pointTo(next);
    } catch (error) {
      await retire(book.db, before.seq, false);
      throw error;
    }
    await beside?.install(mark);
    return { ok: true, generation: next };
  } catch (error) {
    await beside?.drop().catch(() => undefined);
    return options.signal?.aborted ? refuse('cancelled', 'stopped on the way') : refusalOf(error);
  } finally {
    beside?.close();
  }
}

/** An older backup, or another computer's, must not bring back whom this book has erased (F-60). */
async function withoutWhomWeErased({ db }: OpenBook, contents: Book, actions: readonly Action[]) {
  const here = await db.erasures.toArray();
  const known = new Set(contents.erasures.map(({ id }) => id));
  const erasures = [...contents.erasures, ...here.filter(({ id }) => !known.has(id))];
  return withoutErased({ ...contents, erasures }, actions, erasures);
}

async function build(
  book: OpenBook,
  beside: Beside | null,
  generation: number,
  contents: Book,
  actions: readonly Action[],
  { onProgress, signal }: RestoreOptions,
  lastStamp: Stamp | null,
): Promise<Sentinel> {
  const name = bookName(generation);
  // What a killed restore left behind.
  await Dexie.delete(name);
  const db = bookDb(name);
  try {
    await db.open();
    const stamp = newest(contents, actions, lastStamp);
    const head = { seq: actions.length, crc: null, stamp, sum: null };
    await beside?.begin({ epoch: generation, seat: book.seat, shape: BOOK_VERSION, head });
    const all = TABLE_NAMES.reduce((sum, table) => sum + contents[table].length, actions.length);
    let done = 0;
    const filled = await fillBook(
      db.backendDB(),
      chunksOf(contents, actions),
      async ({ table, rows }, json) => {
        signal?.throwIfAborted();
        await beside?.rows(table, `[${json.join(',')}]`, rows.length);
        done += rows.length;
        onProgress?.(done / all);
      },
    );
    await beside?.end();
    await checkCounts(db, contents, actions);
    signal?.throwIfAborted();
    const mark = markOf(filled, generation, head.seq, stamp);
    await putMark(db.backendDB(), mark);
    return mark;
  } catch (error) {
    // What was refused leaves nothing behind; on a full disk its room is needed.
    db.close();
    await Dexie.delete(name).catch(() => undefined);
    throw error;
  } finally {
    db.close();
  }
}

function* chunksOf(contents: Book, actions: readonly Action[]): Generator<Chunk> {
  const tables = [
    ...TABLE_NAMES.map((table) => [table, contents[table]] as const),
    ['actions', actions] as const,
  ];
  for (const [table, all] of tables) {
    const rows = all as unknown as readonly Row[];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      yield { table, rows: rows.slice(from, from + AT_ONCE) };
    }
  }
}

function markOf({ counts, sum }: Filled, epoch: number, seq: number, stamp: Stamp | null): Sentinel {
  const shape = BOOK_VERSION;
  return { key: 'sentinel', seq, stamp, counts, epoch, crc: null, sum, shape, retired: false };
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

/** Nothing may be written to the old book any more; a save in between would be in neither. */
async function retire(db: BookDb, seq: number, retired = true): Promise<void> {
  await db.transaction('rw', db.marks, async () => {
    const sentinel = await sentinelOf(db);
    if (sentinel.seq !== seq) throw new Error('the book was written while another was put in its place');
    await db.marks.put({ ...sentinel, retired });
  });
}
