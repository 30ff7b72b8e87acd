import type { Action } from '@shared/records/action';
import type { RecordOf, TableName } from '@shared/records/book';
import { Dexie, type Table } from 'dexie';
import type { EstimatePart } from './estimates';
import { MIGRATIONS } from './migrations';
import { isStored } from './open-raw';
import type { SearchPage } from './search-pages';

/** Key of the mark of how many erasures this stored book, and then the journal, is clean of (`erasing.ts`). */
export const CLEAN = 'erased';

/** The door's own mark, written with every action: how far this book has come. */
export interface Sentinel {
  readonly key: 'sentinel';
  /** Number of actions ever written here; a book that went backward shows by it. */
  readonly seq: number;
  /** The newest clock reading written, so that the next one is later whatever the computer's clock says. */
  readonly stamp: string | null;
  readonly counts: Readonly<Record<string, number>>;
  /** Which book this is: the generation it was born as. A restored book is another one, a rebuilt one is not. */
  readonly epoch: number | null;
  /** Checksum of the journal's entry of the newest action; `null` where there was no journal. */
  readonly crc: string | null;
  /** What the records add up to (`journal/sum.ts`); `null` where that was never counted. */
  readonly sum: string | null;
  /** The shape of the book when the sum was counted: an upgrade writes records anew. */
  readonly shape: number;
  /** A newer generation has taken this one's place: nothing may be written here any more. */
  readonly retired: boolean;
}

type BookTables = { readonly [Name in TableName]: Table<RecordOf<Name>, string> };

/** The stored book. Only `commit.ts` and a restore write it. */
export type BookDb = Dexie &
  BookTables & {
    readonly actions: Table<Action, string>;
    readonly marks: Table<Sentinel, string>;
    /** What a search looks through; derived from the records, written in the same transaction. */
    readonly searchPages: Table<SearchPage, string>;
    readonly estimates: Table<EstimatePart, string>;
  };

/**
 * Without 'strict' a power cut takes back up to 25 seconds of acknowledged work. Dexie's own cache of live
 * queries answers from what it believes was written; a screen must show what is.
 */
const AS_WRITTEN = { chromeTransactionDurability: 'strict', cache: 'disabled' } as const;

/** The database of a generation, with every step it may have to climb; up to an older shape to fill that one. */
export function bookDb(name: string, shape = Number.POSITIVE_INFINITY): BookDb {
  return shaped(new Dexie(name, AS_WRITTEN), shape);
}

/**
 * The same for what is derived from the book and can be made anew: its writes do not wait for the disk, and whoever
 * saves does not wait for them.
 */
export function derivedDb(name: string): BookDb {
  const options = { ...AS_WRITTEN, chromeTransactionDurability: 'relaxed' } as const;
  const db = shaped(new Dexie(name, options), Number.POSITIVE_INFINITY);
  // As in `open.ts`: the library would open it again behind whoever needs it closed.
  db.on('versionchange', () => {
    db.close();
    return false;
  });
  return db;
}

function shaped(db: Dexie, shape: number): BookDb {
  for (const { version, stores, upgrade } of MIGRATIONS.filter((step) => step.version <= shape)) {
    const step = db.version(version).stores({ ...stores });
    if (upgrade) step.upgrade(upgrade);
  }
  return db as BookDb;
}

/**
 * The database just as it lies on the disk, whatever program shaped it; nothing is upgraded or added. `null`
 * when there is none.
 */
export async function asStored(name: string): Promise<BookDb | null> {
  if (!(await isStored(name, Dexie.dependencies.indexedDB))) return null;
  const db = new Dexie(name, AS_WRITTEN);
  try {
    await db.open();
    // Dexie names its tables on the database only where their shape was declared.
    for (const table of db.tables)
      if (!(table.name in db)) Object.defineProperty(db, table.name, { value: table });
    return db as BookDb;
  } catch (error) {
    if (error instanceof Dexie.NoSuchDatabaseError) return null;
    throw error;
  }
}
