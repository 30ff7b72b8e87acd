import type { AnyRecord } from '@shared/records/apply';
import type { RecordOf, TableName } from '@shared/records/book';
import { matchKey } from '@shared/text/normalize';

/** Longer texts are found by their beginning. */
const LONGEST = 300;

/** Tables whose records a search can find by what stands in them, in the order in which they are looked through. */
export const SEARCHED: ReadonlySet<TableName> = new Set([
  'buyers',
  'accounts',
  'notes',
  'promises',
  'complaints',
  'packing',
  'discounts',
]);

/** What a search looks up for a record; `null` when there is nothing, or the record is gone. */
export function wordsOf(table: TableName, record: AnyRecord): string | null {
  if (record.deleted || !SEARCHED.has(table)) return null;
  // A file merged into another one is found as that one.
  if (table === 'buyers' && typeof (record as RecordOf<'buyers'>).mergedInto === 'string') return null;
  const text = matchKey(fieldsOf(table, record).join(' ')).slice(0, LONGEST);
  return text === '' ? null : text;
}

function fieldsOf(table: TableName, record: AnyRecord): readonly string[] {
  if (table === 'buyers') {
    const { name, phone, tags, facts } = record as RecordOf<'buyers'>;
    return [name, phone, ...tags, ...facts];
  }
  if (table === 'accounts') {
    const { strength, displayName, key } = record as RecordOf<'accounts'>;
    return strength === 'name' ? [displayName] : [displayName, key];
  }
  const fields = record as AnyRecord & Readonly<Record<string, unknown>>;
  return ['what', 'text', 'quote', 'summary', 'remedy'].flatMap((name) => {
    const word = fields[name];
    return typeof word === 'string' ? [word] : [];
  });
}
