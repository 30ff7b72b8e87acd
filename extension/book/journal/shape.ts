import type { BookDb } from '../schema';

const written = (keyPath: string | readonly string[] | null | undefined) => JSON.stringify(keyPath ?? '');

/**
 * Whether every table and every index is as this program makes them. The browser keeps that as data too: a changed
 * bit in it leaves all records as they are, and has them found under the wrong keys, or not at all. Nothing is read.
 */
export function hasItsShape(db: BookDb): boolean {
  const stored = db.backendDB();
  const there = new Set<string>(stored.objectStoreNames);
  if (!db.tables.every(({ name }) => there.has(name))) return false;
  const reading = stored.transaction(db.tables.map(({ name }) => name));
  return db.tables.every(({ name, schema: { primKey, indexes } }) => {
    const store = reading.objectStore(name);
    if (written(store.keyPath) !== written(primKey.keyPath)) return false;
    return indexes.every((made) => {
      if (!store.indexNames.contains(made.name)) return false;
      const { keyPath, multiEntry, unique } = store.index(made.name);
      return (
        written(keyPath) === written(made.keyPath) &&
        multiEntry === Boolean(made.multi) &&
        unique === Boolean(made.unique)
      );
    });
  });
}
