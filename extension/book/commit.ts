import type { World } from '@shared/calendar/clock';
import type { Change } from '@shared/records/action';
import { recordKey } from '@shared/records/apply';
import { newId } from '@shared/records/id';
import { nextStamp } from '@shared/records/stamp';
import { type Ack, refuse } from './ack';
import type { Deed, Hand, Limit, Outcome } from './deed';
import type { Draft, Plan } from './draft';
import { refusalOf } from './failure';
import type { BookDb } from './schema';
import { sentinelOf, tooLate } from './write';

export { sentinelOf } from './write';

/**
 * THE write door. Everything the book learns goes through `commitTo` and nothing else writes it: read and plan
 * here → handed to whoever writes, this page or the one that holds the journal → into the journal, flushed → one
 * strict transaction that applies the action, appends it to the history and moves the sentinel → the
 * acknowledgement.
 */
export interface Door {
  readonly db: BookDb;
  readonly world: World;
  readonly seat: string;
  /** Milliseconds the disk may take. */
  readonly patience: number;
  readonly hand: Pick<Hand, 'write'>;
}

/** Large actions (an import) may take longer: milliseconds more for each record. */
const PER_CHANGE = 3;
/** Two windows that write at the same instant take turns; more rounds than this is no accident. */
const ROUNDS = 200;

/** Writes an action, whole or not at all. Never throws: a refusal is a value. */
export async function commitTo(door: Door, draft: Draft): Promise<Ack> {
  const id = draft.id ?? newId(door.world);
  const { name } = draft;
  const { seat } = door;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const reads = typeof draft.plan === 'function';
      const seen = reads ? await inTime(door, 0, async () => (await sentinelOf(door.db)).seq) : null;
      if (seen !== null && typeof seen !== 'number') return seen;
      const wish = typeof draft.plan === 'function' ? await draft.plan() : draft.plan;
      if ('ok' in wish) return wish;
      const plan = { ...wish, changes: onePerRecord(wish.changes) };
      if (plan.changes.length === 0) return unchanged(door, id, draft, plan);
      const deed: Deed = { id, name, seat, plan, seen };
      const ack = await inTime(
        door,
        plan.changes.length,
        (limit): Promise<Outcome> => door.hand.write(deed, limit),
      );
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
function unchanged({ world, seat }: Door, id: string, { name }: Draft, plan: Plan): Ack {
  const stamp = nextStamp(null, world.now(), seat);
  const at = new Date(world.now()).toISOString();
  const { buyerId, undoes = null } = plan;
  const action = { id, name, seat, stamp, at, buyerId, changes: [], inverse: [], undoes };
  return { ok: true, action, buyerId };
}

/** An answer within the patience, whatever the disk does; the words are still in the form. */
function inTime<T>({ patience }: Door, changes: number, work: (limit: Limit) => Promise<T>) {
  const allowed = patience + changes * PER_CHANGE;
  const stop = new AbortController();
  return new Promise<T | ReturnType<typeof tooLate>>((resolve, reject) => {
    const timer = setTimeout(() => {
      stop.abort();
      resolve(tooLate());
    }, allowed);
    work({ until: Date.now() + allowed, signal: stop.signal })
      .then(resolve, reject)
      .then(() => clearTimeout(timer));
  });
}
