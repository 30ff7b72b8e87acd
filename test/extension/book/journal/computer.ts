import { plainHand } from '@extension/book/hand';
import { openDesk } from '@extension/book/journal/desk';
import { type Channel, joinGuard, type Ways } from '@extension/book/journal/guard';
import { keepBook } from '@extension/book/journal/keep';
import { layBeside } from '@extension/book/journal/lay-beside';
import type { News, SmallStore } from '@extension/book/journal/news';
import type { RemoteDesk } from '@extension/book/journal/protocol';
import { recoverBook } from '@extension/book/journal/recover';
import { type OpenBook, type Opened, openBook } from '@extension/book/open';
import { newId } from '@shared/records/id';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { type TestWorld, testWorld } from '../desk';
import { type MemoryDisk, memoryDisk } from './memory-disk';

/**
 * A computer with its browser: stored databases, private files, small storage, the lock and the channel of the
 * extension's pages. Everything is the program's own but the disk and the browser underneath.
 */
export interface Computer {
  readonly world: TestWorld;
  readonly disk: MemoryDisk;
  readonly small: Map<string, unknown>;
  /** What was told to the owner, by any page. */
  readonly news: News[];
  /** Opens a page of the extension over the book. */
  page(patience?: number): Promise<ComputerPage>;
  /** Everything in IndexedDB is gone, as after a repair or a cleaner. */
  loseDatabases(): void;
  /** From now on the journal does not answer, until what is returned is called. */
  hang(): () => void;
  /** From now on the browser reports an error of its own to whoever reads all of the stored book. */
  failReading(): void;
  /** All pages end at once, without a word; what was not flushed stays as it is. */
  kill(): void;
}

export interface ComputerPage {
  readonly book: OpenBook;
  /** The page is told that its book is another generation now. */
  readonly moved: () => boolean;
}

export function aComputer(): Computer {
  const world = testWorld();
  const disk = memoryDisk();
  const small = new Map<string, unknown>();
  const news: News[] = [];
  let pages: OpenBook[] = [];
  let lives = 1;
  let { lock, channel } = aBrowser();
  Dexie.dependencies.indexedDB = new IDBFactory();

  const smallStore: SmallStore = {
    get: async (key) => ({ [key]: small.get(key) }),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) small.set(key, value);
    },
    remove: async (key) => void small.delete(key),
  };
  let hanging: Promise<void> = Promise.resolve();
  let unreadable = false;
  const desk = () => {
    const near = nearDesk(
      openDesk(disk.root, () => Dexie.dependencies.indexedDB!),
      () => hanging,
    );
    const addUp: RemoteDesk['addUp'] = async (name) => {
      if (unreadable) throw new DOMException('The object could not be cloned.', 'InvalidStateError');
      return near.addUp(name);
    };
    return { ...near, addUp };
  };

  // A busy computer must not turn a test of something else into a test of patience.
  async function page(patience = 30_000): Promise<ComputerPage> {
    let moved = false;
    const onMoved = () => (moved = true);
    const hand = (opened: Opened) => {
      const guarded = { generation: opened.generation, newId: () => newId(world) };
      const life = async () => `life ${lives}`;
      const kept = { ...opened, desk, life, small: smallStore, onNews: (one: News) => news.push(one) };
      const become = (say: () => void) => keepBook({ ...kept, onRebuilding: () => undefined, onMoved: say });
      const joined = joinGuard(guarded, { lock, channel }, become, onMoved);
      return {
        ...plainHand(opened.db, world, opened.generation),
        ...joined,
        beside: async () => layBeside(desk()),
      };
    };
    const recover = async () => {
      const everKept = async () => disk.files.size > 0;
      const alone = (work: () => Promise<void>) => lock(new AbortController().signal, work);
      await recoverBook({ desk, small: smallStore, alone, everKept }, () => undefined);
      const told = small.get('book-news');
      if (told) news.push(told as News);
    };
    const book = await openBook(world, undefined, { hand, recover, patience });
    pages.push(book);
    return { book, moved: () => moved };
  }

  return {
    world,
    disk,
    small,
    news,
    page,
    loseDatabases: () => {
      Dexie.dependencies.indexedDB = new IDBFactory();
    },
    hang: () => {
      let answer: () => void = () => undefined;
      hanging = new Promise((done) => {
        answer = done;
      });
      return answer;
    },
    failReading: () => {
      unreadable = true;
    },
    kill: () => {
      for (const one of pages) one.close();
      pages = [];
      lives += 1;
      ({ lock, channel } = aBrowser());
    },
  };
}

/** The lock and the channel that all pages of one browser share. */
function aBrowser(): Ways {
  let tail: Promise<unknown> = Promise.resolve();
  const listeners = new Map<Channel, (event: { readonly data: unknown }) => void>();
  return {
    lock: async (signal, hold) => {
      const before = tail;
      let free: (value: unknown) => void = () => undefined;
      tail = new Promise((done) => {
        free = done;
      });
      try {
        await before;
        if (!signal.aborted) await hold();
      } finally {
        free(undefined);
      }
    },
    channel: () => {
      const own: Channel = {
        postMessage: (message) => {
          const said = structuredClone(message);
          for (const [other, listener] of listeners) {
            if (other !== own) setTimeout(() => listeners.has(other) && listener({ data: said }));
          }
        },
        addEventListener: (_, listener) => void listeners.set(own, listener),
        close: () => void listeners.delete(own),
      };
      return own;
    },
  };
}

/** The desk as a page sees it, without a worker in between: what goes over is cloned all the same. */
function nearDesk(desk: ReturnType<typeof openDesk>, answers: () => Promise<void>): RemoteDesk {
  const far =
    <Args extends readonly unknown[], T>(method: (...args: Args) => T | Promise<T>) =>
    async (...args: Args): Promise<Awaited<T>> => {
      // What is asked arrives later, and is another object by then.
      const sent = structuredClone(args);
      await answers();
      return structuredClone(await method(...(sent as unknown as Args)));
    };
  return {
    hush: far(desk.hush),
    open: far(desk.open),
    begin: far(desk.begin),
    dropOlderBooks: far(desk.dropOlderBooks),
    forget: far(desk.forget),
    turnOver: far(desk.turnOver),
    seed: far(desk.seed),
    tidy: far(desk.tidy),
    rebuild: (name, onRows, shape) => desk.rebuild(name, onRows, shape),
    addUp: far(desk.addUp),
    lay: far(desk.lay),
    layRows: far(desk.layRows),
    laid: far(desk.laid),
    install: far(desk.install),
    dropBook: far(desk.dropBook),
    append: far(desk.append),
    takeBack: far(desk.takeBack),
    entriesAfter: far(desk.entriesAfter),
    close: desk.close,
  };
}
