import type { Action } from '@shared/records/action';
import type { RecordOf, TableName } from '@shared/records/book';
import { Dexie, type Table } from 'dexie';
import { MIGRATIONS } from './migrations';

/** The door's own mark, written with every action: how far this book has come. */
export interface Sentinel {
  readonly key: 'sentinel';
  /** Number of actions ever written here; a book that went backward shows by it. */
  readonly seq: number;
  /** The newest clock reading written, so that the next one is later whatever the computer's clock says. */
  readonly stamp: string | null;
  readonly counts: Readonly<Record<string, number>>;
  /** A newer generation has taken this one's place: nothing may be written here any more. */
  readonly retired: boolean;
}

/** What a search looks up for one record; derived from it, written in the same transaction. */
export interface SearchRow {
  /** '<table>:<id of the record>' */
  readonly id: string;
  readonly buyerId: string;
  readonly text: string;
  readonly grams: readonly string[];
}

type BookTables = { readonly [Name in TableName]: Table<RecordOf<Name>, string> };

/** The stored book. Only `commit.ts` and a restore write it. */
export type BookDb = Dexie &
  BookTables & {
    readonly actions: Table<Action, string>;
    readonly marks: Table<Sentinel, string>;
    readonly search: Table<SearchRow, string>;
  };

/** The database of a generation, with every step it may have to climb. */
export function bookDb(name: string): BookDb {
  // Without 'strict' a power cut takes back up to 25 seconds of acknowledged work.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  for (const { version, stores, upgrade } of MIGRATIONS) {
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
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
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
