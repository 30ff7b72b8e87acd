import { Dexie, type Table } from 'dexie';
import { inRoom } from './in-room';
import { isStored } from './open-raw';
import { roomIsClosed } from './room';
import { bookName, inTime, storedGenerations } from './stored-generations';

export { bookName };

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

/** The book that was put aside by a restore, and when, in milliseconds since the epoch. */
interface Before {
  readonly key: 'before';
  readonly generation: number;
  readonly at: number;
}

/** Where backups go by themselves, as the browser itself keeps it: the owner picked this folder. */
interface Folder {
  readonly key: 'folder';
  readonly handle: FileSystemDirectoryHandle;
}

/** The code that opens this computer's sealed backups when their passphrase is forgotten: printed once, kept here. */
interface Code {
  readonly key: 'code';
  readonly code: string;
}

interface PointerDb extends Dexie {
  readonly pointers: Table<Pointer | Seat | Before | Folder | Code, string>;
}

const POINTER_DB = 'zhanggui';
/** Where the pointer is kept once the browser neither opens nor deletes the database it was in. */
const SPARE_POINTER_DB = 'zhanggui-spare';
let pointerDb = POINTER_DB;

async function open<T>(work: (db: PointerDb) => Promise<T>): Promise<T> {
  const db = new Dexie(pointerDb, { chromeTransactionDurability: 'strict' }) as PointerDb;
  db.version(1).stores({ pointers: 'key' });
  try {
    await db.open();
    // Dexie looks at what is stored only where anything is: a database without one table passes for ours.
    if (!db.backendDB().objectStoreNames.contains('pointers')) throw new LostPointers();
    return await work(db);
  } finally {
    db.close();
  }
}

/** The database of the pointer is there, the table in it is not. */
class LostPointers extends Error {}

/**
 * A pointer that is damaged is thrown away: journal and stored books say the same, and are asked then, by `mend`.
 * Thrown away by another page while this one had it open, it is opened once more.
 */
function mended<T>(work: () => Promise<T>, mend: () => Promise<void> = async () => undefined): Promise<T> {
  const away = async () => {
    try {
      await inTime(Dexie.delete(pointerDb));
    } catch (error) {
      if (pointerDb === SPARE_POINTER_DB || roomIsClosed(error)) throw error;
      // Every page and the service worker come here in the same way.
      pointerDb = SPARE_POINTER_DB;
    }
    await mend();
  };
  const tried = async () => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof LostPointers) await away();
      else if (!(error instanceof Dexie.DatabaseClosedError)) throw error;
      return work();
    }
  };
  return inRoom(tried, away);
}

function withPointers<T>(work: (db: PointerDb) => Promise<T>, mend?: () => Promise<void>): Promise<T> {
  return mended(() => open(work), mend);
}

/** The generation in use, or `null` when no book was ever opened here. Sets nothing up. */
export function storedGeneration(): Promise<number | null> {
  return mended(async () => {
    if (!(await isStored(pointerDb, Dexie.dependencies.indexedDB))) return null;
    return open(async (db) => {
      const pointer = await db.pointers.get('book');
      return pointer?.key === 'book' ? pointer.generation : null;
    });
  });
}

/**
 * The generation in use and the seat of this computer; what is not there yet is set up.
 *
 * @param mend called where the pointer had to be thrown away, before a new one is set up: the book may be there
 */
export function placeHere(
  freshSeat: () => string,
  mend?: () => Promise<void>,
): Promise<{ readonly generation: number; readonly seat: string }> {
  return withPointers(async (db) => {
    const [pointer, known] = await db.pointers.bulkGet(['book', 'seat']);
    if (pointer?.key === 'book' && known?.key === 'seat')
      return { generation: pointer.generation, seat: known.seat };
    return db.transaction('rw', db.pointers, async () => {
      const [now, own] = await db.pointers.bulkGet(['book', 'seat']);
      const generation = now?.key === 'book' ? now.generation : 1;
      const seat = own?.key === 'seat' ? own.seat : freshSeat();
      await db.pointers.bulkPut([
        { key: 'book', generation },
        { key: 'seat', seat },
      ]);
      return { generation, seat };
    });
  }, mend);
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

/** Makes a finished generation the book; with a seat, where that had been lost as well. */
export function pointTo(generation: number, seat?: string): Promise<void> {
  return withPointers((db) =>
    db.transaction('rw', db.pointers, async () => {
      await db.pointers.put({ key: 'book', generation });
      if (seat !== undefined && !(await db.pointers.get('seat')))
        await db.pointers.put({ key: 'seat', seat });
    }),
  );
}

/** Remembers which book was put aside, so that the way back to it can be offered. */
export function rememberBefore(generation: number, at: number): Promise<void> {
  return withPointers((db) =>
    db.transaction('rw', db.pointers, async () => {
      await db.pointers.put({ key: 'before', generation, at });
    }),
  );
}

/** The book that a restore put aside, while it is still on the disk; else `null`. */
export async function bookBefore(): Promise<{ readonly generation: number; readonly at: number } | null> {
  const before = await withPointers((db) => db.pointers.get('before'));
  if (before?.key !== 'before') return null;
  const there = (await storedGenerations(before.generation)).includes(before.generation);
  return there ? { generation: before.generation, at: before.at } : null;
}

/** The folder the owner picked for backups; `null` when none was, or when the database that held it was lost. */
export async function pickedFolder(): Promise<FileSystemDirectoryHandle | null> {
  const folder = await withPointers((db) => db.pointers.get('folder'));
  return folder?.key === 'folder' ? folder.handle : null;
}

/** Keeps a picked folder, or forgets it. */
export function keepFolder(handle: FileSystemDirectoryHandle | null): Promise<void> {
  return withPointers((db) =>
    db.transaction('rw', db.pointers, async () => {
      if (handle) await db.pointers.put({ key: 'folder', handle });
      else await db.pointers.delete('folder');
    }),
  );
}

/** This computer's recovery code; made the first time it is asked for. */
export function ownCode(fresh: () => string): Promise<string> {
  return withPointers((db) =>
    db.transaction('rw', db.pointers, async () => {
      const known = await db.pointers.get('code');
      if (known?.key === 'code') return known.code;
      const code = fresh();
      await db.pointers.put({ key: 'code', code });
      return code;
    }),
  );
}

/** The recovery code, if this computer ever made one. */
export async function knownCode(): Promise<string | null> {
  const known = await withPointers((db) => db.pointers.get('code'));
  return known?.key === 'code' ? known.code : null;
}

/** Deletes what is older than the generation before the current one: that one is kept as a way back. */
export async function dropOldGenerations(current: number): Promise<void> {
  for (const generation of await storedGenerations(current)) {
    if (generation < current - 1) await Dexie.delete(bookName(generation));
  }
}

/** Deletes every book but the one in use, the way back as well: what was erased on request is still in them. */
export async function dropOtherGenerations(current: number): Promise<void> {
  for (const generation of await storedGenerations(current)) {
    if (generation < current) await Dexie.delete(bookName(generation));
  }
}
