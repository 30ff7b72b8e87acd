import type { Change } from '@shared/records/action';
import { type AnyRecord, recordKey } from '@shared/records/apply';
import type { TableName } from '@shared/records/book';
import { Dexie, type Table } from 'dexie';
import type { BookDb } from '../schema';

/** The records of these ids that are in the book, by id. */
export async function byIds<T extends { readonly id: string; readonly deleted: boolean }>(
  table: Table<T, string>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const rows = await table.bulkGet([...new Set(ids)]);
  return new Map(rows.flatMap((row) => (row && !row.deleted ? [[row.id, row] as const] : [])));
}

/** The records that some changes are about, tombstones included, by `recordKey`; one read per table. */
export function recordsOf(db: BookDb, changes: readonly Change[]): Promise<ReadonlyMap<string, AnyRecord>> {
  const wanted = new Map<TableName, Set<string>>();
  for (const { table, id } of changes) wanted.set(table, (wanted.get(table) ?? new Set()).add(id));
  const tables = [...wanted];
  // The library's own promises: it follows these through a transaction, however many run side by side.
  return Dexie.Promise.all(
    tables.map(([table, ids]) => db.table<AnyRecord, string>(table).bulkGet([...ids])),
  ).then((all: readonly (readonly (AnyRecord | undefined)[])[]) => {
    const found = tables.flatMap(([table], index) =>
      all[index]!.flatMap((row) => (row ? [[recordKey(table, row.id), row] as const] : [])),
    );
    return new Map(found);
  });
}
