import type { Stamp } from '@shared/records/stamp';
import { Dexie } from 'dexie';
import { type Refusal, refuse } from './ack';
import { refusalOf } from './failure';
import { bookName, currentGeneration, pointTo, rememberBefore } from './generations';
import type { OpenBook } from './open';
import { type BookDb, bookDb, type Sentinel } from './schema';
import { sentinelOf } from './write';

export type Restored = { readonly ok: true; readonly generation: number } | Refusal;

/** Who fills the new book: this page, or a worker. */
export interface Builder {
  /** Fills the stored book of a generation, which is there and empty, and the journal beside it. */
  build(generation: number, last: Stamp | null): Promise<Sentinel | Refusal>;
  /** The journal of it becomes the newest one. */
  install(mark: Sentinel): Promise<void>;
  /** Takes back what was laid down. */
  drop(): Promise<void>;
  close(): void;
}

/**
 * Puts another book in this one's place: a new generation is built beside it, in the database and in the journal,
 * and counted, then one pointer is moved. Killed or cancelled anywhere before that, the old book is the book and
 * nothing of it was touched. The open book is retired by it: whoever still holds it is refused with `moved` and
 * must open again.
 *
 * The book before stays on the disk as the way back until the next restore.
 */
export async function replaceBook(
  book: OpenBook,
  builder: Builder,
  signal: AbortSignal | undefined,
): Promise<Restored> {
  if (book.readOnly) return refuse('newer-book', 'this book was shaped by a newer program');
  let name: string | null = null;
  try {
    const current = await currentGeneration();
    if (current !== book.generation) return refuse('moved', 'another window has restored a book');
    const next = current + 1;
    const before = await sentinelOf(book.db);
    name = bookName(next);
    await emptyBookAt(name);
    const mark = await builder.build(next, before.stamp);
    if ('ok' in mark) {
      await undoBuild(builder, name);
      return mark;
    }
    await retire(book.db, before.seq);
    try {
      await pointTo(next);
    } catch (error) {
      await retire(book.db, before.seq, false);
      throw error;
    }
    await rememberBefore(current, book.world.now()).catch(() => undefined);
    await builder.install(mark);
    return { ok: true, generation: next };
  } catch (error) {
    await undoBuild(builder, name);
    return signal?.aborted ? refuse('cancelled', 'stopped on the way') : refusalOf(error);
  } finally {
    builder.close();
  }
}

/** A stored book with nothing in it; what a killed restore left behind is removed. */
async function emptyBookAt(name: string): Promise<void> {
  await Dexie.delete(name);
  const db = bookDb(name);
  await db.open();
  db.close();
}

/** What was refused leaves nothing behind; on a full disk its room is needed. */
async function undoBuild(builder: Builder, name: string | null): Promise<void> {
  await builder.drop().catch(() => undefined);
  if (name === null || (await currentGeneration().then(bookName, () => name)) === name) return;
  await Dexie.delete(name).catch(() => undefined);
}

/** Nothing may be written to the old book any more; a save in between would be in neither. */
async function retire(db: BookDb, seq: number, retired = true): Promise<void> {
  await db.transaction('rw', db.marks, async () => {
    const sentinel = await sentinelOf(db);
    if (sentinel.seq !== seq) throw new Error('the book was written while another was put in its place');
    await db.marks.put({ ...sentinel, retired });
  });
}
