import { BOOK_TABLES, type RecordInput, type RecordOf, type TableName } from '@shared/records/book';
import type { Envelope } from '@shared/records/envelope';
import { RECORD_SCHEMA } from '@shared/records/envelope';
import { newId } from '@shared/records/id';
import { nextStamp } from '@shared/records/stamp';
import type { Money } from '@shared/text/money';
import * as v from 'valibot';
import { SHOP_ZONE } from './parameters';
import { type Random, stream } from './random';

export type Fields<Table extends TableName> = Omit<RecordInput<Table>, keyof Envelope>;

/** Takes one record of the book; `instant` is when the seller wrote it down. */
export type Put = <Table extends TableName>(
  table: Table,
  fields: Fields<Table>,
  instant: number,
  id?: string,
) => string;

export const OWNER = 'owner';

export const cny = (fen: number): Money => ({ minor: fen, currency: 'CNY' });

/** An id as the book makes them, from a stream instead of the computer's dice. */
export function seededId(random: Random, instant: number): string {
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
  return newId({ now: () => instant, timeZone: SHOP_ZONE, random: bytes });
}

/**
 * Orders and their links come from platform files: they carry no stamps, so that whatever anybody types later
 * is newer, and a year of orders stays small. What the seller wrote is stamped field by field.
 */
const IMPORTED: ReadonlySet<TableName> = new Set(['orders', 'orderLinks']);

/** A `Put` that hands finished records to `take`. */
export function putter(
  seed: string,
  name: string | number,
  take: <Table extends TableName>(table: Table, record: RecordOf<Table>) => void,
): Put {
  const ids = stream(seed, 'id', name);
  return (table, fields, instant, fixed) => {
    const id = fixed ?? seededId(ids, instant);
    const stamp = nextStamp(null, instant, OWNER);
    const stamps = IMPORTED.has(table)
      ? {}
      : Object.fromEntries(Object.keys(fields).map((field) => [field, stamp]));
    const envelope: Envelope = { id, schema: RECORD_SCHEMA, seat: OWNER, deleted: false, stamps };
    // Parsed, so that fields that came later stand at their usual value.
    take(table, v.parse(BOOK_TABLES[table], { ...envelope, ...fields }) as RecordOf<typeof table>);
    return id;
  };
}
