import { addNote } from '@extension/book/actions/notes';
import { isOfFiles } from '@extension/book/failure';
import { bookName, storedGeneration } from '@extension/book/generations';
import { storedGenerations } from '@extension/book/stored-generations';
import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { done, wang } from '../desk';
import { aComputer, type Computer } from './computer';

// Tries F-10 of test/faults.md, as Firefox has it: each stored database is a file, and a damaged one is refused alone.

const used: Computer[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const one of used.splice(0)) one.kill();
});

interface Refusals {
  /** No list of the databases is given while one of them can't be read. */
  readonly list: boolean;
  /** These names are neither opened nor deleted. */
  readonly names: readonly string[] | 'all';
}

/** The disk goes on as it is, and refuses some things with the word browsers have for it. */
function refuse({ list, names }: Refusals): void {
  const disk = Dexie.dependencies.indexedDB as IDBFactory;
  const isRefused = (name: string) => names === 'all' || names.includes(name);
  Dexie.dependencies.indexedDB = {
    cmp: disk.cmp.bind(disk),
    databases: async () => {
      if (list) throw new DOMException('The operation failed.', 'UnknownError');
      return disk.databases();
    },
    open: (name: string, version?: number) => (isRefused(name) ? refusedRequest() : disk.open(name, version)),
    deleteDatabase: (name: string) => (isRefused(name) ? refusedRequest() : disk.deleteDatabase(name)),
  } as IDBFactory;
}

function refusedRequest(): IDBOpenDBRequest {
  const error = new DOMException('The operation failed.', 'UnknownError');
  const request = { error, result: undefined } as unknown as IDBOpenDBRequest;
  const event = { target: request, preventDefault: () => undefined, stopPropagation: () => undefined };
  setTimeout(() => request.onerror?.(event as unknown as Event));
  return request;
}

async function written(): Promise<Computer> {
  const one = aComputer();
  used.push(one);
  const { book } = await one.page();
  for (const text of ['first', 'second', 'third']) done(await addNote(book, wang, text));
  one.kill();
  return one;
}

/** A page over the book; a rebuilt one is opened again, as a page loads again. */
async function notesAfter(one: Computer): Promise<readonly string[]> {
  let page = await one.page();
  await page.book.examine(false);
  if (page.moved()) page = await one.page();
  done(await addNote(page.book, wang, 'after'));
  return (await page.book.db.notes.toArray()).map(({ text }) => text).toSorted();
}

const ALL = ['after', 'first', 'second', 'third'];

it('without a list of the databases the emptied book is given back under the next name', async () => {
  const one = await written();
  one.loseDatabases();
  refuse({ list: true, names: [] });
  expect(await notesAfter(one)).toEqual(ALL);
  expect(one.news.map(({ kind }) => kind)).toEqual(['rebuilt']);
  expect(await storedGeneration()).toBe(2);
});

it('a book that can neither be opened nor deleted is given back under another name', async () => {
  const one = await written();
  refuse({ list: true, names: [bookName(1), bookName(2)] });
  expect(await notesAfter(one)).toEqual(ALL);
  expect(await storedGeneration()).toBe(3);
  expect(one.news.map(({ kind }) => kind)).toEqual(['rebuilt']);
});

it('names that are refused only when a book is made are passed over', async () => {
  const one = await written();
  one.loseDatabases();
  refuse({ list: false, names: [bookName(1), bookName(2), bookName(3)] });
  expect(await notesAfter(one)).toEqual(ALL);
  expect(await storedGeneration()).toBe(4);
});

it('around a known generation all are found by name', async () => {
  await written();
  refuse({ list: true, names: [] });
  expect(await storedGenerations(0)).toEqual([1]);
  expect(await storedGenerations(9)).toEqual([1]);
  expect(await storedGenerations(500)).toEqual([]);
});

it('where no database is opened the page is told so, and nothing is lost once they are again', async () => {
  const one = await written();
  const disk = Dexie.dependencies.indexedDB;
  const before = [...one.disk.files.keys()].toSorted();
  refuse({ list: true, names: 'all' });
  const refused = await one.page().catch((error: unknown) => error);
  expect(isOfFiles(refused)).toBe(true);
  expect(isOfFiles(new DOMException('no storage here', 'InvalidStateError'))).toBe(false);
  expect([...one.disk.files.keys()].toSorted()).toEqual(before);
  one.kill();
  Dexie.dependencies.indexedDB = disk;
  expect(await notesAfter(one)).toEqual(ALL);
});

it('a pointer that can neither be opened nor deleted is kept elsewhere, and the whole book is found', async () => {
  const one = await written();
  refuse({ list: true, names: ['zhanggui'] });
  expect(await notesAfter(one)).toEqual(ALL);
  expect(await storedGeneration()).toBe(1);
  expect(one.news).toEqual([]);
});

it.each(['UnknownError', 'AbortError'])(
  'a book of which a part can neither be read nor written is given back once a save meets that part (%s)',
  async (name) => {
    const one = await written();
    const { book, moved } = await one.page();
    const unreadable = (store: IDBObjectStore) =>
      store.name === 'notes' && store.transaction.db.name === bookName(1);
    const { put, getAll } = IDBObjectStore.prototype;
    const broken = (said = 'UnknownError') => {
      throw new DOMException('The operation failed.', said);
    };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      return unreadable(this) ? broken(name) : put.apply(this, args);
    });
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
      return unreadable(this) ? broken() : getAll.apply(this, args);
    });
    expect(await addNote(book, wang, 'refused')).toMatchObject({ ok: false });
    await expect.poll(moved, { timeout: 20_000 }).toBe(true);
    expect(one.news.map(({ kind }) => kind)).toEqual(['rebuilt']);
    book.close();
    const again = (await one.page()).book;
    done(await addNote(again, wang, 'after'));
    expect((await again.db.notes.toArray()).map(({ text }) => text).toSorted()).toEqual(ALL);
  },
);

it('a look at a book on a full disk that fails half-way never leaves it kept in one place', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  for (let readable = 0; readable < 5; readable++) {
    const one = await written();
    const { book } = await one.page();
    done(await addNote(book, wang, 'before'));
    let left = readable;
    const { get } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'marks' && left-- <= 0)
        throw new DOMException('The transaction was aborted.', 'AbortError');
      return get.apply(this, args);
    });
    forceCloseDatabase(book.db.backendDB() as never);
    expect(await addNote(book, wang, 'refused')).toMatchObject({ ok: false, reason: 'disk-full' });
    vi.restoreAllMocks();
    vi.setSystemTime(Date.now() + 2_000);
    done(await addNote(book, wang, 'after'));
    expect(one.news).toEqual([]);
    one.kill();
    one.loseDatabases();
    const texts = (await (await one.page()).book.db.notes.toArray()).map(({ text }) => text);
    expect(texts.toSorted()).toEqual(['after', 'before', 'first', 'second', 'third']);
  }
});

it('a book that can be read and takes nothing any more is given back, and nothing of it is lost', async () => {
  const one = await written();
  const { book, moved } = await one.page();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    const stuck = this.name === 'notes' && this.transaction.db.name === bookName(1);
    if (stuck) throw new DOMException('The transaction was aborted.', 'AbortError');
    return put.apply(this, args);
  });
  for (let again = 0; again < 5; again++) {
    expect(moved()).toBe(false);
    expect(await addNote(book, wang, 'refused')).toMatchObject({ ok: false, reason: 'disk-full' });
  }
  await expect.poll(moved, { timeout: 20_000 }).toBe(true);
  expect(one.news.map(({ kind }) => kind)).toEqual(['rebuilt']);
  book.close();
  expect(await notesAfter(one)).toEqual(ALL);
});
