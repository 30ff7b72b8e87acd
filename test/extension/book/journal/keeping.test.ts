import { addNote } from '@extension/book/actions/notes';
import { recordPromise } from '@extension/book/actions/promises';
import { restoreBook } from '@extension/book/actions/restore';
import { saveGiftStock } from '@extension/book/actions/stock';
import { setting as set } from '@extension/book/changes';
import type { OpenBook } from '@extension/book/open';
import { searchBuyers } from '@extension/book/reads/search';
import { wholeBookAndHistory } from '@extension/book/reads/whole';
import { sentinelOf } from '@extension/book/write';
import { emptyBook } from '@shared/records/book';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { anna, done, promiseOf, refusal, wang } from '../desk';
import { aComputer, type Computer } from './computer';

// Tries F-10, F-12, F-18, F-25, F-39 of test/faults.md.

/** A busy computer takes its time; nothing here is about speed. */
const SOON = { timeout: 20_000 };

const used: Computer[] = [];
afterEach(() => {
  for (const one of used.splice(0)) one.kill();
});
function computer(): Computer {
  const one = aComputer();
  used.push(one);
  return one;
}

const notes = async (book: OpenBook) => (await book.db.notes.toArray()).map((note) => note.text).toSorted();

/** A little of everything: buyers met, records changed, one taken back. */
async function anEvening(book: OpenBook): Promise<void> {
  done(await recordPromise(book, anna, promiseOf()));
  done(await addNote(book, wang, '皮肤偏干'));
  const stock = { id: 'tea', name: '茶', count: 5, cost: null };
  done(await saveGiftStock(book, stock));
  done(await saveGiftStock(book, { ...stock, count: 4 }));
  done(await addNote(book, anna, 'last'));
}

describe('a book whose databases are gone', () => {
  it('is given back to the last acknowledged action, byte for byte, and the owner is told', async () => {
    const shop = computer();
    const { book } = await shop.page();
    await anEvening(book);
    const before = await wholeBookAndHistory(book);
    const mark = await sentinelOf(book.db);
    shop.kill();
    shop.loseDatabases();
    const again = await shop.page();
    expect(JSON.stringify(await wholeBookAndHistory(again.book))).toBe(JSON.stringify(before));
    expect(await sentinelOf(again.book.db)).toEqual(mark);
    expect(again.book.seat).toBe(book.seat);
    expect(shop.news).toEqual([{ kind: 'rebuilt', n: 8 }]);
    expect((await searchBuyers(again.book, 'ann', 5)).map((found) => found.buyer.name)).toEqual(['Anna']);
    done(await addNote(again.book, anna, 'and on'));
    shop.kill();
    shop.loseDatabases();
    expect(await notes((await shop.page()).book)).toEqual(['and on', 'last', '皮肤偏干']);
  });

  it('is given back over a power cut as well: what was acknowledged had been flushed', async () => {
    const shop = computer();
    await anEvening((await shop.page()).book);
    shop.kill();
    shop.disk.cutPower();
    shop.loseDatabases();
    expect(await notes((await shop.page()).book)).toEqual(['last', '皮肤偏干']);
  });

  it('put in place empty, over one that was not, stays empty and can be written', async () => {
    const shop = computer();
    const first = await shop.page();
    await anEvening(first.book);
    expect(await restoreBook(first.book, emptyBook(), [])).toEqual({ ok: true, generation: 2 });
    shop.kill();
    const { book, moved } = await shop.page();
    expect((await book.examine(false)).book).toBe('sound');
    done(await addNote(book, anna, 'a new beginning'));
    expect(moved()).toBe(false);
    expect(shop.news).toEqual([]);
    expect(await notes(book)).toEqual(['a new beginning']);
    shop.kill();
    shop.loseDatabases();
    expect(await notes((await shop.page()).book)).toEqual(['a new beginning']);
  });

  it('of a restored book gives back that one, and not the one before', async () => {
    const shop = computer();
    const first = await shop.page();
    await anEvening(first.book);
    const whole = await wholeBookAndHistory(first.book);
    const other = { ...whole.book, notes: whole.book.notes.slice(1) };
    expect(await restoreBook(first.book, other, whole.actions)).toEqual({ ok: true, generation: 2 });
    expect(refusal(await addNote(first.book, anna, 'too late'))).toBe('moved');
    shop.kill();
    done(await addNote((await shop.page()).book, anna, 'new'));
    shop.kill();
    shop.loseDatabases();
    const again = (await shop.page()).book;
    expect(await again.db.notes.count()).toBe(other.notes.length + 1);
    expect(await notes(again)).toContain('new');
  });

  it('gives back an empty book that was restored over a full one', async () => {
    const shop = computer();
    const first = await shop.page();
    await anEvening(first.book);
    expect(await restoreBook(first.book, emptyBook(), [])).toMatchObject({ ok: true });
    shop.kill();
    shop.loseDatabases();
    expect(await (await shop.page()).book.db.notes.count()).toBe(0);
  });
});

describe('a stored book that is there, but not as it was left', () => {
  const damaged = async (harm: (book: OpenBook) => Promise<unknown>) => {
    const shop = computer();
    const { book } = await shop.page();
    await anEvening(book);
    const before = JSON.stringify(await wholeBookAndHistory(book));
    await harm(book);
    shop.kill();
    const page = await shop.page();
    await expect.poll(page.moved, SOON).toBe(true);
    expect(refusal(await addNote(page.book, anna, 'x'))).toBe('moved');
    page.book.close();
    const again = await shop.page();
    expect(JSON.stringify(await wholeBookAndHistory(again.book))).toBe(before);
    expect(shop.news[0]).toEqual({ kind: 'rebuilt', n: 8 });
    done(await addNote(again.book, anna, 'and on'));
  };

  it.each([
    ['emptied in silence', async ({ db }: OpenBook) => Promise.all(db.tables.map((table) => table.clear()))],
    [
      'short of one record',
      ({ db }: OpenBook) => db.transaction('rw', db.notes, () => db.notes.toCollection().limit(1).delete()),
    ],
    ['without its mark', ({ db }: OpenBook) => db.transaction('rw', db.marks, () => db.marks.clear())],
  ])('%s is rebuilt', async (_, harm) => damaged(harm));

  it('with one letter changed in one record is rebuilt: it no longer adds up', async () => {
    await damaged((book) =>
      book.db.transaction('rw', book.db.notes, async () => {
        const note = (await book.db.notes.toArray())[0]!;
        await book.db.notes.put({ ...note, text: `${note.text}.` });
      }),
    );
  }, 60_000);

  it('that the browser finds damaged while it is open, closes and empties, is rebuilt at once', async () => {
    const shop = computer();
    const { book, moved } = await shop.page();
    await anEvening(book);
    const before = JSON.stringify(await wholeBookAndHistory(book));
    const stored = book.db.backendDB();
    await Promise.all(book.db.tables.map((table) => table.clear()));
    forceCloseDatabase(stored as never);
    await expect.poll(moved, SOON).toBe(true);
    book.close();
    const again = await shop.page();
    expect(JSON.stringify(await wholeBookAndHistory(again.book))).toBe(before);
    expect(shop.news).toEqual([{ kind: 'rebuilt', n: 8 }]);
  });

  it('that is older gets what it lacks', async () => {
    const shop = computer();
    const { book } = await shop.page();
    done(await addNote(book, anna, 'one'));
    const tables = book.db.tables;
    const old = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const));
    await anEvening(book);
    const before = JSON.stringify(await wholeBookAndHistory(book));
    for (const [name, rows] of old) {
      await book.db.table(name).clear();
      await book.db.table(name).bulkPut([...rows]);
    }
    shop.kill();
    const again = await shop.page();
    done(await saveGiftStock(again.book, { id: 'tea', name: '茶', count: 4, cost: null }));
    expect(shop.news).toEqual([{ kind: 'rebuilt', n: 5 }]);
    const now = await wholeBookAndHistory(again.book);
    expect(now.book.notes).toEqual(JSON.parse(before).book.notes);
  });
});

describe('a journal that is not as it was left', () => {
  it.each([
    ['gone', (shop: Computer) => shop.disk.files.clear()],
    [
      'flipped in its midst',
      (shop: Computer) => {
        const log = shop.disk.files.get(shop.disk.newest('log'))!;
        log.bytes[500] = log.bytes[500]! ^ 4;
      },
    ],
    [
      'cut short',
      (shop: Computer) => {
        const log = shop.disk.files.get(shop.disk.newest('log'))!;
        log.bytes = log.bytes.slice(0, log.bytes.length >> 1);
      },
    ],
  ])('%s begins anew from the stored book, and gives it back later', async (_, harm) => {
    const shop = computer();
    const { book } = await shop.page();
    await anEvening(book);
    shop.kill();
    harm(shop);
    const again = (await shop.page()).book;
    done(await addNote(again, anna, 'and on'));
    const before = JSON.stringify(await wholeBookAndHistory(again));
    await expect.poll(() => shop.disk.newest('snapshot'), SOON).toBeTruthy();
    await new Promise((settled) => setTimeout(settled, 50));
    shop.kill();
    shop.loseDatabases();
    expect(JSON.stringify(await wholeBookAndHistory((await shop.page()).book))).toBe(before);
    expect(shop.news.map(({ kind }) => kind)).toEqual(['rebuilt']);
  });
});

describe('when both are gone', () => {
  it('the third place knows, and the owner is told', async () => {
    const shop = computer();
    await anEvening((await shop.page()).book);
    await expect.poll(() => shop.small.get('book-bound'), SOON).toEqual({ epoch: 1, seq: 5 });
    shop.kill();
    shop.loseDatabases();
    shop.disk.files.clear();
    await shop.page();
    expect(shop.news).toEqual([{ kind: 'gone', n: 5 }]);
  });
});

describe('a restore killed between the two steps of its switch', () => {
  it('leaves the book before in use', async () => {
    const shop = computer();
    const { book } = await shop.page();
    await anEvening(book);
    const mark = await sentinelOf(book.db);
    await book.db.transaction('rw', book.db.marks, () => book.db.marks.put({ ...mark, retired: true }));
    shop.kill();
    const again = (await shop.page()).book;
    const ack = async () => refusal(await addNote(again, anna, 'and on'));
    await expect.poll(ack, SOON).toBe(null);
  }, 60_000);
});

describe('a disk that does not answer', () => {
  it('is told within the patience, nothing is kept of it, and saving goes on once it answers', async () => {
    const shop = computer();
    const { book } = await shop.page(500);
    await expect.poll(async () => refusal(await addNote(book, anna, 'before')), SOON).toBe(null);
    const answer = shop.hang();
    expect(refusal(await addNote(book, anna, 'while it hangs'))).toBe('timeout');
    answer();
    await expect.poll(async () => refusal(await addNote(book, anna, 'after')), SOON).toBe(null);
    shop.kill();
    shop.loseDatabases();
    const texts = await notes((await shop.page()).book);
    expect(texts).not.toContain('while it hangs');
    expect(texts).toContain('after');
  });

  it('and puts a save away when it was already told to be too late, is told of afterwards', async () => {
    const shop = computer();
    const { book } = await shop.page(500);
    await expect.poll(async () => refusal(await addNote(book, anna, 'before')), SOON).toBe(null);
    let held = false;
    book.db.notes.hook('creating', (_key, _note, { idbtrans }: { idbtrans: IDBTransaction }) => {
      const end = idbtrans.oncomplete;
      held = true;
      idbtrans.oncomplete = (event) => setTimeout(() => end?.call(idbtrans, event), 800);
    });
    expect(refusal(await addNote(book, anna, 'slow'))).toBe('timeout');
    expect(held).toBe(true);
    await expect.poll(() => shop.news, SOON).toEqual([{ kind: 'after-all', n: 1 }]);
    expect(await notes(book)).toContain('slow');
  });
});

describe('pages of one browser', () => {
  const takeOne = (book: OpenBook) =>
    book.commit({
      name: 'pack-parcel',
      plan: async () => {
        const line = await book.db.giftStock.get('tea');
        return { buyerId: null, changes: [set('giftStock', 'tea', { count: line!.count - 1 })] };
      },
    });

  it('lose no update, whoever writes; a page that closes hands the pen on', async () => {
    const shop = computer();
    const [one, two, three] = [await shop.page(), await shop.page(), await shop.page()];
    done(await saveGiftStock(one.book, { id: 'tea', name: 'tea', count: 100, cost: null }));
    const rounds = async (book: OpenBook, count: number) => {
      const acks = [];
      for (let round = 0; round < count; round++) acks.push(await takeOne(book));
      return acks;
    };
    const writer = rounds(one.book, 8).then((acks) => {
      one.book.close();
      return acks;
    });
    const acks = (await Promise.all([writer, rounds(two.book, 20), rounds(three.book, 20)])).flat();
    const kept = acks.filter((ack) => ack.ok).length;
    expect(acks.map(refusal).filter(Boolean)).toEqual([]);
    expect((await three.book.db.giftStock.get('tea'))!.count).toBe(100 - kept);
    shop.kill();
    shop.loseDatabases();
    expect((await (await shop.page()).book.db.giftStock.get('tea'))!.count).toBe(100 - kept);
  });

  it('write a deed once, however often it is handed over', async () => {
    const shop = computer();
    const one = await shop.page();
    const two = await shop.page();
    const draft = {
      id: 'deed-1',
      name: 'save-setting',
      plan: { buyerId: null, changes: [set('settings', 'setting:x', { key: 'x', value: 1 })] },
    } as const;
    const acks = await Promise.all([one.book, two.book, one.book].map((book) => book.commit(draft)));
    expect(new Set(acks.map((ack) => done(ack).stamp)).size).toBe(1);
    expect(await two.book.db.actions.count()).toBe(1);
  });
});

describe('where there is no place for a journal', () => {
  it('the book is kept in the database, and the owner is told once', async () => {
    const shop = computer();
    shop.disk.failAt(1, 'die');
    const { book } = await shop.page();
    await anEvening(book);
    expect(shop.news).toEqual([{ kind: 'one-place', n: 0 }]);
    shop.kill();
    shop.disk.failAt(0);
    const again = (await shop.page()).book;
    done(await addNote(again, anna, 'with a journal now'));
    await expect.poll(() => shop.disk.files.size, SOON).toBeGreaterThan(1);
  });
});
