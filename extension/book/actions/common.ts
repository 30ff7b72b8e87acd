import { type Day, dayOf } from '@shared/calendar/day';
import type { Change } from '@shared/records/action';
import type { ActionName } from '@shared/records/action-name';
import type { RecordOf, TableName } from '@shared/records/book';
import { newId } from '@shared/records/id';
import type { Table } from 'dexie';
import { type Ack, type Refusal, refuse } from '../ack';
import { type FieldsOf, removing, setting } from '../changes';
import type { OpenBook } from '../open';
import { setting as readSetting } from '../reads/settings';
import { meet, type Who } from '../who';

/** What a new record needs to know about the moment it is written. */
export interface Moment {
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The day it is in the shop. */
  readonly day: Day;
  /** Who is at the desk (J15). */
  readonly by: string;
  /** A fresh identifier. */
  readonly id: string;
}

export async function momentOf(book: OpenBook): Promise<Moment> {
  const now = book.world.now();
  return {
    at: new Date(now).toISOString(),
    day: dayOf(now, book.world.timeZone),
    by: await readSetting(book, 'seatName', 'owner'),
    id: newId(book.world),
  };
}

/** Writes something new about a buyer, who becomes known by the same action if need be. */
export function record(
  book: OpenBook,
  name: ActionName,
  who: Who,
  changes: (buyerId: string, moment: Moment) => readonly Change[] | Promise<readonly Change[]>,
): Promise<Ack> {
  return book.commit({
    name,
    plan: async () => {
      const [met, moment] = await Promise.all([meet(book, who), momentOf(book)]);
      const own = await changes(met.buyerId, moment);
      return { buyerId: met.buyerId, changes: [...met.changes, ...own] };
    },
  });
}

/** A record that is in the book and not withdrawn. */
export async function present<Name extends TableName>(
  book: OpenBook,
  table: Name,
  id: string,
): Promise<RecordOf<Name> | null> {
  const rows: Table<RecordOf<Name>, string> = book.db.table(table);
  const found = await rows.get(id);
  return found && !found.deleted ? found : null;
}

/** Changes one record of a buyer; `fields` sees it as it stands and may refuse. */
export function amend<Name extends TableName>(
  book: OpenBook,
  name: ActionName,
  table: Name,
  id: string,
  fields: (stored: RecordOf<Name>, moment: Moment) => Partial<FieldsOf<Name>> | Refusal,
): Promise<Ack> {
  return book.commit({
    name,
    plan: async () => {
      const stored = await present(book, table, id);
      if (!stored) return missing(table, id);
      const set = fields(stored, await momentOf(book));
      if (isRefusal(set)) return set;
      const buyerId = 'buyerId' in stored ? stored.buyerId : null;
      return { buyerId, changes: [setting(table, id, set)] };
    },
  });
}

/** Takes a record of a buyer out of the book: it was a mistake. */
export function withdraw(book: OpenBook, name: ActionName, table: TableName, id: string): Promise<Ack> {
  return book.commit({
    name,
    plan: async () => {
      const stored = await present(book, table, id);
      if (!stored) return missing(table, id);
      const buyerId = 'buyerId' in stored ? stored.buyerId : null;
      return { buyerId, changes: [removing(table, id)] };
    },
  });
}

export function missing(table: TableName, id: string): Refusal {
  return refuse('not-found', `${table} has no record ${id}`);
}

function isRefusal(value: object): value is Refusal {
  return 'ok' in value && value.ok === false;
}
