import type { Page } from 'playwright-core';

/**
 * Everything the extension keeps in IndexedDB, as one text: equal texts are equal books. Read by a page of ours
 * through the browser itself, not through the program that is tested.
 */
export function wholeStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all: Record<string, unknown> = {};
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('zhanggui')) continue;
      const db = await asked(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store);
        all[`${name}/${store}`] = [await asked(rows.getAllKeys()), await asked(rows.getAll())];
      }
      db.close();
    }
    return JSON.stringify(all);
  });
}

/** The rows of one table of the book in use. */
export async function rowsOf(page: Page, table: string): Promise<readonly Record<string, unknown>[]> {
  const all = JSON.parse(await wholeStorage(page)) as Record<string, readonly (readonly unknown[])[]>;
  const pointers = all['zhanggui/pointers']?.[1] as readonly { key: string; generation: number }[];
  const generation = pointers.find(({ key }) => key === 'book')?.generation;
  const rows = all[`zhanggui-book-${generation}/${table}`]?.[1];
  if (!rows) throw new Error(`The book in use has no table ${table}.`);
  return rows as readonly Record<string, unknown>[];
}
