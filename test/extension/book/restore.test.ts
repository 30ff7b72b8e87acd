import { addNote } from '@extension/book/actions/notes';
import { recordPromise } from '@extension/book/actions/promises';
import { restoreBook } from '@extension/book/actions/restore';
import { type OpenBook, openBook } from '@extension/book/open';
import { searchBuyers } from '@extension/book/reads/search';
import { wholeBook } from '@extension/book/reads/whole';
import { backupText } from '@extension/book/save-backup';
import { storedGenerations } from '@extension/book/stored-generations';
import { readBackup } from '@shared/backup/read';
import { writeBackup } from '@shared/backup/write';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { anna, done, emptyDisk, freshBook, promiseOf, refusal, testWorld, wang } from './desk';

// Tries F-13 of test/faults.md.

const open: OpenBook[] = [];
const keep = (book: OpenBook): OpenBook => {
  open.push(book);
  return book;
};
afterEach(() => {
  for (const book of open.splice(0)) book.close();
});

async function aBackup() {
  const shop = await freshBook(testWorld('2027-03-01T00:00:00Z'));
  done(await recordPromise(shop, anna, promiseOf()));
  done(await addNote(shop, anna, 'from the old computer'));
  const text = await backupText(shop);
  shop.close();
  const read = readBackup(text);
  if (!read.ok) throw new Error(read.reason);
  return { ...read, text };
}

describe('restoring a book', () => {
  it('puts it in place of the one there is, history, search and clock included', async () => {
    const backup = await aBackup();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'from this computer'));
    expect(await restoreBook(shop, backup.book, backup.actions)).toEqual({ ok: true, generation: 2 });
    expect(refusal(await addNote(shop, wang, 'too late'))).toBe('moved');
    const restored = keep(await openBook(testWorld(), 'owner'));
    expect(restored.generation).toBe(2);
    expect(await wholeBook(restored)).toEqual(backup.book);
    expect((await searchBuyers(restored, 'ann', 5)).map((found) => found.buyer.name)).toEqual(['Anna']);
    expect(await searchBuyers(restored, '王小姐', 5)).toEqual([]);
    // This computer's clock is months behind the backup's: what is written now is newer all the same.
    const newest = backup.actions
      .map((action) => action.stamp)
      .sort()
      .at(-1)!;
    expect(done(await addNote(restored, anna, 'now')).stamp > newest).toBe(true);
  });

  it('gives back byte for byte what was saved', async () => {
    const backup = await aBackup();
    const shop = keep(await freshBook());
    await restoreBook(shop, backup.book, backup.actions);
    const restored = keep(await openBook(testWorld('2027-03-01T00:00:00Z'), 'owner'));
    expect(await backupText(restored)).toBe(backup.text);
    expect(writeBackup(backup.book, backup.actions, backup.made)).toBe(backup.text);
  });

  it('killed half-way leaves the old book, and can be done again', async () => {
    const backup = await aBackup();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'still here'));
    // What a killed build leaves: the next generation with some rows, and the pointer where it was.
    const half = new Dexie('zhanggui-book-2');
    half.version(1).stores({ buyers: 'id' });
    await half.open();
    await half.table('buyers').add({ id: 'half' });
    half.close();
    const again = keep(await openBook(testWorld(), 'owner'));
    expect(again.generation).toBe(1);
    expect((await wholeBook(again)).notes.map((note) => note.text)).toEqual(['still here']);
    expect(await restoreBook(again, backup.book, backup.actions)).toMatchObject({ ok: true });
    const restored = keep(await openBook(testWorld(), 'owner'));
    expect(await wholeBook(restored)).toEqual(backup.book);
  });

  it('that fails on the way leaves the old book in place and in use', async () => {
    const { book, actions } = await aBackup();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'still here'));
    const twice = { ...book, notes: [...book.notes, ...book.notes] };
    expect(await restoreBook(shop, twice, actions)).toMatchObject({ ok: false });
    expect(refusal(await addNote(shop, wang, 'and goes on'))).toBe(null);
    const again = keep(await openBook(testWorld(), 'owner'));
    expect(again.generation).toBe(1);
    expect((await wholeBook(again)).notes).toHaveLength(2);
  });

  it('is refused to a window whose book was replaced meanwhile', async () => {
    const { book, actions } = await aBackup();
    const world = testWorld();
    const one = keep(await freshBook(world));
    const two = keep(await openBook(world, 'clerk'));
    expect(await restoreBook(one, book, actions)).toMatchObject({ ok: true });
    expect(await restoreBook(two, book, actions)).toMatchObject({ ok: false, reason: 'moved' });
  });

  it('keeps one generation as the way back, and no more', async () => {
    const { book, actions } = await aBackup();
    emptyDisk();
    for (let round = 1; round <= 3; round++) {
      const shop = await openBook(testWorld(), 'owner');
      expect(await restoreBook(shop, book, actions)).toEqual({ ok: true, generation: round + 1 });
      shop.close();
    }
    keep(await openBook(testWorld(), 'owner'));
    expect(await storedGenerations(1)).toEqual([3, 4]);
  });
});
