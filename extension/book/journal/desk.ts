import type { Entry, Head } from './entry';
import type { Folder } from './files';
import { fold } from './fold';
import { logHeader } from './log';
import { asked, type Filled, fillBook, openRaw, putMark, rowsOf } from './raw';
import { beginShelf, openShelf, type Shelf } from './shelf';
import {
  type Chunk,
  chunksOf,
  SNAPSHOT_FORMAT,
  SNAPSHOT_TABLES,
  type SnapshotHeader,
  snapshotSound,
  snapshotWriter,
  type SnapshotWriter,
  writeChunk,
} from './snapshot';
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
}

/** What a new beginning is told. */
export interface Beginning {
  readonly epoch: number;
  readonly seat: string;
  readonly shape: number;
  readonly base: Head;
  readonly fromEmpty: boolean;
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

export type Desk = ReturnType<typeof openDesk>;

/** The journal of this computer: one folder per book. Runs in the worker; in a test over files in memory. */
export function openDesk(root: Folder) {
  let shelf: Shelf | null = null;
  let tidying: Promise<void> | null = null;
  /** A snapshot that a restore lays down piece by piece. */
  let laying: { readonly writer: SnapshotWriter; readonly close: () => void } | null = null;

  function inUse(): Shelf {
    if (!shelf) throw new Error('The journal was not opened.');
    return shelf;
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

  /** Goes on from a head that is not the journal's own: a first beginning, or a stored book that is ahead. */
  async function begin(beginning: Beginning): Promise<void> {
    const { epoch, seat, shape, base } = beginning;
    if (shelf?.epoch === epoch) {
      await shelf.turnOver(base, seat, shape);
      return;
    }
    shelf?.close();
    const folder = await root.folder(String(epoch));
    await beginShelf(folder, logHeader(beginning));
    shelf = await openShelf(epoch, folder);
  }

  async function dropOlderBooks(): Promise<void> {
    const { epoch } = inUse();
    const epochs = (await root.names()).filter((name) => /^\d+$/.test(name)).map(Number);
    const before = epochs.filter((one) => one < epoch).sort((a, b) => b - a);
    // The book before a restore is kept as the way back, like its stored generation.
    for (const one of before.slice(1)) await root.remove(String(one));
  }

  /** Takes a first snapshot of the stored book, while it may be written: later entries put right what moved. */
  async function seed(name: string, shape: number): Promise<boolean> {
    const here = inUse();
    const number = here.header ? await here.turnOver(here.head(), here.header.seat, shape) : 0;
    const head = here.head();
    const db = await openRaw(name);
    if (!db) return false;
    try {
      const header = snapshotOf(here, head, shape);
      const file = await here.openSnapshot(number);
      try {
        const writer = snapshotWriter(file, header);
        for (const table of SNAPSHOT_TABLES) {
          for await (const chunk of rowsOf(db, table)) writeChunk(writer, chunk);
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

  function snapshotOf(here: Shelf, head: Head, shape: number): SnapshotHeader {
    const { epoch, header } = here;
    return { format: SNAPSHOT_FORMAT, version: 1, epoch, seat: header.seat, shape, head };
  }

  /** Folds a long log into a snapshot, in the pauses between writes. */
  async function tidy(force = false): Promise<boolean> {
    const here = inUse();
    if (tidying || (!force && here.logBytes() < LONG_LOG)) return false;
    if (!force && here.logBytes() < LOG_PART * (await newestSize(here))) return false;
    const head = here.head();
    const source = await soundSource(here);
    if (!source || source.part) return false;
    const number = await here.turnOver(head, here.header.seat, source.shape);
    tidying = foldInto(here, number, head, source).finally(() => (tidying = null));
    await tidying;
    return true;
  }

  async function foldInto(here: Shelf, number: number, head: Head, source: Source): Promise<void> {
    const header = snapshotOf(here, head, source.shape);
    const file = await here.openSnapshot(number);
    let sound = false;
    try {
      const writer = snapshotWriter(file, header);
      let since = performance.now();
      for (const chunk of source.chunks()) {
        writeChunk(writer, chunk);
        if (performance.now() - since < BREATH) continue;
        await new Promise((done) => setTimeout(done));
        since = performance.now();
      }
      writer.finish();
      sound = snapshotSound(file);
    } finally {
      source.close();
      file.close();
    }
    if (sound) await here.kept(number, header);
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
    const db = await openRaw(name);
    if (!db) throw new Error(`There is no ${name} to fill.`);
    try {
      const filled = await fillBook(db, source.chunks(), onRows);
      const head = { ...here.head(), sum: source.shape < shape ? null : filled.sum };
      const { seq, stamp, crc, sum } = head;
      const counts = filled.counts;
      const mark = { key: 'sentinel', seq, stamp, counts, retired: false, epoch: here.epoch, crc, sum };
      await putMark(db, mark);
      return { ...filled, head, part: source.part };
    } finally {
      source.close();
      db.close();
    }
  }

  /** Walks a stored book and adds it up; `null` when it was written meanwhile. */
  async function addUp(name: string): Promise<Filled | null> {
    const db = await openRaw(name);
    if (!db) return null;
    try {
      const seq = async () =>
        (await asked(db.transaction('marks').objectStore('marks').get('sentinel')))?.seq ?? 0;
      const before = await seq();
      const sum = summing();
      const counts: Record<string, number> = {};
      let records = 0;
      for (const table of SNAPSHOT_TABLES) {
        if (table === 'actions') continue;
        for await (const { rows } of rowsOf(db, table)) {
          for (const row of rows) sum.add(`${table}/${row.id}`, JSON.stringify(row));
          counts[table] = (counts[table] ?? 0) + rows.length;
          records += rows.length;
        }
      }
      return (await seq()) === before ? { counts, sum: sum.sum(), records } : null;
    } finally {
      db.close();
    }
  }

  /** Begins to lay down the snapshot of a book that is not the book yet; what an earlier try left is removed. */
  async function lay(header: Omit<SnapshotHeader, 'format' | 'version'>): Promise<void> {
    laying?.close();
    await root.remove(String(header.epoch));
    const folder = await root.folder(String(header.epoch));
    const file = await folder.open('snapshot-1');
    laying = {
      writer: snapshotWriter(file, { format: SNAPSHOT_FORMAT, version: 1, ...header }),
      close: () => file.close(),
    };
  }

  function layRows(table: string, json: string, rows: number): void {
    laying?.writer.add(table, json, rows);
  }

  function laid(): void {
    laying?.writer.finish();
    laying?.close();
    laying = null;
  }

  /** Gives a laid-down book its log: from now on it is the newest book there is. */
  async function install(beginning: Beginning): Promise<void> {
    await beginShelf(await root.folder(String(beginning.epoch)), logHeader(beginning));
  }

  async function dropBook(epoch: number): Promise<void> {
    laying?.close();
    laying = null;
    await root.remove(String(epoch));
  }

  return {
    open,
    begin,
    dropOlderBooks,
    seed,
    tidy,
    rebuild,
    addUp,
    lay,
    layRows,
    laid,
    install,
    dropBook,
    append: (entry: Omit<Entry, 'prev'>) => {
      const head = inUse().append(entry);
      return { head, long: inUse().logBytes() >= LONG_LOG };
    },
    takeBack: (seq: number) => inUse().takeBack(seq),
    entriesAfter: (seq: number) => inUse().entriesAfter(seq),
    close: () => {
      shelf?.close();
      shelf = null;
      laying?.close();
      laying = null;
    },
  };
}

function factsOf(shelf: Shelf, bookSeq: number | null): JournalFacts {
  const { seat, shape } = shelf.header;
  const crcAtBook = bookSeq === null ? null : shelf.crcAt(bookSeq);
  return { epoch: shelf.epoch, seat, shape, head: shelf.head(), crcAtBook, whole: !shelf.broken() };
}

interface Source {
  readonly shape: number;
  readonly part: boolean;
  readonly chunks: () => Iterable<Chunk>;
  readonly close: () => void;
}

/** Snapshot and entries that together are the book; without a whole pair, the best there is. */
async function soundSource(here: Shelf): Promise<Source | null> {
  let best: Source | null = null;
  for (const { number, header } of here.snapshots()) {
    const file = await here.openSnapshot(number);
    if (!snapshotSound(file)) {
      file.close();
      continue;
    }
    const entries = here.entriesAfter(header.head.seq);
    const chunks = (found: readonly Entry[]) => () => fold(chunksOf(file), found);
    const source = { shape: header.shape, close: () => file.close() };
    if (entries) {
      best?.close();
      return { ...source, part: false, chunks: chunks(entries) };
    }
    if (best) file.close();
    else best = { ...source, part: true, chunks: chunks(here.entriesLeft(header.head.seq)) };
  }
  const fromStart = here.fromEmpty() ? here.entriesAfter(0) : null;
  if (fromStart) {
    best?.close();
    return { shape: here.header.shape, part: false, chunks: () => fold([], fromStart), close: () => undefined };
  }
  if (best) return best;
  const left = here.entriesLeft(0);
  const part = { shape: here.header.shape, part: true, close: () => undefined };
  return left.length > 0 ? { ...part, chunks: () => fold([], left) } : null;
}

async function newestSize(here: Shelf): Promise<number> {
  const newest = here.snapshots()[0];
  if (!newest) return 0;
  const file = await here.openSnapshot(newest.number);
  const size = file.size();
  file.close();
  return size;
}
