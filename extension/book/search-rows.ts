import type { AnyRecord } from '@shared/records/apply';
import type { RecordOf, TableName } from '@shared/records/book';
import { matchKey } from '@shared/text/normalize';
import type { SearchRow } from './schema';

/** Longer texts are found by their beginning; nobody's name is longer. */
const LONGEST = 200;

/** Tables whose records a search can find. */
export const SEARCHED: ReadonlySet<TableName> = new Set(['buyers', 'accounts']);

/**
 * Every pair of neighbours, and the last character alone. Chinese names have no spaces to cut at, and a pair
 * is selective enough to leave a handful of rows out of a hundred thousand; a single character is found as the
 * beginning of a pair, so it needs no entry of its own.
 *
 * @example gramsOf('张三丰') // => ['张三', '三丰', '丰']
 */
export function gramsOf(text: string): readonly string[] {
  const chars = [...text];
  return [...new Set(chars.map((char, index) => char + (chars[index + 1] ?? '')))];
}

/** What a search looks up for a record, or `null` when the record is gone. */
export function searchRow(table: TableName, record: AnyRecord): SearchRow | null {
  if (record.deleted || !SEARCHED.has(table)) return null;
  // A file merged into another one is found as that one.
  if (table === 'buyers' && typeof (record as RecordOf<'buyers'>).mergedInto === 'string') return null;
  const buyerId = table === 'buyers' ? record.id : (record as RecordOf<'accounts'>).buyerId;
  const words =
    table === 'buyers' ? ofBuyer(record as RecordOf<'buyers'>) : ofAccount(record as RecordOf<'accounts'>);
  const text = matchKey(words.join(' ')).slice(0, LONGEST);
  return { id: `${table}:${record.id}`, buyerId, text, grams: gramsOf(text) };
}

function ofBuyer(buyer: RecordOf<'buyers'>): readonly string[] {
  return [buyer.name, buyer.phone, ...buyer.tags, ...buyer.facts];
}

function ofAccount(account: RecordOf<'accounts'>): readonly string[] {
  return account.strength === 'name' ? [account.displayName] : [account.displayName, account.key];
}
