import { asked } from './raw';
import type { Row } from './snapshot';

/**
 * What the indexes of a stored table should hold, counted along with its rows. The browser keeps each index as a tree
 * of its own: a changed bit there leaves every row as it was, and makes some of them impossible to find.
 */
export function indexCount(store: IDBObjectStore): {
  readonly take: (row: Row) => void;
  /** Reads every index to its end: `false` where one lacks an entry or has one too many; throws where it can't. */
  readonly sound: (db: IDBDatabase) => Promise<boolean>;
} {
  const indexes = [...store.indexNames].map((name) => {
    const { keyPath, multiEntry } = store.index(name);
    return { name, paths: typeof keyPath === 'string' ? [keyPath] : keyPath, multiEntry, entries: 0 };
  });
  const table = store.name;
  return {
    take: (row) => {
      for (const index of indexes) {
        const values = index.paths.map((path) => valueAt(row, path));
        if (index.multiEntry) index.entries += new Set(asArray(values[0]).filter(isKey)).size;
        else if (values.every(isKey)) index.entries += 1;
      }
    },
    sound: async (db) => {
      for (const { name, entries } of indexes) {
        const found = await asked(db.transaction(table).objectStore(table).index(name).getAllKeys());
        if (found.length !== entries) return false;
      }
      return true;
    },
  };
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
