import type { World } from '@shared/calendar/clock';
import { newId } from '@shared/records/id';
import { type Ack, refuse } from './ack';
import type { Beside } from './beside';
import { commitTo } from './commit';
import type { Hand } from './deed';
import type { Draft } from './draft';
import { type Examined, UNEXAMINED } from './examined';
import { bookName, dropOldGenerations, placeHere, storedGeneration } from './generations';
import { plainHand } from './hand';
import { BOOK_VERSION } from './migrations';
import { asStored, type BookDb, bookDb } from './schema';
import { sellerWaits } from './seller-waits';

/** The book as a page holds it. */
export interface OpenBook {
  readonly db: BookDb;
  readonly world: World;
  /** Who writes: this computer. Part of every clock reading. */
  readonly seat: string;
  readonly generation: number;
  /** Why nothing can be written, if so: a newer program has shaped this book. */
  readonly readOnly: 'newer-book' | null;
  /** The write door. */
  commit(draft: Draft): Promise<Ack>;
  /** The journal's side of putting another book in place; `null` where none is kept. */
  beside(): Promise<Beside | null>;
  /** Looks through the stored book and its journal; puts right what it can when asked to. */
  examine(repair: boolean): Promise<Examined>;
  /** Called after each acknowledged action; answers with how to stop. */
  onCommitted(listener: () => void): () => void;
  /** Called when another window needs this one to let go: an update, or another book put in place. */
  onClosed(listener: () => void): () => void;
  close(): void;
}

export interface OpenOptions {
  /** How long the disk may take to answer, in milliseconds. */
  readonly patience?: number;
  /** An older window holds the book while this one has to reshape it; it goes on by itself once that one closes. */
  readonly onBlocked?: () => void;
  /** Brings what is done to the disk; without it this page writes by itself, and keeps no journal. */
  readonly hand?: (opened: Opened) => Hand;
  /** Called when no stored book is found or it can't be opened, before an empty one is set up: it may be elsewhere. */
  readonly recover?: (() => Promise<void>) | undefined;
}

/** A book that was opened, before anybody may write it. */
export interface Opened {
  readonly db: BookDb;
  readonly world: World;
  readonly seat: string;
  readonly generation: number;
}

/** A promise put on a strict write that answers in 2 s or is refused. */
const PATIENCE = 2000;

/**
 * Opens the book of this computer, and sets up an empty one the first time.
 *
 * @throws when the browser gives no storage at all (a private window of some browsers).
 */
export async function openBook(world: World, seat?: string, options: OpenOptions = {}): Promise<OpenBook> {
  if (options.recover && (await storedGeneration()) === null) await options.recover();
  const freshSeat = () => seat ?? `seat-${newId(world).slice(-12)}`;
  const place = await placeHere(freshSeat, options.recover);
  const { db, generation } = await openPlace(place.generation, options);
  // Not awaited into failure: an old generation that another window still holds is dropped next time.
  await dropOldGenerations(generation).catch(() => undefined);
  return opened(db, world, seat ?? place.seat, generation, options);
}

async function openPlace(
  generation: number,
  options: OpenOptions,
): Promise<Pick<Opened, 'db' | 'generation'>> {
  try {
    return { db: await openDb(bookName(generation), options.onBlocked), generation };
  } catch (error) {
    if (!options.recover) throw error;
    await options.recover();
    const now = await storedGeneration();
    if (now === null || now === generation) throw error;
    return { db: await openDb(bookName(now), options.onBlocked), generation: now };
  }
}

/** Whether a newer program has shaped it; the library counts its own repairs of a damaged shape in tenths. */
function isNewer({ verno }: BookDb): boolean {
  return Math.floor(verno) > BOOK_VERSION;
}

/**
 * A database of a newer program is opened as it lies there. With our own shape declared, Dexie would open it
 * without a word, add what it misses and let this older program write into it.
 */
async function openDb(name: string, onBlocked: () => void = () => undefined): Promise<BookDb> {
  const stored = await asStored(name);
  if (stored && isNewer(stored)) return stored;
  stored?.close();
  const db = bookDb(name);
  db.on('blocked', onBlocked);
  await db.open();
  return db;
}

/**
 * Opens the book only to read it, as it is: no upgrade, no set-up. For the service worker, which never writes.
 * `null` when there is no book yet.
 */
export async function openForReading(world: World): Promise<OpenBook | null> {
  const generation = await storedGeneration();
  const db = generation === null ? null : await asStored(bookName(generation));
  if (generation === null || db === null) return null;
  return {
    ...opened(db, world, 'reader', generation, {}),
    commit: async () => refuse('failed', 'opened to read'),
  };
}

function opened(db: BookDb, world: World, seat: string, generation: number, options: OpenOptions): OpenBook {
  const committed = new Set<() => void>();
  const closed = new Set<() => void>();
  const readOnly = isNewer(db) ? 'newer-book' : null;
  db.on('versionchange', () => {
    close();
    for (const listener of closed) listener();
    // The library would close it as well, and open it again for whoever asks next: this older program then writes
    // into the newer book.
    return false;
  });
  const own: Opened = { db, world, seat, generation };
  const hand = readOnly ? null : (options.hand?.(own) ?? plainHand(db, world, generation));
  const patience = options.patience ?? PATIENCE;
  const close = () => {
    hand?.close();
    db.close();
  };
  let queue: Promise<unknown> = Promise.resolve();
  const commit = async (draft: Draft): Promise<Ack> => {
    if (!hand) return refuse('newer-book', 'this book was shaped by a newer program');
    // One after the other: a page does not compete with itself.
    const answered = sellerWaits();
    const turn = queue.then(() => commitTo({ db, world, seat, patience, hand }, draft));
    queue = turn;
    const ack = await turn;
    answered();
    if (ack.ok) for (const listener of committed) listener();
    return ack;
  };
  return {
    db,
    world,
    seat,
    generation,
    readOnly,
    commit,
    beside: async () => hand?.beside() ?? null,
    examine: async (repair) => hand?.examine(repair) ?? UNEXAMINED,
    onCommitted: (listener) => listen(committed, listener),
    onClosed: (listener) => listen(closed, listener),
    close,
  };
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
