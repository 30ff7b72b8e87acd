import type { Action } from '@shared/records/action';
import type { TableName } from '@shared/records/book';
import type { Envelope } from '@shared/records/envelope';
import type { Stamp } from '@shared/records/stamp';
import type { Json } from '@shared/text/json';
import { sameValue } from '@shared/text/same';
import { asked } from '../journal/asked';
import type { Row } from '../journal/snapshot';
import type { Pair } from './pairs';

/** A field that was written in both copies since they had parted: of the two wordings one goes. */
export interface Clash {
  readonly table: TableName;
  readonly id: string;
  readonly field: string;
  /** The buyer it is about, as the book calls them; '' where it is about nobody. */
  readonly who: string;
  readonly here: Json;
  readonly there: Json;
  /** What stood there when they parted; `undefined` where the history does not tell. */
  readonly before: Json | undefined;
  /** The later wording, which a merge keeps. */
  readonly stays: 'here' | 'there';
}

export interface Clashes {
  readonly count: number;
  /** The latest of them; the others are counted. */
  readonly shown: readonly Clash[];
}

/** So many are listed, and so many are kept apart at once while two large books are walked. */
const SHOWN = 20;
const KEPT = 500;
const ACTIONS_AT_ONCE = 2_000;

interface Differing {
  readonly table: TableName;
  readonly row: Row;
  readonly field: string;
  readonly here: Json;
  readonly there: Json;
  readonly mine: Stamp;
  readonly theirs: Stamp;
}

/** Finds the clashes of two copies while they are walked side by side. */
export interface ClashFinder {
  readonly see: (table: TableName, pair: Pair) => void;
  /** An action that stands in both histories: the copies parted after it. */
  readonly shared: (stamp: Stamp) => void;
  readonly end: (db: IDBDatabase) => Promise<Clashes>;
}

const older = ({ mine, theirs }: Differing): Stamp => (mine < theirs ? mine : theirs);
const newer = ({ mine, theirs }: Differing): Stamp => (mine < theirs ? theirs : mine);

/**
 * A field that differs was changed in one copy or in both. It was in both if even the older of its two stamps is
 * younger than everything the copies have in common.
 */
export function clashFinder(): ClashFinder {
  let differing: Differing[] = [];
  let parted: Stamp = '';
  const shared = (stamp: Stamp) => {
    if (stamp > parted) parted = stamp;
  };
  return {
    shared,
    see: (table, { stored, found }) => {
      if (!stored || !found || stored.deleted === true || found.deleted === true) return;
      const theirStamps = stampsOf(found);
      for (const [field, mine] of Object.entries(stampsOf(stored))) {
        const theirs = theirStamps[field];
        if (theirs === undefined) continue;
        if (mine === theirs) shared(mine);
        else {
          const [here, there] = [(stored[field] ?? null) as Json, (found[field] ?? null) as Json];
          if (!sameValue(here, there))
            differing.push({ table, row: stored, field, here, there, mine, theirs });
        }
      }
      // What was changed in one copy only has the oldest stamps; it is let go first.
      if (differing.length > 2 * KEPT) differing = latest(differing, older).slice(0, KEPT);
    },
    end: async (db) => {
      const clashes = latest(
        differing.filter((one) => older(one) > parted),
        newer,
      );
      return { count: clashes.length, shown: await told(db, clashes.slice(0, SHOWN), parted) };
    },
  };
}

const stampsOf = (row: Row) => (row as unknown as Envelope).stamps;

function latest(all: readonly Differing[], by: (one: Differing) => Stamp): Differing[] {
  return all.toSorted((a, b) => (by(a) < by(b) ? 1 : by(a) > by(b) ? -1 : 0));
}

async function told(
  db: IDBDatabase,
  clashes: readonly Differing[],
  parted: Stamp,
): Promise<readonly Clash[]> {
  const before = clashes.length > 0 ? await valuesBefore(db, clashes, parted) : new Map<string, Json>();
  const buyers = db.transaction('buyers').objectStore('buyers');
  return Promise.all(
    clashes.map(async ({ table, row, field, here, there, mine, theirs }): Promise<Clash> => {
      const buyerId = table === 'buyers' ? row.id : row.buyerId;
      const buyer =
        typeof buyerId === 'string' ? await asked<Row | undefined>(buyers.get(buyerId)) : undefined;
      return {
        table,
        id: row.id,
        field,
        who: typeof buyer?.name === 'string' ? buyer.name : '',
        here,
        there,
        before: before.get(keyOf(table, row.id, field)),
        stays: mine > theirs ? 'here' : 'there',
      };
    }),
  );
}

const keyOf = (table: TableName, id: string, field: string) => `${table}/${id}/${field}`;

/** What the first action after the parting found in each field: its inverse says so. */
async function valuesBefore(
  db: IDBDatabase,
  clashes: readonly Differing[],
  parted: Stamp,
): Promise<ReadonlyMap<string, Json>> {
  const wanted = new Set(clashes.map(({ table, row, field }) => keyOf(table, row.id, field)));
  const found = new Map<string, Json>();
  for (let after = parted; found.size < wanted.size; ) {
    const index = db.transaction('actions').objectStore('actions').index('stamp');
    const actions: readonly Action[] = await asked(
      index.getAll(IDBKeyRange.lowerBound(after, true), ACTIONS_AT_ONCE),
    );
    for (const { inverse } of actions) {
      for (const { table, id, set } of inverse) {
        for (const [field, value] of Object.entries(set)) {
          const key = keyOf(table, id, field);
          if (wanted.has(key) && !found.has(key)) found.set(key, value);
        }
      }
    }
    if (actions.length < ACTIONS_AT_ONCE) break;
    after = actions.at(-1)!.stamp;
  }
  return found;
}
