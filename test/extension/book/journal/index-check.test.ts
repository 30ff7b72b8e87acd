import { asked } from '@extension/book/journal/asked';
import { indexCheck } from '@extension/book/journal/index-check';
import type { Row } from '@extension/book/journal/snapshot';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';

const ROWS: readonly Row[] = [
  { id: 'a', name: 'x', due: { day: '2026-11-27' }, tags: ['one', 'two', 'one'] },
  { id: 'b', name: null, due: { day: '2026-11-27' }, tags: [] },
  { id: 'c', name: 'y', due: null, tags: ['two'] },
];

/** Many under one key, and many keys. */
const MANY: readonly Row[] = Array.from({ length: 2_500 }, (_, index) => ({
  id: `row-${index}`,
  name: index < 1_500 ? 'same' : `name ${index}`,
  due: { day: '2026-11-27' },
  tags: [],
}));

async function stored(rows: readonly Row[]): Promise<IDBDatabase> {
  const request = new IDBFactory().open('rows', 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('rows', { keyPath: 'id' });
    store.createIndex('name', 'name');
    store.createIndex('[name+due.day]', ['name', 'due.day']);
    store.createIndex('tags', 'tags', { multiEntry: true });
    for (const row of rows) store.add(row);
  };
  return asked(request);
}

it.each([
  ['all there', ROWS, true],
  ['one that is in no index', [...ROWS, { id: 'd', name: 'z' } as Row], false],
  ['one that is in an index and nowhere else', ROWS.slice(1), false],
  ['one under the key of another', [{ ...ROWS[0]!, name: 'y' }, ...ROWS.slice(1)], false],
  ['more than are looked at in one go', MANY, true],
])('the indexes of a table are compared with its rows: %s', async (_, rows, sound) => {
  const db = await stored(rows === MANY ? MANY : ROWS);
  const indexes = indexCheck(db.transaction('rows').objectStore('rows'));
  for (const row of rows) indexes.take(row);
  expect(await indexes.sound(db)).toBe(sound);
});
