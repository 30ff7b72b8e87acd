import type { World } from '@shared/calendar/clock';
import type { Action, Change } from '@shared/records/action';
import { type AnyRecord, applyChanges, type Records, readRecordKey } from '@shared/records/apply';
import type { TableName } from '@shared/records/book';
import { nextStamp } from '@shared/records/stamp';
import type { Table, Transaction } from 'dexie';
import { type Refusal, refuse } from './ack';
import type { Deed, Limit, Outcome } from './deed';
import type { Entry, FoundEntry, Head } from './journal/entry';
import { EMPTY_SUM, type Sum, summing } from './journal/sum';
import { BOOK_VERSION } from './migrations';
import { recordsOf } from './reads/rows';
import type { BookDb, Sentinel } from './schema';
import { type Looked, lookUp, pagesAfter } from './search-pages';
import { pageTable, wordEdits } from './search-stores';
import { SEARCHED } from './search-words';

/** What of the journal the writing needs. Whatever `append` has answered, a power cut leaves alone. */
export interface Pen {
  append(entry: Omit<Entry, 'prev'>): Promise<{ readonly head: Head }>;
  /** Takes the newest entry off again, when it has this number. */
  takeBack(seq: number): Promise<void>;
}

export interface WriteDoor {
  readonly db: BookDb;
  readonly world: World;
  /** Which book this is, for a mark that does not say it yet. */
  readonly epoch: number;
  /** `null` where the browser gives no place for a journal. */
  readonly pen: Pen | null;
}

const FIRST: Sentinel = {
  key: 'sentinel',
  seq: 0,
  stamp: null,
  counts: {},
  epoch: null,
  crc: null,
  sum: EMPTY_SUM,
  shape: BOOK_VERSION,
  retired: false,
};

/** The mark of a book, also of one that was never written, or by an older program. */
export async function sentinelOf(db: BookDb): Promise<Sentinel> {
  return asSentinel(await db.marks.get('sentinel'));
}

function asSentinel(stored: Partial<Sentinel> | undefined): Sentinel {
  if (!stored) return FIRST;
  const sum = stored.shape === BOOK_VERSION ? (stored.sum ?? null) : null;
  return { ...FIRST, ...stored, sum, shape: BOOK_VERSION };
}

/** A deed worked out to the last field: nothing is open any more but whether it gets written. */
interface Worked {
  readonly action: Action;
  /** The records as they are then. */
  readonly tables: ReadonlyMap<TableName, readonly AnyRecord[]>;
  readonly sentinel: Sentinel;
}

/**
 * Writes a deed, whole or not at all: worked out, into the journal and onto the disk, into the stored book with
 * strict durability, acknowledged. Where the journal refuses, the stored book is not touched; where the stored
 * book refuses, the journal takes its entry back.
 */
export async function writeDeed(door: WriteDoor, deed: Deed, limit: Limit): Promise<Outcome> {
  const { db, pen } = door;
  if (limit.signal.aborted) return tooLate();
  if (!pen) {
    return inTransaction(db, deed.plan.changes, limit, async () => {
      const worked = await workOut(door, deed);
      if (typeof worked === 'string' || 'ok' in worked) return worked;
      await store(db, worked, await lookUp(pageTable(db.searchPages), wordEdits(worked.tables)), null);
      return done(worked.action);
    });
  }
  const reading = [...tablesOf(db, deed.plan.changes), db.actions, db.marks];
  const worked = await db.transaction('r', reading, async () => workOut(door, deed));
  if (typeof worked === 'string' || 'ok' in worked) return worked;
  if (limit.signal.aborted) return tooLate();
  const seq = worked.sentinel.seq;
  const { head } = await pen.append({ seq, sum: worked.sentinel.sum, action: worked.action });
  try {
    if (limit.signal.aborted) throw new DOMException('too late', 'TimeoutError');
    const outcome = await inTransaction(db, deed.plan.changes, limit, async () => {
      // Asked for together: each answer is a way there and back, and somebody waits.
      const mark = db.marks.get('sentinel');
      // Where the search can't be looked up, that is the error; this one is then heard by nobody.
      mark.catch(() => undefined);
      const pages = await lookUp(pageTable(db.searchPages), wordEdits(worked.tables));
      const now = asSentinel(await mark);
      if (now.retired) return retired();
      if (now.seq !== seq - 1) return 'overtaken';
      await store(db, worked, pages, head.crc);
      return done(worked.action);
    });
    if (outcome === 'overtaken' || !outcome.ok) await pen.takeBack(seq).catch(() => undefined);
    return outcome;
  } catch (error) {
    await pen.takeBack(seq).catch(() => undefined);
    if (limit.signal.aborted) return tooLate();
    throw error;
  }
}

/** Applies an entry of the journal that the stored book does not have yet. `false` when it does not follow. */
export async function replayEntry(db: BookDb, entry: FoundEntry, epoch: number): Promise<boolean> {
  const { action, crc } = entry;
  return inTransaction(db, action.changes, null, async () => {
    const sentinel = await sentinelOf(db);
    if (sentinel.seq !== entry.seq - 1 || sentinel.retired) return false;
    const before = await recordsOf(db, action.changes);
    const applied = applyChanges(before, action.changes, action.stamp, action.seat);
    if (!applied.ok) return false;
    const marked = markAfter(sentinel, before, applied.after, action, epoch);
    const worked = workedOut(action, applied.after, marked);
    await store(db, worked, await lookUp(pageTable(db.searchPages), wordEdits(worked.tables)), crc);
    return true;
  });
}

async function workOut({ db, world, epoch }: WriteDoor, deed: Deed): Promise<Worked | Outcome> {
  const { id, name, seat, plan } = deed;
  const [known, stored, before] = await Promise.all([
    db.actions.get(id),
    db.marks.get('sentinel'),
    recordsOf(db, plan.changes),
  ]);
  if (known) return done(known);
  const sentinel = asSentinel(stored);
  if (sentinel.retired) return retired();
  if (deed.seen !== null && sentinel.seq !== deed.seen) return 'overtaken';
  const stamp = nextStamp(sentinel.stamp, world.now(), seat);
  const applied = applyChanges(before, plan.changes, stamp, seat);
  if (!applied.ok) return refuse(applied.reason, applied.detail);
  const at = new Date(world.now()).toISOString();
  const { buyerId, changes, undoes = null } = plan;
  const action = { id, name, seat, stamp, at, buyerId, changes, inverse: applied.inverse, undoes };
  return workedOut(action, applied.after, markAfter(sentinel, before, applied.after, action, epoch));
}

function workedOut(action: Action, after: Records, sentinel: Sentinel): Worked {
  const tables = new Map<TableName, AnyRecord[]>();
  for (const [key, record] of after) {
    const { table } = readRecordKey(key);
    const records = tables.get(table);
    if (records) records.push(record);
    else tables.set(table, [record]);
  }
  return { action, tables, sentinel };
}

function markAfter(old: Sentinel, before: Records, after: Records, action: Action, epoch: number): Sentinel {
  const counts: Record<string, number> = { ...old.counts };
  for (const key of after.keys()) {
    const { table } = readRecordKey(key);
    if (!before.has(key)) counts[table] = (counts[table] ?? 0) + 1;
  }
  const sum = old.sum === null ? null : sumAfter(old.sum, before, after, action);
  const { stamp } = action;
  return { ...old, seq: old.seq + 1, stamp, counts, sum, epoch: old.epoch ?? epoch };
}

function sumAfter(sum: Sum, before: Records, after: Records, action: Action): Sum {
  const all = summing(sum);
  for (const [key, record] of after) {
    const old = before.get(key);
    if (old) all.take(key, JSON.stringify(old));
    all.add(key, JSON.stringify(record));
  }
  all.add(`actions/${action.id}`, JSON.stringify(action));
  return all.sum();
}

/** Everything at once: the browser takes it in this order, and only the last answer is waited for. */
async function store(
  db: BookDb,
  { action, tables, sentinel }: Worked,
  pages: Looked,
  crc: string | null,
): Promise<void> {
  const words = pagesAfter(pages);
  await Promise.all([
    ...[...tables].map(([table, records]) => db.table(table).bulkPut([...records])),
    ...(words.length > 0 ? [db.searchPages.bulkPut([...words])] : []),
    db.actions.put(action),
    db.marks.put({ ...sentinel, crc }),
  ]);
}

function tablesOf(db: BookDb, changes: readonly Change[]): readonly Table[] {
  return [...new Set(changes.map(({ table }) => table))].map((name) => db.table(name));
}

/** How long an aborted transaction may take to say so, in milliseconds. */
const GRACE = 1000;

/**
 * A disk that is full may leave a write without any answer at all. Once the time is up the transaction is
 * aborted, so that "not saved" is true.
 */
function inTransaction<T>(
  db: BookDb,
  changes: readonly Change[],
  limit: Limit | null,
  work: () => Promise<T>,
): Promise<T> {
  const searched = changes.some(({ table }) => SEARCHED.has(table));
  const scope = [...tablesOf(db, changes), db.actions, db.marks, ...(searched ? [db.searchPages] : [])];
  return new Promise((resolve, reject) => {
    let begun: Transaction | null = null;
    const stop = () => {
      try {
        begun?.abort();
      } catch {
        // It is being committed at this very moment: its own end decides.
      }
      setTimeout(() => reject(new DOMException('no answer from the disk', 'TimeoutError')), GRACE);
    };
    limit?.signal.addEventListener('abort', stop, { once: true });
    // Written as an async function: by that the library knows that native promises follow.
    db.transaction('rw', scope, async (transaction) => {
      begun = transaction;
      return work();
    })
      .then(resolve, reject)
      .then(() => limit?.signal.removeEventListener('abort', stop));
  });
}

function done(action: Action): Outcome {
  return { ok: true, action, buyerId: action.buyerId };
}

function retired(): Refusal {
  return refuse('moved', 'a newer generation has taken the place of this book');
}

export function tooLate(): Refusal {
  return refuse('timeout', 'no answer from the disk in time');
}
