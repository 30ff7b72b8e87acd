import { readFileSync } from 'node:fs';
import { addNote } from '@extension/book/actions/notes';
import { bookName } from '@extension/book/generations';
import { BOOK_VERSION, MIGRATIONS } from '@extension/book/migrations';
import { type OpenBook, openBook } from '@extension/book/open';
import { wholeBookAndHistory } from '@extension/book/reads/whole';
import { asStored, bookDb } from '@extension/book/schema';
import { TABLE_NAMES } from '@shared/records/book';
import { Dexie } from 'dexie';
import { IDBCursor, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anna, done, emptyDisk, freshBook, refusal, testWorld } from './desk';

/*
 * An upgrade while a window of the version before is open, and an upgrade that is cut off: the book is of the one
 * version or of the other, nothing is lost, and the old program writes nothing into the new book.
 */
const NAME = bookName(1);
const path = new URL('../../fixtures/book/v001.json', import.meta.url);
const OLD = JSON.parse(readFileSync(path, 'utf8')) as {
  readonly tables: Readonly<Record<string, readonly { readonly id: string }[]>>;
};
const open: { close(): void }[] = [];
const keep = <T extends { close(): void }>(one: T): T => {
  open.push(one);
  return one;
};
afterEach(() => {
  vi.restoreAllMocks();
  for (const one of open.splice(0)) one.close();
});

/** The book of version 1, and a window of that program which has it open. */
async function oldWindow() {
  emptyDisk();
  const old = keep(bookDb(NAME, 1));
  await old.open();
  for (const [table, rows] of Object.entries(OLD.tables)) await old.table(table).bulkAdd([...rows]);
  return old;
}

async function expectWhole(book: OpenBook): Promise<void> {
  const { book: all } = await wholeBookAndHistory(book);
  for (const table of TABLE_NAMES) {
    const wanted = (OLD.tables[table] ?? []).map(({ id }) => id).toSorted();
    expect(
      all[table].map(({ id }) => id),
      table,
    ).toEqual(wanted);
  }
}

describe('a window of the version before', () => {
  it('lets go when a newer program asks, says so, and can write nothing any more (F-29)', async () => {
    const book = keep(await freshBook());
    done(await addNote(book, anna, 'before'));
    let told = 0;
    book.onClosed(() => {
      told += 1;
    });
    const newer = keep(bookDb(NAME));
    newer.version(BOOK_VERSION + 1).stores({ later: 'id' });
    await newer.open();
    expect(told).toBe(1);
    expect(refusal(await addNote(book, anna, 'by the old program'))).toBe('moved');
    await expect(book.db.settings.put({ id: 'by the old program' } as never)).rejects.toThrow();
    const stored = keep((await asStored(NAME))!);
    expect((await stored.table('notes').toArray()).map(({ text }) => text)).toEqual(['before']);
    expect(await stored.table('settings').get('by the old program')).toBe(undefined);
  });

  it('that holds on is named, and the upgrade goes on by itself once it is closed (F-30)', async () => {
    const old = await oldWindow();
    old.on('versionchange', () => false);
    let blocked: () => void = () => undefined;
    const told = new Promise<void>((done) => {
      blocked = done;
    });
    const opening = openBook(testWorld(), 'owner', { onBlocked: () => blocked() });
    await told;
    old.close();
    await expectWhole(keep(await opening));
  });

  it('opened again over the new book is refused by the browser itself', async () => {
    const old = await oldWindow();
    old.close();
    keep(await openBook(testWorld(), 'owner')).close();
    const request = Dexie.dependencies.indexedDB!.open(NAME, 10);
    const why = await new Promise<string | undefined>((done) => {
      request.onerror = () => done(request.error?.name);
      request.onsuccess = () => done('opened');
    });
    expect(why).toBe('VersionError');
  });
});

describe('an upgrade that is cut off', () => {
  it('at any of its writes leaves the old book, and the next start upgrades all of it (F-33)', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    for (let cut = 1; ; cut++) {
      (await oldWindow()).close();
      let seen = 0;
      const cutting = (proto: object, method: string) => {
        const original = Reflect.get(proto, method) as (...args: unknown[]) => unknown;
        Reflect.set(proto, method, function (this: unknown, ...args: unknown[]) {
          seen += 1;
          if (seen === cut) throw new DOMException('the power went', 'UnknownError');
          return original.apply(this, args);
        });
        return () => Reflect.set(proto, method, original);
      };
      const mend = [cutting(IDBObjectStore.prototype, 'put'), cutting(IDBCursor.prototype, 'update')];
      const opened = await openBook(testWorld(), 'owner').then(keep, () => null);
      for (const one of mend) one();
      opened?.close();
      await expectWhole(keep(await openBook(testWorld(), 'owner')));
      if (seen < cut) {
        // The last round got through uncut.
        expect(cut).toBeGreaterThan(MIGRATIONS.length);
        return;
      }
    }
  }, 60_000);
});
