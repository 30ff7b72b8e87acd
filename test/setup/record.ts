import { BOOK_TABLES, type RecordInput, type RecordOf, type TableName } from '@shared/records/book';
import * as v from 'valibot';

/** A record as the book holds it: what a test says, with the fields that came later at their usual value. */
export function recordOf<Table extends TableName>(table: Table, fields: RecordInput<Table>): RecordOf<Table> {
  return v.parse(BOOK_TABLES[table], fields) as RecordOf<Table>;
}
