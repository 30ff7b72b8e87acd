import { addNote } from '@extension/book/actions/notes';
import { endsTheBrowser, markedLook } from '@extension/book/journal/marked-look';
import type { SmallStore } from '@extension/book/journal/news';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../../setup/until';
import { anna, done } from '../desk';
import { aComputer, type Computer } from './computer';

const used: Computer[] = [];
afterEach(() => {
  for (const one of used.splice(0)) one.kill();
});

/** A small storage, and the lives of the browser above it. */
function someLives() {
  const items = new Map<string, unknown>();
  const small: SmallStore = {
    get: async (key) => ({ [key]: items.get(key) }),
    set: async (all) => {
      for (const [key, value] of Object.entries(all)) items.set(key, value);
    },
    remove: async (key) => void items.delete(key),
  };
  let life = 1;
  const kept = { small, generation: 1, life: async () => `life ${life}` };
  const never = new Promise<null>(() => undefined);
  return {
    items,
    kept,
    /** The browser ends while the book is looked through: nothing after that ever runs. */
    end: async () => {
      void markedLook(kept, () => never);
      await until(() => expect(items.get('book-looking')).toMatchObject({ life: `life ${life}` }));
      life += 1;
    },
    next: () => {
      life += 1;
    },
  };
}

it('a book that the browser closes while it is read through is given back, though a start finds nothing', async () => {
  const shop = aComputer();
  used.push(shop);
  const page = await shop.page();
  for (const text of ['one', 'two']) done(await addNote(page.book, anna, text));
  const answer = shop.hang();
  void page.book.examine(false).catch(() => undefined);
  await until(() => expect(shop.small.get('book-looking')).toMatchObject({ life: 'life 1' }));
  // What the browser does with a database in which it has met something damaged.
  forceCloseDatabase(page.book.db.backendDB() as never);
  answer();
  await until(() => expect(page.moved()).toBe(true));
  const { book: again } = await shop.page();
  expect((await again.db.notes.toArray()).map(({ text }) => text).toSorted()).toEqual(['one', 'two']);
  expect(again.db.name).toBe('zhanggui-book-2');
});

it('a book of which the browser can not make something out is given back', async () => {
  const shop = aComputer();
  used.push(shop);
  const page = await shop.page();
  done(await addNote(page.book, anna, 'one'));
  shop.failReading();
  expect(await page.book.examine(true)).toMatchObject({ book: 'damaged', repaired: true });
  await until(() => expect(page.moved()).toBe(true));
  expect((await (await shop.page()).book.db.notes.toArray()).map(({ text }) => text)).toEqual(['one']);
});

describe('a look during which the browser ended', () => {
  it('is one too many after two in a row', async () => {
    const { kept, end } = someLives();
    await end();
    expect(await endsTheBrowser(kept)).toBe(false);
    await end();
    expect(await endsTheBrowser(kept)).toBe(true);
    expect(await endsTheBrowser({ ...kept, generation: 2 })).toBe(false);
  });

  it('is forgotten after one that came to its end, not after one that was broken off', async () => {
    const { kept, end, items, next } = someLives();
    await end();
    expect(await markedLook(kept, async () => null)).toBeNull();
    next();
    await end();
    expect(await endsTheBrowser(kept)).toBe(true);
    expect(await markedLook(kept, async () => 'sound')).toBe('sound');
    expect(await endsTheBrowser(kept)).toBe(false);
    expect(items.size).toBe(0);
  });

  it('does not count where only the page was closed, or nobody knows one life from another', async () => {
    const { kept, end } = someLives();
    const never = new Promise<null>(() => undefined);
    for (let round = 0; round < 3; round++) void markedLook(kept, () => never);
    await end();
    expect(await endsTheBrowser(kept)).toBe(false);
    expect(await markedLook({ ...kept, life: undefined as never }, async () => 1)).toBe(1);
    const unknown = async () => Promise.reject(new Error('no storage'));
    expect(await endsTheBrowser({ ...kept, life: unknown })).toBe(false);
  });

  it('has the book given back from the journal, without reading it once more', async () => {
    const shop = aComputer();
    used.push(shop);
    const { book } = await shop.page();
    for (const text of ['one', 'two']) done(await addNote(book, anna, text));
    book.close();
    shop.small.set('book-looking', { generation: 1, life: 'the last', ended: 1 });
    const page = await shop.page();
    await until(() => expect(page.moved()).toBe(true));
    page.book.close();
    const { book: again } = await shop.page();
    done(await addNote(again, anna, 'three'));
    expect((await again.db.notes.toArray()).map(({ text }) => text).toSorted()).toEqual([
      'one',
      'three',
      'two',
    ]);
    expect(again.db.name).toBe('zhanggui-book-2');
    expect(shop.news).toContainEqual({ kind: 'rebuilt', n: 4 });
  });
});
