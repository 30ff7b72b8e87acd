import { freshLog } from '@extension/book/journal/fresh-log';
import { expect, it, vi } from 'vitest';

// Tries F-02 of test/faults.md; what it is for, a power cut after a power cut, is tried in test/soak/door-ends.ts.

const MUCH = async () => 10 ** 10;

function aSession() {
  const kept: Record<string, unknown> = {};
  return {
    kept,
    get: async (key: string) => (key in kept ? { [key]: kept[key] } : {}),
    set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
  };
}

/** Counts what is put into any store. */
function counting(idb: IDBFactory) {
  const seen = { opens: 0, bytes: 0 };
  const open: IDBFactory['open'] = (name, version) => {
    seen.opens += 1;
    return idb.open(name, version);
  };
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    seen.bytes += String(value).length;
    return put.call(this, value, key);
  });
  const factory = { open, deleteDatabase: (name: string) => idb.deleteDatabase(name) } as IDBFactory;
  return { seen, factory };
}

it('fills the log once in a life of the browser, and leaves nothing behind', async () => {
  const { seen, factory } = counting(indexedDB);
  const session = aSession();
  await freshLog(session, factory, MUCH);
  // The log of a LevelDB is put away at 4 MB.
  expect(seen.bytes).toBeGreaterThan(4 * 1024 * 1024);
  await freshLog(session, factory, MUCH);
  expect(seen.opens).toBe(1);
  await freshLog(aSession(), factory, MUCH);
  expect(seen.opens).toBe(2);
  await expect.poll(() => indexedDB.databases()).toEqual([]);
});

it('leaves a disk alone that has little room', async () => {
  const { seen, factory } = counting(indexedDB);
  await freshLog(aSession(), factory, async () => 10 ** 7);
  expect(seen.opens).toBe(0);
});
