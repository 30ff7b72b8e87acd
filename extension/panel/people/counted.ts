import type { Counts } from '@extension/book/reads/belongings';
import type { AnyTranslate } from '@extension/ui/more';
import { TABLE_NAMES } from '@shared/records/book';

/** Tables that only hold other records together; a seller does not know them. */
const UNSEEN: ReadonlySet<string> = new Set(['accounts', 'steps', 'pictures']);

/** How many records of which kind, in words: "Promises 2 · Gifts 1"; '' for none. */
export function counted(counts: Counts, t: AnyTranslate): string {
  return TABLE_NAMES.filter((table) => !UNSEEN.has(table) && (counts[table] ?? 0) > 0)
    .map((table) => `${t(`records.table.${table === 'orderLinks' ? 'orders' : table}`)} ${counts[table]}`)
    .join(' · ');
}
