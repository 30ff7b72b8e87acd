import { openRaw } from '../open-raw';
import { asked } from './asked';
import type { Entry, Head } from './entry';
import type { Folder } from './files';
import { indexCheck } from './index-check';
import { layingDesk } from './laying';
import { logHeader } from './log';
import { type Filled, fillBook, putMark, rowsOf } from './raw';
import { beginShelf, openShelf, type Shelf } from './shelf';
import {
  SNAPSHOT_FORMAT,
  SNAPSHOT_TABLES,
  type SnapshotHeader,
  snapshotSound,
  snapshotWriter,
  writeChunk,
} from './snapshot';
import { type Source, soundSource } from './source';
import { summing } from './sum';

/** What the journal says at a start. */
export interface JournalFacts {
  readonly epoch: number;
  readonly seat: string;
  readonly shape: number;
  readonly head: Head;
  /** The checksum of the entry the stored book ends with; `null` when it is not here. */
  readonly crcAtBook: string | null;
  /** The whole book can be given back from here. */
  readonly whole: boolean;
  /** It began with an empty book. */
  readonly fromEmpty: boolean;
}

/** What a new beginning is told. */
export interface Beginning {
  readonly epoch: number;
  readonly seat: string;
  readonly shape: number;
  readonly base: Head;
  readonly fromEmpty: boolean;
}

/** A new log, and how far the book had come when it was begun. */
export interface Turned {
  readonly number: number;
  readonly head: Head;
}

/** A stored book added up, and how far it had come then. */
export interface Counted extends Filled {
  readonly seq: number;
}

export interface Rebuilt extends Filled {
  readonly head: Head;
  /** Some of it was damaged beyond help. */
  readonly part: boolean;
}

/** A log is folded into a snapshot once it is so long, and at least a part of what the snapshot is. */
const LONG_LOG = 4 << 20;
const LOG_PART = 0.5;
/** How long the worker may be busy before it looks whether something is to be written, in milliseconds. */
const BREATH = 15;
/** For how long after it was told of a save it stands back, and at most, in milliseconds. */
const HUSH = 60;
const LONGEST_HUSH = 500;

export type Desk = ReturnType<typeof openDesk>;

/** The journal of this computer: one folder per book. Runs in the worker; in a test over files in memory. */
export function openDesk(root: Folder, disk: () => IDBFactory | Promise<IDBFactory> = () => indexedDB) {
  let shelf: Shelf | null = null;
  let folding = false;
  /** How often it was told that somebody saves, and when last. */
  let hushes = 0;
  let hushed = Number.NEGATIVE_INFINITY;
  const laying = layingDesk(root);

  function inUse(): Shelf {
    if (!shelf) throw new Error('The journal was not opened.');
    return shelf;
  }

  /** Somebody saves: what takes long stands back. */
  function hush(): void {
    hushes += 1;
    hushed = performance.now();
  }

  /** Lets what is to be written in, and while it goes on, waits. */
  async function breathe(): Promise<void> {
    const end = performance.now() + LONGEST_HUSH;
    do await new Promise((done) => setTimeout(done));
    while (performance.now() < Math.min(hushed + HUSH, end));
  }

  /** Opens the journal of the newest book there is. */
  async function open(bookSeq: number | null): Promise<JournalFacts | null> {
    shelf?.close();
    shelf = null;
    const epochs = (await root.names()).filter((name) => /^\d+$/.test(name)).map(Number);
    for (const epoch of epochs.sort((a, b) => b - a)) {
      shelf = await openShelf(epoch, await root.folder(String(epoch)));
      if (shelf) return factsOf(shelf, bookSeq);
    }
    return null;
  }

  /**
   * Goes on from a head that is not the journal's own: a first beginning, or a stored book that is ahead.
   *
   * @returns the number under which a snapshot of that head belongs
   */
  async function begin(beginning: Beginning): Promise<number> {
    const { epoch, seat, shape, base } = beginning;
    if (shelf?.epoch === epoch) return shelf.turnOver(base, seat, shape);
    shelf?.close();
    const folder = await root.folder(String(epoch));
    await beginShelf(folder, logHeader(beginning));
    shelf = await openShelf(epoch, folder);
    return 1;
  }

  /** Begins a new log when this one is long, so that the old one can be folded; asked for between two writes. */
  async function turnOver(force: boolean): Promise<Turned | null> {
    const here = inUse();
    if (folding || (!force && here.logBytes() < LONG_LOG)) return null;
    if (!force && here.logBytes() < LOG_PART * (await newestSize(here))) return null;
    const head = here.head();
    return { number: await here.turnOver(head, here.header.seat, here.header.shape), head };
  }

  async function dropOlderBooks(): Promise<void> {
    const { epoch } = inUse();
    const epochs = (await root.names()).filter((name) => /^\d+$/.test(name)).map(Number);
    const before = epochs.filter((one) => one < epoch).sort((a, b) => b - a);
    // The book before a restore is kept as the way back, like its stored generation.
    for (const one of before.slice(1)) await root.remove(String(one));
  }

  /** Removes whatever the snapshot of this number does not need, the journals of older books too. */
  async function forget(number: number): Promise<boolean> {
    while (folding) await new Promise((done) => setTimeout(done, BREATH));
    const here = inUse();
    if (!(await here.keepFrom(number))) return false;
    for (const name of await root.names()) {
      if (/^\d+$/.test(name) && Number(name) < here.epoch) await root.remove(name);
    }
    return true;
  }

  /**
   * Takes a snapshot of the stored book, while it may be written: later entries put right what moved.
   *
   * @param instead it takes the place of everything before it, so a book that a disk has lost something of since it
   * was added up last is not taken: what is before it still has that
   */
  async function seed({ number, head }: Turned, name: string, instead = false): Promise<boolean> {
    const here = inUse();
    const db = await openRaw(name, await disk());
    if (!db) return false;
    try {
      const header = snapshotOf(here, head);
      const file = await here.openSnapshot(number);
      const sum = summing();
      try {
        const writer = snapshotWriter(file, header);
        for (const table of tablesIn(db)) {
          for await (const chunk of rowsOf(db, table)) {
            writeChunk(writer, chunk);
            if (instead) for (const row of chunk.rows) sum.add(`${table}/${row.id}`, JSON.stringify(row));
          }
        }
        const written = (await seqIn(db)) !== head.seq;
        if (instead && !written && head.sum !== null && head.sum !== sum.sum()) {
          file.truncate(0);
          return false;
        }
        writer.finish();
        if (!snapshotSound(file)) return false;
      } finally {
        file.close();
      }
      await here.kept(number, header);
      return true;
    } finally {
      db.close();
    }
  }

  function snapshotOf(here: Shelf, head: Head): SnapshotHeader {
    const { epoch, header } = here;
    return { format: SNAPSHOT_FORMAT, version: 1, epoch, seat: header.seat, shape: header.shape, head };
  }

  /** Folds everything before a new log into a snapshot, in the pauses between writes. */
  async function tidy(turned: Turned): Promise<boolean> {
    const here = inUse();
    const source = await soundSource(here, turned.head.seq);
    if (!source || source.part) {
      source?.close();
      return false;
    }
    folding = true;
    try {
      return await foldInto(here, turned, source);
    } finally {
      folding = false;
    }
  }

  async function foldInto(here: Shelf, { number, head }: Turned, source: Source): Promise<boolean> {
    const header = { ...snapshotOf(here, head), shape: source.shape };
    const file = await here.openSnapshot(number);
    let sound = false;
    try {
      const writer = snapshotWriter(file, header);
      let since = performance.now();
      for (const chunk of source.chunks()) {
        writeChunk(writer, chunk);
        if (performance.now() - since < BREATH) continue;
        await breathe();
        since = performance.now();
      }
      writer.finish();
      sound = snapshotSound(file);
    } finally {
      source.close();
      file.close();
    }
    if (sound) await here.kept(number, header);
    return sound;
  }

  /** Fills an empty stored book from snapshot and journal, and marks it with how far it goes. */
  async function rebuild(
    name: string,
    onRows: (rows: number) => void = () => undefined,
    shape = Number.POSITIVE_INFINITY,
  ): Promise<Rebuilt> {
    const here = inUse();
    const source = await soundSource(here);
    if (!source) throw new Error('Nothing of the book can be read in the journal.');
    const db = await openRaw(name, await disk());
    if (!db) throw new Error(`There is no ${name} to fill.`);
    try {
      const filled = await fillBook(db, source.chunks(), ({ rows }) => onRows(rows.length));
      const head = { ...here.head(), sum: source.shape < shape ? null : filled.sum };
      const { counts } = filled;
      const own = { key: 'sentinel', retired: false, epoch: here.epoch };
      const mark = { ...head, ...own, counts, shape: source.shape };
      await putMark(db, mark);
      return { ...filled, head, part: source.part };
    } finally {
      source.close();
      db.close();
    }
  }

  /**
   * Walks a stored book and adds it up; `null` when it was written meanwhile, and at once when somebody begins to
   * save, `broken` when it can't be read.
   */
  async function addUp(name: string): Promise<Counted | 'broken' | null> {
    const told = hushes;
    const db = await openRaw(name, await disk()).catch(() => 'broken' as const);
    if (!db || db === 'broken') return db;
    try {
      const before = await seqIn(db);
      const sum = summing();
      const counts: Record<string, number> = {};
      let records = 0;
      for (const table of tablesIn(db)) {
        const indexes = indexCheck(db.transaction(table).objectStore(table));
        for await (const { rows } of rowsOf(db, table)) {
          // A damaged row may come out as nothing at all.
          if (rows.some((row) => typeof row?.id !== 'string')) return 'broken';
          for (const row of rows) {
            sum.add(`${table}/${row.id}`, JSON.stringify(row));
            indexes.take(row);
          }
          if (hushes !== told) return null;
          if (table === 'actions') continue;
          counts[table] = (counts[table] ?? 0) + rows.length;
          records += rows.length;
        }
        const sound = await indexes.sound(db, () => hushes !== told);
        if (hushes !== told) return null;
        if (!sound && (await seqIn(db)) === before) return 'broken';
      }
      return (await seqIn(db)) === before ? { seq: before, counts, sum: sum.sum(), records } : null;
    } catch {
      // The browser itself says that something in it can't be read.
      return 'broken';
    } finally {
      db.close();
    }
  }

  return {
    hush,
    open,
    begin,
    dropOlderBooks,
    forget,
    turnOver,
    seed,
    tidy,
    rebuild,
    addUp,
    ...laying.methods,
    append: (entry: Omit<Entry, 'prev'>) => {
      const head = inUse().append(entry);
      return { head, long: inUse().logBytes() >= LONG_LOG };
    },
    takeBack: (seq: number) => inUse().takeBack(seq),
    entriesAfter: (seq: number) => inUse().entriesAfter(seq),
    close: () => {
      shelf?.close();
      shelf = null;
      laying.close();
    },
  };
}

/** How far a stored book has come. */
async function seqIn(db: IDBDatabase): Promise<number> {
  return (await asked(db.transaction('marks').objectStore('marks').get('sentinel')))?.seq ?? 0;
}

function tablesIn(db: IDBDatabase): readonly string[] {
  return SNAPSHOT_TABLES.filter((table) => db.objectStoreNames.contains(table));
}

function factsOf(shelf: Shelf, bookSeq: number | null): JournalFacts {
  const { seat, shape } = shelf.header;
  const crcAtBook = bookSeq === null ? null : shelf.crcAt(bookSeq);
  return {
    epoch: shelf.epoch,
    seat,
    shape,
    head: shelf.head(),
    crcAtBook,
    whole: !shelf.broken(),
    fromEmpty: shelf.fromEmpty(),
  };
}

async function newestSize(here: Shelf): Promise<number> {
  const newest = here.snapshots()[0];
  if (!newest) return 0;
  const file = await here.openSnapshot(newest.number);
  const size = file.size();
  file.close();
  return size;
}
