import type { World } from '@shared/calendar/clock';
import type { Action, Change } from '@shared/records/action';
import { type AnyRecord, applyChanges, readRecordKey, recordKey } from '@shared/records/apply';
import type { TableName } from '@shared/records/book';
import { newId } from '@shared/records/id';
import { nextStamp } from '@shared/records/stamp';
import type { Table, Transaction } from 'dexie';
import { type Ack, type Refusal, refuse } from './ack';
import type { Draft, Plan } from './draft';
import { refusalOf } from './failure';
import { recordsOf } from './reads/rows';
import type { BookDb, Sentinel } from './schema';
import { SEARCHED, searchRow } from './search-rows';

/**
 * THE write door. Everything the book learns goes through `commitTo` and nothing else writes it: read and plan
 * → one strict transaction that applies the action, appends it to the history and moves the sentinel → the
 * acknowledgement. A durable log of actions has its place between the planning and the transaction, where the
 * action is complete but for its inverse.
 */
export interface Door {
  readonly db: BookDb;
  readonly world: World;
  readonly seat: string;
  /** Milliseconds the disk may take. */
  readonly patience: number;
}

/** Large actions (an import) may take longer: milliseconds more for each record. */
const PER_CHANGE = 3;
/** Two windows that write at the same instant take turns; more rounds than this is no accident. */
const ROUNDS = 200;

const FIRST: Sentinel = { key: 'sentinel', seq: 0, stamp: null, counts: {}, retired: false };

/** The mark of a book, also of one that was never written. */
export async function sentinelOf(db: BookDb): Promise<Sentinel> {
  return (await db.marks.get('sentinel')) ?? FIRST;
}

/** Writes an action, whole or not at all. Never throws: a refusal is a value. */
export async function commitTo(door: Door, draft: Draft): Promise<Ack> {
  const id = draft.id ?? newId(door.world);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const seen = await inTime(door, 0, () => sentinelOf(door.db));
      if ('ok' in seen) return seen;
      const wish = typeof draft.plan === 'function' ? await draft.plan() : draft.plan;
      if ('ok' in wish) return wish;
      const plan = { ...wish, changes: onePerRecord(wish.changes) };
      if (plan.changes.length === 0) return unchanged(door, id, draft, plan);
      const ack = await write(door, id, draft, plan, typeof draft.plan === 'function' ? seen.seq : null);
      if (ack !== 'overtaken') return ack;
    }
    return refuse('failed', 'other windows kept writing in between');
  } catch (error) {
    return refusalOf(error);
  }
}

/** Two changes of one record, as of a buyer who is met and described at once, become one: so is the inverse. */
function onePerRecord(changes: readonly Change[]): readonly Change[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const key = recordKey(change.table, change.id);
    const first = merged.get(key);
    merged.set(key, first ? { ...first, set: { ...first.set, ...change.set } } : change);
  }
  return [...merged.values()];
}

/** Nothing to write is not an error: the book already says so. It leaves no line in the history. */
function unchanged({ world, seat }: Door, id: string, draft: Draft, plan: Plan): Ack {
  const stamp = nextStamp(null, world.now(), seat);
  const action = actionOf(id, draft, plan, seat, stamp, world, []);
  return { ok: true, action, buyerId: plan.buyerId };
}

function actionOf(
  id: string,
  draft: Draft,
  plan: Plan,
  seat: string,
  stamp: string,
  world: World,
  inverse: Action['inverse'],
): Action {
  const at = new Date(world.now()).toISOString();
  const { buyerId, changes, undoes = null } = plan;
  return { id, name: draft.name, seat, stamp, at, buyerId, changes, inverse, undoes };
}

async function write(
  door: Door,
  id: string,
  draft: Draft,
  plan: Plan,
  seenSeq: number | null,
): Promise<Ack | 'overtaken'> {
  const { db, world, seat } = door;
  const names = [...new Set(plan.changes.map((change) => change.table))];
  const tables: Table[] = names.map((name) => db.table(name));
  const searched = names.some((name) => SEARCHED.has(name));
  const scope = [...tables, db.actions, db.marks, ...(searched ? [db.search] : [])];

  return inTime(door, plan.changes.length, (started) =>
    db.transaction('rw', scope, async (transaction): Promise<Ack | 'overtaken'> => {
      started(transaction);
      const done = await db.actions.get(id);
      if (done) return { ok: true, action: done, buyerId: done.buyerId };
      const sentinel = await sentinelOf(db);
      if (sentinel.retired) return refuse('moved', 'a newer generation has taken the place of this book');
      if (seenSeq !== null && sentinel.seq !== seenSeq) return 'overtaken';

      const stamp = nextStamp(sentinel.stamp, world.now(), seat);
      const before = await recordsOf(db, plan.changes);
      const applied = applyChanges(before, plan.changes, stamp, seat);
      if (!applied.ok) return refuse(applied.reason, applied.detail);

      const counts = { ...sentinel.counts };
      for (const name of names) {
        const rows = [...applied.after].filter(([key]) => readRecordKey(key).table === name);
        await db.table(name).bulkPut(rows.map(([, record]) => record));
        if (SEARCHED.has(name))
          await writeSearch(
            db,
            name,
            rows.map(([, record]) => record),
          );
        counts[name] = (counts[name] ?? 0) + rows.filter(([key]) => !before.has(key)).length;
      }
      const action = actionOf(id, draft, plan, seat, stamp, world, applied.inverse);
      await db.actions.put(action);
      await db.marks.put({ ...sentinel, seq: sentinel.seq + 1, stamp, counts });
      return { ok: true, action, buyerId: plan.buyerId };
    }),
  );
}

async function writeSearch(db: BookDb, name: TableName, records: readonly AnyRecord[]): Promise<void> {
  const rows = records.map((record) => searchRow(name, record));
  await db.search.bulkDelete(
    records.filter((_, index) => rows[index] === null).map((r) => `${name}:${r.id}`),
  );
  await db.search.bulkPut(rows.filter((row) => row !== null));
}

/**
 * A disk that is full may leave a write without any answer at all. After the patience the transaction is
 * aborted, so that "not saved" is true, and the seller is told; the words are still in the form.
 */
function inTime<T>(
  { patience }: Door,
  changes: number,
  work: (started: (transaction: Transaction) => void) => PromiseLike<T>,
): Promise<T | Refusal> {
  return new Promise((resolve, reject) => {
    let transaction: Transaction | null = null;
    const timer = setTimeout(
      () => {
        try {
          transaction?.abort();
        } catch {
          // Already finished or never begun: either way nothing more can be taken back.
        }
        resolve(refuse('timeout', `no answer from the disk within ${patience + changes * PER_CHANGE} ms`));
      },
      patience + changes * PER_CHANGE,
    );
    work((begun) => {
      transaction = begun;
    })
      .then(resolve, reject)
      .then(() => clearTimeout(timer));
  });
}
