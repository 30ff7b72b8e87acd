import type { Ack } from '@extension/book/ack';
import { eraseBuyer } from '@extension/book/actions/erase-buyer';
import { restoreBook } from '@extension/book/actions/restore';
import { creating } from '@extension/book/changes';
import type { Draft } from '@extension/book/draft';
import { erasingDue } from '@extension/book/erasing';
import { bookName } from '@extension/book/generations';
import { asked } from '@extension/book/journal/asked';
import { type OpenBook, openBook } from '@extension/book/open';
import { openRaw } from '@extension/book/open-raw';
import { wholeBookAndHistory } from '@extension/book/reads/whole';
import { systemWorld } from '@extension/book/world';
import { sentinelOf } from '@extension/book/write';
import type { Action } from '@shared/records/action';
import { type Book, TABLE_NAMES } from '@shared/records/book';
import { bigBook, noteAction } from './big-book';
import { keepSmall } from './small';

/**
 * The whole way of a save, as the extension ships it, in a page of its own: door, lock, worker, private files,
 * IndexedDB. Without a panel in front it takes hundreds of saves a second, so that a kill meets one half-way.
 */
keepSmall();
if (!(await navigator.storage.persist())) throw new Error('the browser might clear this storage by itself');
const { guardedHand, recover } = await import('@extension/book/journal/page');

const world = systemWorld(() => 'UTC');
let book: OpenBook;
let news: string[] = [];
let moved = false;
/** When the book had last been added up before it was opened here. */
let addedBefore = 0;
const lastAdded = () => Number(localStorage.getItem('book-checked') ?? 0);

/** Opens the book and waits until it can be written; a rebuilt one is opened again, as a page loads again. */
async function open(): Promise<void> {
  addedBefore = lastAdded();
  for (let round = 0; round < 5; round++) {
    moved = false;
    book = await openBook(world, undefined, {
      recover: () => recover(() => undefined),
      hand: (opened) =>
        guardedHand(opened, {
          onNews: (one) => news.push(one.kind),
          onMoved: () => {
            moved = true;
          },
          onRebuilding: () => undefined,
        }),
    });
    const deadline = Date.now() + 60_000;
    let ack: Ack = await book.commit(mark());
    while (!ack.ok && ack.reason !== 'moved' && Date.now() < deadline) {
      await new Promise((done) => setTimeout(done, 100));
      ack = await book.commit(mark());
    }
    if (ack.ok) return;
    book.close();
  }
  throw new Error('the book does not open');
}

/** Opens the book where there may be no room for it, and saves one thing if it can: a seller who starts again. */
async function tryOpen(text: string): Promise<void> {
  const patience = new Promise<void>((done) => setTimeout(done, 4_000));
  await Promise.race([
    patience,
    open()
      .then(() => write(text, 1, 0))
      .catch(() => undefined),
  ]);
}

function mark(): Draft {
  return {
    name: 'save-setting',
    plan: {
      buyerId: null,
      changes: [creating('settings', 'setting:soak', { key: 'soak', value: Date.now() })],
    },
  };
}

/** A buyer met and a note about them: three records that belong together. */
function draftOf(text: string): Draft {
  const buyerId = `buyer-${text}`;
  const buyer = {
    name: `买家 ${text}`,
    attitude: '',
    source: '',
    grade: '',
    phone: '',
    address: '',
    tags: [],
    facts: [],
    caution: null,
    since: '2026-11-22',
  };
  const account = { buyerId, platform: 'pdd', strength: 'platform', key: text, displayName: text };
  const note = { buyerId, text, notedAt: '2026-11-22T12:00:00Z', pinned: false, by: 'owner' };
  return {
    id: `deed-${text}`,
    name: 'add-note',
    plan: {
      buyerId,
      changes: [
        { table: 'buyers', id: buyerId, set: { deleted: false, ...buyer } },
        { table: 'accounts', id: `account-${text}`, set: { deleted: false, ...account } },
        { table: 'notes', id: `note-${text}`, set: { deleted: false, ...note } },
      ],
    },
  };
}

interface Written {
  readonly acked: readonly string[];
  readonly refused: Readonly<Record<string, number>>;
  /** Milliseconds each save took. */
  readonly took: readonly number[];
  /** The longest this page was not given the processor, in milliseconds: so much of a save's time is not its own. */
  readonly stalled: number;
}

/** Saves one after the other, and tells of each over the network: what a dying page thinks is lost with it. */
async function write(name: string, count: number, pause: number): Promise<Written> {
  const acked: string[] = [];
  const refused: Record<string, number> = {};
  const took: number[] = [];
  let stalled = 0;
  let beat = performance.now();
  const beating = setInterval(() => {
    stalled = Math.max(stalled, performance.now() - beat);
    beat = performance.now();
  }, 50);
  for (let index = 0; index < count; index++) {
    const text = `${name}-${index}`;
    const since = performance.now();
    const ack = await book.commit(draftOf(text));
    took.push(performance.now() - since);
    if (ack.ok) {
      acked.push(text);
      void fetch('/ack', { method: 'POST', body: text }).catch(() => undefined);
    } else {
      refused[ack.reason] = (refused[ack.reason] ?? 0) + 1;
      if (ack.reason === 'moved' && moved) break;
    }
    if (pause > 0) await new Promise((done) => setTimeout(done, pause));
  }
  clearInterval(beating);
  return { acked, refused, took, stalled };
}

/** What is in the book, and what of it does not fit together. */
async function look(): Promise<{
  texts: readonly string[];
  faults: readonly string[];
  news: readonly string[];
}> {
  const { book: all, actions } = await wholeBookAndHistory(book);
  const faults: string[] = [];
  const [buyers, accounts, notes] = [all.buyers, all.accounts, all.notes].map(
    (rows) => new Set(rows.map(({ id }) => id.replace(/^[a-z]+-/, ''))),
  );
  const deeds = new Set(actions.map(({ id }) => id.replace(/^deed-/, '')));
  for (const text of notes!) {
    if (!buyers!.has(text) || !accounts!.has(text) || !deeds.has(text)) faults.push(`${text} is half there`);
  }
  const sentinel = await sentinelOf(book.db);
  if (sentinel.seq !== actions.length)
    faults.push(`${actions.length} actions, the mark says ${sentinel.seq}`);
  for (const table of TABLE_NAMES) {
    const said = sentinel.counts[table] ?? 0;
    if (said !== all[table].length) faults.push(`${table}: ${all[table].length}, the mark says ${said}`);
  }
  const found = new Map<string, number>();
  for (const key of await book.db.notes.orderBy('buyerId').keys())
    found.set(String(key), (found.get(String(key)) ?? 0) + 1);
  for (const text of notes!) {
    const times = found.get(`buyer-${text}`) ?? 0;
    if (times !== 1) faults.push(`${text} is found ${times} times by its buyer`);
  }
  return { texts: [...notes!].sort(), faults, news };
}

/** A very large book is left in peace for a while before it is added up, which takes as long again: milliseconds. */
const ADDING = 90_000;

/** Waits until the book was added up in the background, or found to be another one. */
async function added(): Promise<boolean> {
  const deadline = Date.now() + ADDING;
  while (Date.now() < deadline && !moved) {
    if (lastAdded() > addedBefore) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return moved;
}

let big: Book | null = null;
let history: readonly Action[] = [];

/** Makes the records of a large shop, in this page; the last notes of it with the actions that wrote them. */
function make(buyers: number, others: number, actions = 0): number {
  big = bigBook(buyers, others);
  history = big.notes.slice(others - actions).map(noteAction);
  return TABLE_NAMES.reduce((sum, table) => sum + big![table].length, 0);
}

/** The yardstick: the same records put into stores of the same shape, and nothing else. Milliseconds. */
async function rawAdd(): Promise<number> {
  const shape = await openRaw(bookName(book.generation));
  if (!shape || !big) throw new Error('there is no book to take the shape of');
  const stores = [...TABLE_NAMES].map((name) => shape.transaction(name).objectStore(name));
  const indexes = stores.map((store) => [...store.indexNames].map((name) => store.index(name)));
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('yardstick', 1);
    request.onupgradeneeded = () => {
      for (const [place, store] of stores.entries()) {
        const made = request.result.createObjectStore(store.name, { keyPath: store.keyPath });
        for (const one of indexes[place]!) {
          made.createIndex(one.name, one.keyPath, { unique: one.unique, multiEntry: one.multiEntry });
        }
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  shape.close();
  const since = performance.now();
  for (const table of TABLE_NAMES) {
    if (big[table].length === 0) continue;
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(table, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      const store = transaction.objectStore(table);
      for (const row of big![table]) store.add(row);
    });
  }
  const took = performance.now() - since;
  db.close();
  await new Promise((done) => {
    indexedDB.deleteDatabase('yardstick').onsuccess = done;
  });
  return took;
}

/** Puts the large book in place. Milliseconds, and how often it told how far it was. */
async function restore(): Promise<{ took: number; told: number; ok: boolean; detail: string }> {
  let told = 0;
  const since = performance.now();
  const onProgress = () => {
    told += 1;
  };
  const restored = await restoreBook(book, big!, history, { onProgress });
  const took = performance.now() - since;
  book.close();
  return { took, told, ok: restored.ok, detail: restored.ok ? '' : restored.detail };
}

/** Waits until what is done in the background after a start is done: adding the records up. */
async function settled(): Promise<void> {
  await added();
}

interface ErasedIn {
  /** Milliseconds until the book had it, until nothing of them was left in it, and in its journal. */
  readonly acked: number;
  readonly book: number;
  readonly journal: number;
  /** Records that were theirs before, and what still tells of them afterwards. */
  readonly had: number;
  readonly left: number;
}

/** Erases a buyer on request. */
async function erase(buyerId: string): Promise<ErasedIn> {
  const had = await tellingOf(buyerId);
  const since = performance.now();
  const ack = await eraseBuyer(book, buyerId);
  if (!ack.ok) throw new Error(ack.detail);
  const acked = performance.now() - since;
  while ((await erasingDue(book.db)).book) await new Promise((done) => setTimeout(done, 5));
  const clean = performance.now() - since;
  while ((await erasingDue(book.db)).journal) await new Promise((done) => setTimeout(done, 50));
  const journal = performance.now() - since;
  return { acked, book: clean, journal, had, left: await tellingOf(buyerId) };
}

/** The yardstick: every action of the history read once, and nothing done with it. Milliseconds. */
async function rawHistory(): Promise<number> {
  const db = await openRaw(bookName(book.generation));
  const since = performance.now();
  let after: IDBKeyRange | null = null;
  for (;;) {
    const request: IDBRequest<{ readonly id: string }[]> = db!
      .transaction('actions')
      .objectStore('actions')
      .getAll(after, 2_000);
    const rows = await asked(request);
    if (rows.length < 2_000) break;
    after = IDBKeyRange.lowerBound(rows.at(-1)!.id, true);
  }
  const took = performance.now() - since;
  db!.close();
  return took;
}

/** Rows of the book, its history and its search that tell of a buyer. */
async function tellingOf(buyerId: string): Promise<number> {
  const rows = await Promise.all([
    book.db.buyers.where('id').equals(buyerId).count(),
    book.db.accounts.where('buyerId').equals(buyerId).count(),
    book.db.notes.where('buyerId').equals(buyerId).count(),
    book.db.actions.where('[buyerId+stamp]').between([buyerId, ''], [buyerId, '\uffff']).count(),
    book.db.searchPages.filter(({ ids }) => ids.split('\n').includes(buyerId)).count(),
  ]);
  return rows.reduce((sum, one) => sum + one, 0);
}

/** Deletes every database, as a repair or a cleaner does, and opens the book again. Milliseconds until it is back. */
async function loseAndOpen(): Promise<number> {
  book.close();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((done) => {
      const request = indexedDB.deleteDatabase(name!);
      request.onsuccess = done;
      request.onerror = done;
    });
  }
  const since = performance.now();
  await open();
  return performance.now() - since;
}

const door = {
  open,
  erase,
  tryOpen,
  loseAndOpen,
  settled,
  write,
  look,
  added,
  make,
  rawAdd,
  rawHistory,
  restore,
  close: () => book.close(),
  moved: () => moved,
  forget: () => {
    news = [];
  },
  records: async () => {
    const counts = await Promise.all(TABLE_NAMES.map((table) => book.db.table(table).count()));
    return counts.reduce((sum, count) => sum + count, 0);
  },
};
export type DoorPage = typeof door;
Object.assign(globalThis, { door });
document.documentElement.dataset.ready = 'true';
