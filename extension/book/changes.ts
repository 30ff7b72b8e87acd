import type { Change } from '@shared/records/action';
import type { RecordInput, RecordOf, TableName } from '@shared/records/book';
import type { Envelope } from '@shared/records/envelope';
import type { Json } from '@shared/text/json';

/** A record's own fields, without the envelope. */
export type FieldsOf<Table extends TableName> = Omit<RecordOf<Table>, keyof Envelope>;

/** What a new record is made of; fields that came later may be left out. */
export type NewFields<Table extends TableName> = Omit<RecordInput<Table>, keyof Envelope>;

/** The change that writes a whole new record, or one that was withdrawn before. */
export function creating<Table extends TableName>(
  table: Table,
  id: string,
  fields: NewFields<Table>,
): Change {
  return { table, id, set: { deleted: false, ...(fields as Readonly<Record<string, Json>>) } };
}

/** The change that writes some fields of a record. */
export function setting<Table extends TableName>(
  table: Table,
  id: string,
  fields: Partial<FieldsOf<Table>>,
): Change {
  return { table, id, set: fields as Readonly<Record<string, Json>> };
}

/** The change that takes a record out of the book; it stays as a tombstone. */
export function removing(table: TableName, id: string): Change {
  return { table, id, set: { deleted: true } };
}
