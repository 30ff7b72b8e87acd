import type { Entry, FoundEntry, Head } from './entry';
import type { Folder, SyncFile } from './files';
import { beginLog, type Log, type LogHeader, logHeader, type Mark, openLog } from './log';
import { type SnapshotHeader, snapshotHeader } from './snapshot';

/**
 * The files of one book, numbered in the order they were begun: `log-3` goes on from where `snapshot-3` stands,
 * or from an empty book when it is the first. A log takes back what it does not go on from: entries of older logs
 * that are newer than its base do not count.
 */
const NAME = /^(log|snapshot)-(\d+)$/;

interface PlacedMark extends Mark {
  readonly log: Log;
}

interface Snapshot {
  readonly number: number;
  readonly header: SnapshotHeader;
}

export interface Shelf {
  readonly epoch: number;
  readonly header: LogHeader;
  head(): Head;
  /** The checksum of the entry with this number, if it is still here. */
  crcAt(seq: number): string | null;
  /** Entries after a number up to the newest; `null` when one is missing or damaged. */
  entriesAfter(seq: number): readonly FoundEntry[] | null;
  /** What can be read of them, in order, past the damage. */
  entriesLeft(seq: number): readonly FoundEntry[];
  /** Snapshots that were written to their end, newest first. */
  snapshots(): readonly Snapshot[];
  /** Whether the files begin with an empty book, so that no snapshot is needed. */
  fromEmpty(): boolean;
  /** Something is damaged or missing: what was kept here can't be given back whole. */
  broken(): boolean;
  /** Bytes of the log that is written now. */
  logBytes(): number;
  append(entry: Omit<Entry, 'prev'>): Head;
  takeBack(seq: number): void;
  /** Begins a new log, which goes on from here or from another head. */
  turnOver(base: Head, seat: string, shape: number): Promise<number>;
  openSnapshot(number: number): Promise<SyncFile>;
  /** Told once a snapshot is whole: what only older ones need is removed. */
  kept(number: number, header: SnapshotHeader): Promise<void>;
  /** Removes everything before a snapshot that is whole; `false` when it is not. */
  keepFrom(number: number): Promise<boolean>;
  close(): void;
}

/** Name of the error thrown for an entry that does not follow the newest one. */
export const OUT_OF_STEP = 'OutOfStepError';

/** How many snapshots are kept: one to stand on, and one in case that one is damaged. */
const KEPT = 2;

/** The files of a book in its folder, or `null` when no log in it can be read. */
export async function openShelf(epoch: number, folder: Folder): Promise<Shelf | null> {
  const logs = new Map<number, Log>();
  let snapshots: Snapshot[] = [];
  const names = await folder.names();
  for (const name of names) {
    const [, kind, digits] = NAME.exec(name) ?? [];
    const number = Number(digits);
    if (kind === 'log') logs.set(number, openLog(await folder.open(name)));
    if (kind !== 'snapshot') continue;
    const file = await folder.open(name);
    const header = snapshotHeader(file);
    file.close();
    if (header) snapshots.push({ number, header });
  }
  snapshots.sort((a, b) => b.number - a.number);
  const order = [...logs.keys()].sort((a, b) => a - b);
  const newest = order.findLast((number) => logs.get(number)!.header !== null);
  if (newest === undefined) {
    for (const log of logs.values()) log.close();
    return null;
  }

  let number = Math.max(...order, ...snapshots.map((snapshot) => snapshot.number));
  let active = logs.get(newest)!;
  /** Every entry that counts, by its number. */
  const marks = new Map<number, PlacedMark>();
  let base = active.header!.base;
  for (const place of order) take(logs.get(place)!);
  let head = headOf();

  function take(log: Log): void {
    const from = log.header?.base.seq;
    if (from !== undefined) for (const seq of marks.keys()) if (seq > from) marks.delete(seq);
    for (const mark of log.marks) if (mark.seq > (from ?? -1)) marks.set(mark.seq, { ...mark, log });
  }

  /** Sum and stamp of the newest entry are in the entry itself. */
  function headOf(): Head {
    const last = active.marks.at(-1);
    const entry = last && active.entryAt(last);
    return entry && last ? { seq: last.seq, crc: last.crc, stamp: entry.action.stamp, sum: entry.sum } : base;
  }

  function takeBack(seq: number): void {
    if (head.seq !== seq || active.marks.at(-1)?.seq !== seq) return;
    active.takeBack();
    marks.delete(seq);
    head = headOf();
  }

  function fromEmpty(): boolean {
    return logs.get(Math.min(...logs.keys()))?.header?.fromEmpty ?? false;
  }

  /** Whether no entry is missing between a number and the newest. */
  function reaches(seq: number): boolean {
    for (let next = seq + 1; next <= head.seq; next++) if (!marks.has(next)) return false;
    return true;
  }

  function entriesLeft(seq: number): readonly FoundEntry[] {
    const wanted = [...marks.values()].filter((mark) => mark.seq > seq).sort((a, b) => a.seq - b.seq);
    return wanted.flatMap((mark) => {
      const entry = mark.log.entryAt(mark);
      return entry ? [{ ...entry, crc: mark.crc }] : [];
    });
  }

  return {
    epoch,
    header: active.header!,
    head: () => head,
    crcAt: (seq) => {
      if (seq === head.seq) return head.crc;
      const bases = [...logs.values()].flatMap((log) => log.header?.base ?? []);
      return marks.get(seq)?.crc ?? bases.find((one) => one.seq === seq)?.crc ?? null;
    },
    entriesAfter: (seq) => {
      const found = entriesLeft(seq);
      const unbroken = found.every((entry, index) => entry.seq === seq + 1 + index);
      return unbroken && found.length === head.seq - seq ? found : null;
    },
    entriesLeft,
    snapshots: () => snapshots,
    fromEmpty,
    broken: () =>
      ![...snapshots.map(({ header }) => header.head.seq), ...(fromEmpty() ? [0] : [])].some(reaches),
    logBytes: () => active.size(),
    append: ({ seq, sum, action }) => {
      // Left by a save that failed and could not take it back: nobody was told it was kept.
      if (seq === head.seq) takeBack(seq);
      if (seq !== head.seq + 1) throw outOfStep(seq, head.seq);
      const mark = active.append({ seq, prev: head.crc, sum, action });
      marks.set(seq, { ...mark, log: active });
      head = { seq, crc: mark.crc, stamp: action.stamp, sum };
      return head;
    },
    takeBack,
    turnOver: async (from, seat, shape) => {
      number += 1;
      const header = logHeader({ epoch, seat, shape, base: from, fromEmpty: false });
      const log = beginLog(await folder.open(`log-${number}`), header);
      logs.set(number, log);
      active = log;
      base = from;
      take(log);
      head = from;
      return number;
    },
    openSnapshot: (which) => folder.open(`snapshot-${which}`),
    kept: async (which, header) => {
      snapshots = [{ number: which, header }, ...snapshots.filter((one) => one.number !== which)];
      const oldest = snapshots[KEPT - 1];
      if (!oldest) return;
      await removeBefore(oldest.number);
      snapshots = snapshots.slice(0, KEPT);
    },
    keepFrom: async (which) => {
      if (!snapshots.some((one) => one.number === which)) return false;
      await removeBefore(which);
      snapshots = snapshots.filter((one) => one.number >= which);
      return true;
    },
    close: () => {
      for (const log of logs.values()) log.close();
    },
  };

  async function removeBefore(which: number): Promise<void> {
    for (const name of await folder.names()) {
      const [, kind, digits] = NAME.exec(name) ?? [];
      if (kind === undefined || Number(digits) >= which) continue;
      if (kind === 'log') forget(Number(digits));
      await folder.remove(name);
    }
  }

  function forget(which: number): void {
    const log = logs.get(which);
    for (const [seq, mark] of marks) if (mark.log === log) marks.delete(seq);
    log?.close();
    logs.delete(which);
  }
}

/** The stored book has gone on without the journal: both are looked at again. */
function outOfStep(seq: number, head: number): DOMException {
  return new DOMException(`entry ${seq} does not follow ${head}`, OUT_OF_STEP);
}

/** Begins the files of a book that has none, or whose snapshot was just laid down beside. */
export async function beginShelf(folder: Folder, header: LogHeader): Promise<void> {
  beginLog(await folder.open('log-1'), header).close();
}
