import { eraseBuyer } from '@extension/book/actions/erase-buyer';
import { addNote } from '@extension/book/actions/notes';
import { erasingDue } from '@extension/book/erasing';
import { openDesk } from '@extension/book/journal/desk';
import { factsOfBook } from '@extension/book/journal/rebuild';
import type { OpenBook } from '@extension/book/open';
import { sentinelOf } from '@extension/book/write';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../../setup/until';
import { anna, done, wang } from '../desk';
import { aComputer, type Computer } from './computer';

const used: Computer[] = [];
afterEach(() => {
  for (const one of used.splice(0)) one.kill();
});

const texts = async ({ db }: OpenBook) => (await db.notes.toArray()).map(({ text }) => text).toSorted();

/**
 * A book whose mark says that it is very large, short of a record that a disk has lost without a word. It is not
 * counted at the start then; what its records add up to is as true as that of any book.
 */
async function shortOfOne() {
  const shop = aComputer();
  used.push(shop);
  const { book } = await shop.page();
  for (const text of ['one', 'two', 'three']) done(await addNote(book, anna, text));
  const { buyerId } = done(await addNote(book, wang, 'four'));
  const { db } = book;
  const mark = await sentinelOf(db);
  const counts = { ...mark.counts, orders: 60_000, notes: 4 };
  await db.transaction('rw', db.marks, () => db.marks.put({ ...mark, counts }));
  await db.orders.put({ id: 'held' } as never);
  await db.orders.delete('held');
  const lost = (await db.notes.toArray()).find(({ text }) => text === 'two')!;
  await db.transaction('rw', db.notes, () => db.notes.delete(lost.id));
  return { shop, book, buyerId: buyerId! };
}

describe('a record lost in a very large book', () => {
  it('is not seen by the start, which only asks whether each table holds anything', async () => {
    const { book } = await shortOfOne();
    const { db } = book;
    await db.orders.put({ id: 'one of many' } as never);
    expect(await factsOfBook(db, 1)).toMatchObject({ counted: true });
  });

  it('is found by looking the book through, also after more was saved, and all of it is given back', async () => {
    const { shop, book } = await shortOfOne();
    done(await addNote(book, anna, 'after it'));
    expect(await book.examine(false)).toMatchObject({ book: 'damaged', journal: 'whole' });
    expect(await book.examine(true)).toMatchObject({ book: 'damaged', repaired: true });
    book.close();
    const again = (await shop.page()).book;
    expect(await texts(again)).toEqual(['after it', 'four', 'one', 'three', 'two']);
    expect(await again.examine(false)).toMatchObject({ book: 'sound', journal: 'whole' });
  });

  it('does not go from the journal when somebody is erased: that snapshot would not add up', async () => {
    const { shop, book, buyerId } = await shortOfOne();
    done(await eraseBuyer(book, buyerId));
    await until(async () => expect(await erasingDue(book.db)).toMatchObject({ book: false }));
    expect(await book.examine(true)).toMatchObject({ book: 'damaged', repaired: true });
    book.close();
    const again = (await shop.page()).book;
    await until(async () => expect(await erasingDue(again.db)).toEqual({ book: false, journal: false }));
    expect(await texts(again)).toEqual(['one', 'three', 'two']);
    expect(await again.db.buyers.get(buyerId)).toBeUndefined();
    for (const { bytes } of shop.disk.files.values())
      expect(new TextDecoder().decode(bytes)).not.toContain('four');
  });
});

it('adding up stops as soon as somebody saves', async () => {
  const shop = aComputer();
  used.push(shop);
  const { book } = await shop.page();
  done(await addNote(book, anna, 'one'));
  const desk = openDesk(shop.disk.root, () => Dexie.dependencies.indexedDB!);
  const [name] = (await Dexie.getDatabaseNames()).filter((one) => /^zhanggui-book-\d+$/.test(one));
  expect(await desk.addUp(name!)).toMatchObject({ seq: 1 });
  const adding = desk.addUp(name!);
  desk.hush();
  expect(await adding).toBeNull();
});
