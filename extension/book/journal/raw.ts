import type { TableName } from '@shared/records/book';
import { pagePacker, type SearchKind } from '../search-pages';
import { wordLines } from '../search-stores';
import { answered } from './answered';
import { asked } from './asked';
import { pagesIn } from './search-raw';
import { CHUNK_ROWS, type Chunk, type Row } from './snapshot';
import { EMPTY_SUM, type Sum, summing } from './sum';

/*
 * The stored book without the library: read and filled in bulk, in the worker or in a page. Everything the seller
 * does goes through the write door instead.
 */

/** All rows of a table in pieces, each read by itself, so that nobody who writes waits longer than for one. */
export async function* rowsOf(db: IDBDatabase, table: string): AsyncGenerator<Chunk> {
  let after: IDBKeyRange | undefined;
  for (;;) {
    const rows: Row[] = await answered(
      db.transaction(table).objectStore(table).getAll(after, CHUNK_ROWS),
      () => asked(db.transaction('marks').objectStore('marks').count()),
    );
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
  chunks: Iterable<Chunk> | AsyncIterable<Chunk>,
  onChunk: (chunk: Chunk, json: readonly string[]) => void | Promise<void> = () => undefined,
): Promise<Filled> {
  const counts: Record<string, number> = {};
  const sum = summing(EMPTY_SUM);
  let records = 0;
  // A book filled into an older shape becomes findable when it is upgraded.
  const findable = db.objectStoreNames.contains('searchPages') ? pagePacker(pagesIn(db)) : null;
  const waiting: Promise<void>[] = [];
  for await (const { table, rows } of chunks) {
    if (rows.length === 0) continue;
    if (waiting.length >= IN_FLIGHT) await waiting.shift();
    const done = putRows(db, table, rows);
    // Seen when its turn comes; a failure before that must not go unheard.
    done.catch(() => undefined);
    waiting.push(done);
    const json = rows.map((row) => JSON.stringify(row));
    for (const [index, row] of rows.entries()) sum.add(`${table}/${row.id}`, json[index]!);
    if (table !== 'actions') {
      counts[table] = (counts[table] ?? 0) + rows.length;
      records += rows.length;
    }
    await findable?.add(table as SearchKind, wordLines(table as TableName, rows as readonly never[]));
    await onChunk({ table, rows }, json);
  }
  await findable?.end();
  await Promise.all(waiting);
  return { counts, sum: sum.sum(), records };
}

function putRows(db: IDBDatabase, table: string, rows: readonly Row[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(table, 'readwrite', { durability: 'relaxed' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
    const store = transaction.objectStore(table);
    for (const row of rows) store.add(row);
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
