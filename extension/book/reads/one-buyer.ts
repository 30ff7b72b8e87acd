import type { AnyRecord } from '@shared/records/apply';
import { TABLE_NAMES, type TableName } from '@shared/records/book';
import type { Buyer } from '@shared/records/buyer';
import { actionWithout, tracesOf } from '@shared/records/erasing';
import type { Json } from '@shared/text/json';
import { partAbout } from '../erasing';
import type { OpenBook } from '../open';
import { livingBuyer } from './merged';

/** A record as it is handed out: without who wrote which field when, which is about the shop. */
export type HandedRecord = Readonly<Record<string, Json>>;

/** What was done, when, and what it wrote about the buyer. */
export interface HandedLine {
  readonly at: string;
  readonly what: string;
  readonly wrote: readonly { readonly table: TableName; readonly set: HandedRecord }[];
}

/** Everything the book holds about one buyer, records that were withdrawn and the history included. */
export interface EverythingAbout {
  readonly buyer: Buyer;
  readonly tables: Readonly<Partial<Record<TableName, readonly HandedRecord[]>>>;
  readonly history: readonly HandedLine[];
  /** Records and lines of the history. */
  readonly count: number;
}

/** Finds everything about a buyer: the same rule as erasing, so that what is shown is what would go. */
export async function everythingAbout(book: OpenBook, buyerId: string): Promise<EverythingAbout | null> {
  const { db } = book;
  const buyer = await livingBuyer(db, buyerId);
  if (!buyer) return null;
  const part = await partAbout(db, [buyer.id]);
  const traces = tracesOf(part, [buyer.id]);
  const tables: Partial<Record<TableName, readonly HandedRecord[]>> = {};
  let count = 0;
  for (const table of TABLE_NAMES) {
    const own = traces.own.get(table);
    const rows = ((part[table] ?? []) as readonly AnyRecord[]).filter(({ id }) => own?.has(id));
    if (rows.length === 0) continue;
    tables[table] = rows.map(handed);
    count += rows.length;
  }
  const history: HandedLine[] = [];
  const lists = await Promise.all(
    [...traces.buyers].map((id) =>
      db.actions.where('[buyerId+stamp]').between([id, ''], [id, '\uffff']).toArray(),
    ),
  );
  for (const action of lists.flat().sort((a, b) => (a.stamp < b.stamp ? -1 : 1))) {
    if (actionWithout(action, traces) === action) continue;
    const wrote = action.changes.filter(({ table, id }) => traces.own.get(table)?.has(id));
    history.push({
      at: action.at,
      what: action.name,
      wrote: wrote.map(({ table, set }) => ({ table, set })),
    });
  }
  return { buyer, tables, history, count: count + history.length };
}

function handed(row: AnyRecord): HandedRecord {
  const { schema, seat, stamps, deleted, ...fields } = row;
  return (deleted ? { ...fields, deleted } : fields) as HandedRecord;
}

/** What is handed over, as a file that a person can read and a program as well. */
export function handedFile({ tables, history }: EverythingAbout, made: string): string {
  return `${JSON.stringify({ format: 'zhanggui/one-buyer', version: 1, made, tables, history }, null, 2)}\n`;
}
