import type { TableName } from '@shared/records/book';
import { SEARCHED, searchRow } from '../search-rows';
import { CHUNK_ROWS, type Chunk, type Row } from './snapshot';
import { EMPTY_SUM, type Sum, summing } from './sum';

/*
 * The stored book without the library: read and filled in bulk, in the worker or in a page. Everything the seller
 * does goes through the write door instead.
 */

/** Opens a stored book as it lies there; `null` when there is none. Lets go when another page needs it closed. */
export function openRaw(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      // Taken back before it was made: there is none.
      if (request.error?.name === 'AbortError') resolve(null);
      else reject(request.error);
    };
  });
}

/** All rows of a table in pieces, each read by itself, so that nobody who writes waits longer than for one. */
export async function* rowsOf(db: IDBDatabase, table: string): AsyncGenerator<Chunk> {
  let after: IDBKeyRange | undefined;
  for (;;) {
    const rows: Row[] = await asked(db.transaction(table).objectStore(table).getAll(after, CHUNK_ROWS));
    if (rows.length > 0) yield { table, rows };
    if (rows.length < CHUNK_ROWS) return;
    after = IDBKeyRange.lowerBound(rows.at(-1)!.id, true);
  }
}

export interface Filled {
  readonly counts: Readonly<Record<string, number>>;
  readonly sum: Sum;
  /** Records of the book's tables, without its history. */
  readonly records: number;
}

/** How many transactions may wait for the disk: it is never idle and never buried. */
const IN_FLIGHT = 3;

/**
 * Puts rows into an empty stored book, search included. Not strict: nothing points to this book yet, and the one
 * strict write at its end makes it all safe at once.
 */
export async function fillBook(
  db: IDBDatabase,
  chunks: Iterable<Chunk>,
  onRows: (rows: number) => void = () => undefined,
): Promise<Filled> {
  const counts: Record<string, number> = {};
  const sum = summing(EMPTY_SUM);
  let records = 0;
  const waiting: Promise<void>[] = [];
  for (const { table, rows } of chunks) {
    if (rows.length === 0) continue;
    if (waiting.length >= IN_FLIGHT) await waiting.shift();
    const done = putRows(db, table, rows);
    // Seen when its turn comes; a failure before that must not go unheard.
    done.catch(() => undefined);
    waiting.push(done);
    if (table !== 'actions') {
      counts[table] = (counts[table] ?? 0) + rows.length;
      for (const row of rows) sum.add(`${table}/${row.id}`, JSON.stringify(row));
      records += rows.length;
    }
    onRows(rows.length);
  }
  await Promise.all(waiting);
  return { counts, sum: sum.sum(), records };
}

function putRows(db: IDBDatabase, table: string, rows: readonly Row[]): Promise<void> {
  const searched = SEARCHED.has(table as TableName);
  const scope = searched ? [table, 'search'] : [table];
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(scope, 'readwrite', { durability: 'relaxed' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
    const store = transaction.objectStore(table);
    for (const row of rows) store.add(row);
    if (!searched) return;
    const search = transaction.objectStore('search');
    for (const row of rows) {
      const found = searchRow(table as TableName, row as never);
      if (found) search.put(found);
    }
  });
}

/** Writes a mark and waits until the disk has it and everything written before it. */
export function putMark(db: IDBDatabase, mark: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('marks', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
    transaction.objectStore('marks').put(mark);
  });
}

export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
