import { type SearchMark, searchMarkAfter } from '../search-built';
import { searchRow } from '../search-rows';
import type { Row } from './snapshot';

/** Records per transaction: a save that comes in between waits no longer than for these. */
const AT_ONCE = 50;

/** Makes the next records findable. `false` when there is nothing left to do. */
export function indexSome(db: IDBDatabase): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(['buyers', 'accounts', 'search', 'marks'], 'readwrite', {
      durability: 'relaxed',
    });
    let more = false;
    transaction.oncomplete = () => resolve(more);
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
    const marks = transaction.objectStore('marks');
    marks.get('search').onsuccess = ({ target }) => {
      const mark = (target as IDBRequest<SearchMark | undefined>).result;
      if (!mark) return;
      more = true;
      const range = IDBKeyRange.lowerBound(mark.after, true);
      const reading: IDBRequest<Row[]> = transaction.objectStore(mark.table).getAll(range, AT_ONCE);
      reading.onsuccess = () => {
        const rows = reading.result;
        const search = transaction.objectStore('search');
        for (const row of rows) {
          const found = searchRow(mark.table, row as never);
          if (found) search.put(found);
        }
        const next = searchMarkAfter(mark, rows.length < AT_ONCE ? null : rows.at(-1)!.id);
        if (next) marks.put(next);
        else marks.delete('search');
      };
    };
  });
}
