import type { Action } from '../records/action';
import { type Book, TABLE_NAMES } from '../records/book';
import { canonicalJson, type Json } from '../text/json';

export const BACKUP_FORMAT = 'zhanggui/backup';
/** The format this program writes. Raised when a reader of the old one would misunderstand the new one. */
export const BACKUP_VERSION = 1;
/** Characters of the largest text taken for a backup. */
export const BACKUP_LIMIT = 256 * 1024 * 1024;
/** Deeper than any record goes; a taught site is the deepest. */
export const BACKUP_DEPTH = 40;

/**
 * Everything of a backup but its seal, in the one order there is: keys of the file as documented, keys of all
 * objects inside by name, records by id, actions by stamp. Equal books are equal bytes.
 */
export function backupBody(book: Book, actions: readonly Action[], made: string): string {
  return bodyOf(TABLE_NAMES, book, actions, made);
}

/**
 * The same of what a file holds: its own tables, its records as they were written. A field or a table that came
 * into the book later is not in an older file, and its seal knows nothing of it.
 */
export function fileBody(
  tables: Readonly<Record<string, readonly unknown[]>>,
  actions: readonly unknown[],
  made: string,
): string {
  return bodyOf(Object.keys(tables), tables, actions as readonly Action[], made);
}

function bodyOf(
  names: readonly string[],
  book: Readonly<Record<string, readonly unknown[]>>,
  actions: readonly Action[],
  made: string,
): string {
  const tables = names.map((table) => {
    const rows = sorted(book[table] as readonly { readonly id: string }[], (row) => row.id);
    return [table, `[${rows.map(canonical).join(',\n')}]`] as const;
  });
  const tableText = tables
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([table, rows]) => `${JSON.stringify(table)}:${rows}`)
    .join(',\n');
  const actionText = sorted(actions, (action) => `${action.stamp} ${action.id}`)
    .map(canonical)
    .join(',\n');
  return `${headOf(made)}${tableText}},\n"actions":[${actionText}]`;
}

/**
 * How a backup begins.
 *
 * @example headOf('2026-11-22T00:00:00Z').slice(0, 28) // => '{"format":"zhanggui/backup",'
 */
export function headOf(made: string): string {
  return `{"format":"${BACKUP_FORMAT}","version":${BACKUP_VERSION},"made":${JSON.stringify(made)},"tables":{`;
}

/**
 * How a backup ends: its seal, of everything before it.
 *
 * @example sealOf('ab') // => ',"hash":"ab"}'
 */
export function sealOf(hash: string): string {
  return `,"hash":"${hash}"}`;
}

function canonical(row: unknown): string {
  return canonicalJson(row as Json);
}

/** By code units, so that the order does not depend on anybody's language. */
function sorted<T>(rows: readonly T[], key: (row: T) => string): readonly T[] {
  const keyed = rows.map((row) => ({ key: key(row), row }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}
