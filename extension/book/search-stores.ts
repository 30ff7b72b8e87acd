import type { AnyRecord } from '@shared/records/apply';
import type { TableName } from '@shared/records/book';
import type { Table } from 'dexie';
import {
  type Edit,
  editPages,
  type Line,
  type PageStore,
  type SearchKind,
  type SearchPage,
} from './search-pages';
import { SEARCHED, wordsOf } from './search-words';

/** Where pages lie for the library: to be used within a transaction over `searchPages`. */
export function pageTable(table: Table<SearchPage, string>): PageStore {
  return {
    keys: (kind) => table.where(':id').startsWith(`${kind}/`).primaryKeys(),
    home: (kind, id) => table.where(':id').between(`${kind}/`, `${kind}/${id}`, true, true).reverse().first(),
    get: (keys) => table.bulkGet([...keys]),
    put: (pages) => table.bulkPut([...pages]),
    lastRev: () =>
      table
        .orderBy('rev')
        .lastKey()
        .then((rev) => Number(rev ?? 0)),
  };
}

/** What the records of a table say, as lines; a record without words takes its line out. */
export function wordLines(table: TableName, records: readonly AnyRecord[]): readonly Line[] {
  return SEARCHED.has(table)
    ? records.map((record) => ({ id: record.id, text: wordsOf(table, record) }))
    : [];
}

/** What stands in these records, as edits of the pages. */
export function wordEdits(tables: ReadonlyMap<TableName, readonly AnyRecord[]>): readonly Edit[] {
  return [...tables]
    .filter(([table]) => SEARCHED.has(table))
    .map(([table, records]) => ({ kind: table as SearchKind, lines: wordLines(table, records) }));
}

/** What stands in these records is found from now on, and what stood in them is not any more. */
export async function writeWords(
  pages: Table<SearchPage, string>,
  table: TableName,
  records: readonly AnyRecord[],
): Promise<void> {
  if (SEARCHED.has(table)) await editPages(pageTable(pages), table as SearchKind, wordLines(table, records));
}

/** Takes records out of the search: their words, and how their names sound. */
export async function forgetWords(
  pages: Table<SearchPage, string>,
  table: TableName,
  ids: readonly string[],
): Promise<void> {
  if (!SEARCHED.has(table)) return;
  const lines = ids.map((id) => ({ id, text: null }));
  const kinds: readonly SearchKind[] =
    table === 'buyers' || table === 'accounts' ? [table, `sound-${table}`] : [table as SearchKind];
  for (const kind of kinds) await editPages(pageTable(pages), kind, lines);
}
