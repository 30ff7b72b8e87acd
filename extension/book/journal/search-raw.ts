import type { PageStore, SearchPage } from '../search-pages';
import { asked } from './asked';

/** Where the pages of the search lie in the bare database, in transactions of its own: nobody has that book open yet. */
export function pagesIn(db: IDBDatabase): PageStore {
  const reading = () => db.transaction('searchPages').objectStore('searchPages');
  return {
    keys: async (kind) => {
      const all = IDBKeyRange.bound(`${kind}/`, `${kind}0`, false, true);
      return (await asked(reading().getAllKeys(all))) as string[];
    },
    home: async (kind, id) => {
      const upTo = IDBKeyRange.bound(`${kind}/`, `${kind}/${id}`);
      const cursor = await asked(reading().openCursor(upTo, 'prev'));
      return cursor?.value as SearchPage | undefined;
    },
    get: async (keys) => {
      const store = reading();
      return Promise.all(keys.map((key) => asked<SearchPage | undefined>(store.get(key))));
    },
    put: (pages) =>
      new Promise((resolve, reject) => {
        const writing = db.transaction('searchPages', 'readwrite', { durability: 'relaxed' });
        writing.oncomplete = () => resolve(undefined);
        writing.onabort = () => reject(writing.error ?? new DOMException('aborted', 'AbortError'));
        for (const page of pages) writing.objectStore('searchPages').put(page);
      }),
    lastRev: async () => {
      const cursor = await asked(reading().index('rev').openKeyCursor(null, 'prev'));
      return cursor ? Number(cursor.key) : 0;
    },
  };
}
