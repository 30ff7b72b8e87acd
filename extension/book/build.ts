import type { Stamp } from '@shared/records/stamp';
import type { Beside } from './beside';
import { asked } from './journal/asked';
import { type Filled, fillBook, putMark } from './journal/raw';
import { type Chunk, SNAPSHOT_TABLES } from './journal/snapshot';
import { BOOK_VERSION } from './migrations';
import type { Sentinel } from './schema';

/** A book that is to be built beside the one in use. */
export interface BuildOrder {
  /** The generation it is going to be. */
  readonly epoch: number;
  readonly seat: string;
  /** How many actions its history has. */
  readonly seq: number;
  /** Newest clock reading in it or in the book it takes the place of: what is written next is later. */
  readonly stamp: Stamp | null;
  /** Records and actions in all, for the progress. */
  readonly rows: number;
}

/** What a restore tells on the way, and how it is stopped: until it is whole, nothing of the book is touched. */
export interface RestoreOptions {
  /** Called with the part that is done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Fills an empty stored book, and the journal beside it, counts what has arrived and marks it as whole. Nothing
 * points to it yet.
 *
 * @throws when it is stopped, when the source refuses, or when the disk does; whoever called removes what is there.
 */
export async function buildBook(
  db: IDBDatabase,
  beside: Beside | null,
  chunks: Iterable<Chunk> | AsyncIterable<Chunk>,
  { epoch, seat, seq, stamp, rows: all }: BuildOrder,
  { onProgress, signal }: RestoreOptions,
): Promise<Sentinel> {
  const head = { seq, crc: null, stamp, sum: null };
  await beside?.begin({ epoch, seat, shape: BOOK_VERSION, head });
  let done = 0;
  let actions = 0;
  const filled = await fillBook(db, chunks, async ({ table, rows }, json) => {
    signal?.throwIfAborted();
    await beside?.rows(table, `[${json.join(',')}]`, rows.length);
    done += rows.length;
    if (table === 'actions') actions += rows.length;
    onProgress?.(done / all);
  });
  await beside?.end();
  await checkCounts(db, filled, actions);
  if (actions !== seq) throw new Error(`${actions} of ${seq} actions arrived`);
  signal?.throwIfAborted();
  const mark = markOf(filled, epoch, seq, stamp);
  await putMark(db, mark);
  return mark;
}

function markOf({ counts, sum }: Filled, epoch: number, seq: number, stamp: Stamp | null): Sentinel {
  const shape = BOOK_VERSION;
  return { key: 'sentinel', seq, stamp, counts, epoch, crc: null, sum, shape, retired: false };
}

/** Counted from the disk before anything points here. */
async function checkCounts(db: IDBDatabase, { counts }: Filled, actions: number): Promise<void> {
  for (const table of SNAPSHOT_TABLES) {
    const wanted = table === 'actions' ? actions : (counts[table] ?? 0);
    const found = await asked(db.transaction(table).objectStore(table).count());
    if (found !== wanted) throw new Error(`${table}: ${found} of ${wanted} records arrived`);
  }
}
