import type { Row } from './snapshot';
import { summing } from './sum';

/**
 * What the indexes of a stored table should hold, added up along with its rows. The browser keeps each index as a tree
 * of its own: a changed bit there leaves every row as it was, and makes some of them impossible to find, or found
 * under another one's key.
 */
export function indexCheck(store: IDBObjectStore): {
  readonly take: (row: Row) => void;
  /**
   * Walks every index to its end: `false` where it does not hold what the rows say; throws where it can't be read.
   *
   * @param stop whether it is not to go on; what it answers then means nothing
   */
  readonly sound: (db: IDBDatabase, stop?: () => boolean) => Promise<boolean>;
} {
  const indexes = [...store.indexNames].map((name) => {
    const { keyPath, multiEntry } = store.index(name);
    const single = typeof keyPath === 'string';
    return { name, single, paths: single ? [keyPath] : keyPath, multiEntry, sum: summing() };
  });
  const table = store.name;
  return {
    take: (row) => {
      for (const { single, paths, multiEntry, sum } of indexes) {
        const values = paths.map((path) => valueAt(row, path));
        const keys = multiEntry
          ? [...new Set(asArray(values[0]).filter(isKey))]
          : values.every(isKey)
            ? [single ? values[0] : values]
            : [];
        for (const key of keys) sum.add(row.id, JSON.stringify(key));
      }
    },
    sound: async (db, stop = () => false) => {
      for (const { name, sum } of indexes) {
        const found = summing();
        await walk(db, table, name, (key, id) => found.add(String(id), JSON.stringify(key)), stop);
        if (found.sum() !== sum.sum()) return false;
      }
      return true;
    },
  };
}

/** Entries looked at in one transaction: nobody who writes waits longer than for so many. */
const AT_ONCE = 1_000;

async function walk(
  db: IDBDatabase,
  table: string,
  name: string,
  see: (key: IDBValidKey, id: IDBValidKey) => void,
  stop: () => boolean,
): Promise<void> {
  let last: readonly [IDBValidKey, IDBValidKey] | null = null;
  for (let more = true; more && !stop(); ) {
    more = await new Promise<boolean>((resolve, reject) => {
      const index = db.transaction(table).objectStore(table).index(name);
      const request = index.openKeyCursor(last ? IDBKeyRange.lowerBound(last[0]) : null);
      let seen = 0;
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve(false);
        const { key, primaryKey } = cursor;
        // The walk before this one ended with it.
        if (last && seen === 0 && isAt(cursor, last)) return cursor.continue();
        if (
          last &&
          seen === 0 &&
          indexedDB.cmp(key, last[0]) === 0 &&
          indexedDB.cmp(primaryKey, last[1]) < 0
        ) {
          return cursor.continuePrimaryKey(last[0], last[1]);
        }
        see(key, primaryKey);
        last = [key, primaryKey];
        seen += 1;
        if (seen >= AT_ONCE) resolve(true);
        else cursor.continue();
      };
    });
  }
}

function isAt(
  { key, primaryKey }: IDBCursor,
  [lastKey, lastId]: readonly [IDBValidKey, IDBValidKey],
): boolean {
  return indexedDB.cmp(key, lastKey) === 0 && indexedDB.cmp(primaryKey, lastId) === 0;
}

function valueAt(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** What the browser takes as a key, of what a record can hold; a record without one is not in the index. */
function isKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isKey);
  return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value));
}
