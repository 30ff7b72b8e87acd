import { placeHere, pointTo, storedGeneration } from '@extension/book/generations';
import { openBook, openForReading } from '@extension/book/open';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { emptyDisk, testWorld } from './desk';

const POINTERS = 'zhanggui';

/** The pointer's database as a crash may leave it: of the right version, and nothing in it. */
function hollow(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.open(POINTERS, 10);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}

test('asking for what is not there makes nothing, and takes nothing from who makes it', async () => {
  emptyDisk();
  expect(await storedGeneration()).toBeNull();
  expect(await openForReading(testWorld())).toBeNull();
  expect(await Dexie.getDatabaseNames()).toEqual([]);
  const asked = Array.from({ length: 20 }, (_, i) =>
    i % 2 === 0 ? placeHere(() => `seat-${i}`) : storedGeneration(),
  );
  await Promise.all(asked);
  const places = await Promise.all([placeHere(() => 'late'), placeHere(() => 'later')]);
  expect(places[0]).toEqual(places[1]);
  expect(places[0]?.seat).toMatch(/^seat-/);
});

test('a first start is not disturbed by the worker that looks for the book meanwhile', async () => {
  emptyDisk();
  const world = testWorld();
  const readers = Array.from({ length: 6 }, () => openForReading(world));
  const closed: string[] = [];
  const book = await openBook(world, 'owner');
  book.onClosed(() => closed.push('closed'));
  const more = Array.from({ length: 6 }, () => openForReading(world));
  for (const reader of await Promise.all([...readers, ...more])) reader?.close();
  expect(
    (await book.commit({ name: 'save-setting', plan: async () => ({ buyerId: null, changes: [] }) })).ok,
  ).toBe(true);
  expect(closed).toEqual([]);
  book.close();
});

test('a pointer without its table says nothing, and is set up anew', async () => {
  emptyDisk();
  await hollow();
  expect(await storedGeneration()).toBeNull();
  expect(await placeHere(() => 'seat-a')).toEqual({ generation: 1, seat: 'seat-a' });
  expect(await placeHere(() => 'seat-b')).toEqual({ generation: 1, seat: 'seat-a' });
});

test('lost after it was looked at, the book is asked for before an empty one is set up', async () => {
  emptyDisk();
  await hollow();
  const place = await placeHere(
    () => 'seat-a',
    () => pointTo(4),
  );
  expect(place).toEqual({ generation: 4, seat: 'seat-a' });
});
