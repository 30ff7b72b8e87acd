import { Dexie, type Table } from 'dexie';

/**
 * Which stored book is the book. A restore builds a new database beside the old one and then moves this one
 * pointer: killed half-way, the old book is still the book.
 */
interface Pointer {
  readonly key: 'book';
  readonly generation: number;
}

/** What belongs to this computer and to no book: restoring a book elsewhere must not clone it. */
interface Seat {
  readonly key: 'seat';
  readonly seat: string;
}

interface PointerDb extends Dexie {
  readonly pointers: Table<Pointer | Seat, string>;
}

const POINTER_DB = 'zhanggui';
const BOOK_NAME = /^zhanggui-book-(\d+)$/;

/** @example bookName(1) // => 'zhanggui-book-1' */
export function bookName(generation: number): string {
  return `zhanggui-book-${generation}`;
}

async function withPointers<T>(work: (db: PointerDb) => Promise<T>): Promise<T> {
  const db = new Dexie(POINTER_DB, { chromeTransactionDurability: 'strict' }) as PointerDb;
  db.version(1).stores({ pointers: 'key' });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** The generation in use, or `null` when no book was ever opened here. Sets nothing up. */
export async function storedGeneration(): Promise<number | null> {
  if (!(await Dexie.exists(POINTER_DB))) return null;
  return withPointers(async (db) => {
    const pointer = await db.pointers.get('book');
    return pointer?.key === 'book' ? pointer.generation : null;
  });
}

/** The generation in use; the first one is set up when there is none. */
export function currentGeneration(): Promise<number> {
  return withPointers((db) =>
    db.transaction('rw', db.pointers, async () => {
      const pointer = await db.pointers.get('book');
      if (pointer?.key === 'book') return pointer.generation;
      await db.pointers.put({ key: 'book', generation: 1 });
      return 1;
    }),
  );
}

/** Makes a finished generation the book. */
export function pointTo(generation: number): Promise<void> {
  return withPointers((db) =>
    db.transaction('rw', db.pointers, async () => {
      await db.pointers.put({ key: 'book', generation });
    }),
  );
}

/** The name of this computer's seat, kept from the first time on. */
export function seatHere(fresh: () => string): Promise<string> {
  return withPointers((db) =>
    db.transaction('rw', db.pointers, async () => {
      const known = await db.pointers.get('seat');
      if (known?.key === 'seat') return known.seat;
      const seat = fresh();
      await db.pointers.put({ key: 'seat', seat });
      return seat;
    }),
  );
}

/** Every generation on the disk, finished or not, in order. */
export async function storedGenerations(): Promise<readonly number[]> {
  const names = await Dexie.getDatabaseNames();
  return names
    .flatMap((name) => {
      const match = BOOK_NAME.exec(name);
      return match ? [Number(match[1])] : [];
    })
    .sort((a, b) => a - b);
}

/** Deletes what is older than the generation before the current one: that one is kept as a way back. */
export async function dropOldGenerations(current: number): Promise<void> {
  for (const generation of await storedGenerations()) {
    if (generation < current - 1) await Dexie.delete(bookName(generation));
  }
}
