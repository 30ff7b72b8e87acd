import type { AnyRecord } from '@shared/records/apply';
import type { TableName } from '@shared/records/book';
import type { Table } from 'dexie';
import type { BookDb, SearchRow } from './schema';
import { SEARCHED, searchRow } from './search-rows';

/**
 * How far the search of a large book is built, as a mark in it: the records of `table` up to `after` and all of
 * the tables before it are in. There is no such mark in a book whose search is whole.
 */
export interface SearchMark {
  readonly key: 'search';
  readonly table: TableName;
  readonly after: string;
}

/** The tables of the search, in the order they are gone through. */
export const SEARCH_ORDER: readonly TableName[] = [...SEARCHED];

/** Nothing is in yet. */
export const SEARCH_BEGIN: SearchMark = { key: 'search', table: SEARCH_ORDER[0]!, after: '' };

/** The mark after some records of its table; `null` when that was the last of all. */
export function searchMarkAfter(mark: SearchMark, lastId: string | null): SearchMark | null {
  if (lastId !== null) return { ...mark, after: lastId };
  const next = SEARCH_ORDER[SEARCH_ORDER.indexOf(mark.table) + 1];
  return next === undefined ? null : { key: 'search', table: next, after: '' };
}

/**
 * Search rows that fit, of records the search does not hold yet, read one by one: slow, and only for the minute
 * after a very large book was put in place.
 */
export async function unbuiltRows(
  db: BookDb,
  fits: (row: SearchRow) => boolean,
  limit: number,
): Promise<readonly SearchRow[]> {
  const marks: Table<unknown, string> = db.table('marks');
  const mark = (await marks.get('search')) as SearchMark | undefined;
  if (!mark) return [];
  const found: SearchRow[] = [];
  for (const table of SEARCH_ORDER.slice(SEARCH_ORDER.indexOf(mark.table))) {
    const after = table === mark.table ? mark.after : '';
    const left = db.table<AnyRecord, string>(table).where('id').above(after);
    await left
      .until(() => found.length >= limit)
      .each((record) => {
        const row = searchRow(table, record);
        if (row && fits(row)) found.push(row);
      });
  }
  return found;
}
