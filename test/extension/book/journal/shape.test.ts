import { addNote } from '@extension/book/actions/notes';
import { hasItsShape } from '@extension/book/journal/shape';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { until } from '../../../setup/until';
import { anna, done } from '../desk';
import { aComputer, type Computer } from './computer';

const used: Computer[] = [];
// The library tells of every shape it did not expect.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  vi.restoreAllMocks();
  for (const one of used.splice(0)) one.kill();
});

/** Does to the shape of a stored book what a flipped bit does to what the browser has written of it. */
function reshape(name: string, harm: (notes: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB!.open(name, 31);
    request.onupgradeneeded = () => harm(request.transaction!.objectStore('notes'));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

const HARMS: Readonly<Record<string, (notes: IDBObjectStore) => void>> = {
  'of another field': (notes) => {
    notes.deleteIndex('buyerId');
    notes.createIndex('buyerId', 'text');
  },
  'of each part of a list': (notes) => {
    notes.deleteIndex('buyerId');
    notes.createIndex('buyerId', 'buyerId', { multiEntry: true });
  },
};

describe('a stored book with an index', () => {
  it.each(Object.entries(HARMS))(
    '%s is given back from the journal, not taken for a newer one',
    async (_, harm) => {
      const shop = aComputer();
      used.push(shop);
      const { book } = await shop.page();
      for (const text of ['one', 'two']) done(await addNote(book, anna, text));
      expect(hasItsShape(book.db)).toBe(true);
      book.close();
      await reshape(book.db.name, harm);
      const page = await shop.page();
      expect(page.book.readOnly).toBeNull();
      await until(() => expect(page.moved()).toBe(true));
      page.book.close();
      const { book: again } = await shop.page();
      done(await addNote(again, anna, 'three'));
      expect(again.db.name).toBe('zhanggui-book-2');
      expect(hasItsShape(again.db)).toBe(true);
      expect((await again.db.notes.toArray()).map(({ text }) => text).toSorted()).toEqual([
        'one',
        'three',
        'two',
      ]);
    },
  );

  it('that is missing gets it again', async () => {
    const shop = aComputer();
    used.push(shop);
    const { book } = await shop.page();
    const { buyerId } = done(await addNote(book, anna, 'one'));
    book.close();
    await reshape(book.db.name, (notes) => notes.deleteIndex('buyerId'));
    const { book: again } = await shop.page();
    done(await addNote(again, anna, 'two'));
    expect(await again.db.notes.where('buyerId').equals(buyerId!).count()).toBe(2);
  });
});
