import type { AnyRecord } from '@shared/records/apply';
import type { TableName } from '@shared/records/book';
import type { Stamp } from '@shared/records/stamp';
import { matchKey } from '@shared/text/normalize';
import type { Table } from 'dexie';
import type { BookDb, SearchRow } from './schema';
import { gramsOf } from './search-rows';

/**
 * The second half of the search: how Chinese names sound, and what records say. The dictionary of sounds is large
 * and the words are many, so nobody who saves waits for them: they are filled in afterwards, from the history.
 */
export interface LaterMark {
  readonly key: 'later';
  /** Everything written up to here is in; `null` while nothing was written yet. */
  readonly stamp: Stamp | null;
  /** While the book is gone through for the first time: how far. */
  readonly walk: { readonly table: TableName; readonly after: string } | null;
}

/** How a text sounds: in full, and by its initials. */
export type Sounds = (text: string) => { readonly full: string; readonly initials: string };

/** Tables whose records are filled in later. */
const LATER: readonly TableName[] = [
  'buyers',
  'accounts',
  'notes',
  'promises',
  'complaints',
  'packing',
  'discounts',
];
/** As much of a text as is looked up. */
const LONGEST = 300;
const RECORDS_AT_ONCE = 200;
const ACTIONS_AT_ONCE = 20;
const CHINESE = /\p{Script=Han}/u;

/** The row a record has in the second half of the search; `null` where it has none. */
export function laterRow(table: TableName, record: AnyRecord, sounds: Sounds): SearchRow | null {
  if (record.deleted) return null;
  const fields = record as AnyRecord & Readonly<Record<string, unknown>>;
  const words = (...names: readonly string[]) =>
    names.map((name) => fields[name]).filter((word) => typeof word === 'string' && word !== '') as string[];
  if (table === 'buyers' || table === 'accounts') {
    const name = words(table === 'buyers' ? 'name' : 'displayName').join('');
    const merged = table === 'buyers' && typeof fields.mergedInto === 'string';
    if (merged || !CHINESE.test(name)) return null;
    const { full, initials } = sounds(name);
    const buyerId = table === 'buyers' ? record.id : String(fields.buyerId);
    return row(`sound:${table}:${record.id}`, buyerId, `${full} ${initials}`);
  }
  const text = matchKey(words('what', 'text', 'quote', 'summary', 'remedy').join(' ')).slice(0, LONGEST);
  return text === '' ? null : row(`${table}:${record.id}`, String(fields.buyerId), text);
}

function row(id: string, buyerId: string, text: string): SearchRow {
  return { id, buyerId, text, grams: gramsOf(text) };
}

function idsOf(table: TableName, id: string): string {
  return table === 'buyers' || table === 'accounts' ? `sound:${table}:${id}` : `${table}:${id}`;
}

/** Fills in some more. `false` when everything is in. */
export async function fillSome(db: BookDb, sounds: Sounds): Promise<boolean> {
  const marks: Table<unknown, string> = db.table('marks');
  const scope = [...LATER.map((name) => db.table(name)), db.actions, db.search, db.marks];
  return db.transaction('rw', scope, async () => {
    const mark = ((await marks.get('later')) as LaterMark | undefined) ?? (await beginning(db));
    const next = mark.walk ? await walkOn(db, mark, mark.walk, sounds) : await followOn(db, mark, sounds);
    if (next) await marks.put(next);
    return next !== null;
  });
}

async function beginning({ actions }: BookDb): Promise<LaterMark> {
  const newest = await actions.orderBy('stamp').last();
  return { key: 'later', stamp: newest?.stamp ?? null, walk: { table: LATER[0]!, after: '' } };
}

async function walkOn(
  db: BookDb,
  mark: LaterMark,
  { table, after }: NonNullable<LaterMark['walk']>,
  sounds: Sounds,
): Promise<LaterMark> {
  const some = await db
    .table<AnyRecord, string>(table)
    .where('id')
    .above(after)
    .limit(RECORDS_AT_ONCE)
    .toArray();
  await putRows(db, table, some, sounds);
  if (some.length === RECORDS_AT_ONCE) return { ...mark, walk: { table, after: some.at(-1)!.id } };
  const next = LATER[LATER.indexOf(table) + 1];
  return { ...mark, walk: next === undefined ? null : { table: next, after: '' } };
}

/** What was written since. */
async function followOn(db: BookDb, mark: LaterMark, sounds: Sounds): Promise<LaterMark | null> {
  const since =
    mark.stamp === null ? db.actions.orderBy('stamp') : db.actions.where('stamp').above(mark.stamp);
  const actions = await since.limit(ACTIONS_AT_ONCE).toArray();
  if (actions.length === 0) return null;
  for (const table of LATER) {
    const own = actions.flatMap(({ changes }) => changes.filter((change) => change.table === table));
    const ids = [...new Set(own.map(({ id }) => id))];
    if (ids.length === 0) continue;
    const found = await db.table<AnyRecord, string>(table).bulkGet(ids);
    await putRows(
      db,
      table,
      found.filter((record) => record !== undefined),
      sounds,
    );
  }
  return { ...mark, stamp: actions.at(-1)!.stamp };
}

async function putRows(
  db: BookDb,
  table: TableName,
  records: readonly AnyRecord[],
  sounds: Sounds,
): Promise<void> {
  const rows = records.map((record) => laterRow(table, record, sounds));
  const gone = records.filter((_, index) => rows[index] === null);
  await db.search.bulkDelete(gone.map(({ id }) => idsOf(table, id)));
  await db.search.bulkPut(rows.filter((one) => one !== null));
}
