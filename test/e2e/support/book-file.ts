import { writeFile } from 'node:fs/promises';
import { writeBackup } from '@shared/backup/write';
import type { Change } from '@shared/records/action';
import { applyChanges, readRecordKey } from '@shared/records/apply';
import { type Book, emptyBook, type RecordInput, TABLE_NAMES, type TableName } from '@shared/records/book';
import type { Envelope } from '@shared/records/envelope';
import { nextStamp } from '@shared/records/stamp';
import type { Json } from '@shared/text/json';

/** A record of a book made by hand: its table, its id and its own fields. */
export function put<Table extends TableName>(
  table: Table,
  id: string,
  fields: Omit<RecordInput<Table>, keyof Envelope>,
): Change {
  return { table, id, set: fields as Readonly<Record<string, Json>> };
}

/** Writes a backup that holds these records and nothing else. */
export async function writeBookFile(path: string, changes: readonly Change[]): Promise<void> {
  const applied = applyChanges(new Map(), changes, nextStamp(null, Date.now() - 1000, 'owner'), 'owner');
  if (!applied.ok) throw new Error(`the book made by hand is not right: ${applied.detail}`);
  const rows = [...applied.after].map(([key, record]) => [readRecordKey(key).table, record] as const);
  const tables = TABLE_NAMES.map((name) => [
    name,
    rows.filter(([table]) => table === name).map(([, record]) => record),
  ]);
  const book = { ...emptyBook(), ...Object.fromEntries(tables) } as Book;
  await writeFile(path, writeBackup(book, [], new Date().toISOString()));
}
