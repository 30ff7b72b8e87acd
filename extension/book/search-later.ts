import type { AnyRecord } from '@shared/records/apply';
import type { RecordOf } from '@shared/records/book';
import type { Stamp } from '@shared/records/stamp';
import type { Table } from 'dexie';
import type { BookDb } from './schema';
import { editPages } from './search-pages';
import { pageTable } from './search-stores';

/**
 * The second half of the search: how Chinese names sound. The dictionary of sounds is large, so nobody who saves
 * waits for it: sounds are filled in afterwards, from the history.
 */
export interface LaterMark {
  readonly key: 'later';
  /** Everything written up to here is in; `null` while nothing was written yet. */
  readonly stamp: Stamp | null;
  /** While the book is gone through for the first time: how far. */
  readonly walk: { readonly table: Named; readonly after: string } | null;
}

/** How a text sounds: in full, and by its initials. */
export type Sounds = (text: string) => { readonly full: string; readonly initials: string };

/** Tables whose records have names. */
const NAMED = ['buyers', 'accounts'] as const;
type Named = (typeof NAMED)[number];

const RECORDS_AT_ONCE = 200;
const ACTIONS_AT_ONCE = 20;
const CHINESE = /\p{Script=Han}/u;

/** How a record's name sounds; `null` where that is nothing to look for. */
function soundOf(table: Named, record: AnyRecord, sounds: Sounds): string | null {
  if (record.deleted) return null;
  const { name, mergedInto } = record as RecordOf<'buyers'>;
  const merged = table === 'buyers' && typeof mergedInto === 'string';
  const said = table === 'buyers' ? name : (record as RecordOf<'accounts'>).displayName;
  if (merged || !CHINESE.test(said)) return null;
  const { full, initials } = sounds(said);
  return `${full} ${initials}`;
}

/** Fills in some more. `false` when everything is in. */
export async function fillSome(db: BookDb, sounds: Sounds): Promise<boolean> {
  const marks: Table<unknown, string> = db.table('marks');
  const scope = [db.buyers, db.accounts, db.actions, db.searchPages, db.marks];
  return db.transaction('rw', scope, async () => {
    const mark = ((await marks.get('later')) as LaterMark | undefined) ?? (await beginning(db));
    const next = mark.walk ? await walkOn(db, mark, mark.walk, sounds) : await followOn(db, mark, sounds);
    if (next) await marks.put(next);
    return next !== null;
  });
}

async function beginning({ actions }: BookDb): Promise<LaterMark> {
  const newest = await actions.orderBy('stamp').last();
  return { key: 'later', stamp: newest?.stamp ?? null, walk: { table: NAMED[0], after: '' } };
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
  await putSounds(db, table, some, sounds);
  if (some.length === RECORDS_AT_ONCE) return { ...mark, walk: { table, after: some.at(-1)!.id } };
  const next = NAMED[NAMED.indexOf(table) + 1];
  return { ...mark, walk: next === undefined ? null : { table: next, after: '' } };
}

/** What was written since. */
async function followOn(db: BookDb, mark: LaterMark, sounds: Sounds): Promise<LaterMark | null> {
  const since =
    mark.stamp === null ? db.actions.orderBy('stamp') : db.actions.where('stamp').above(mark.stamp);
  const actions = await since.limit(ACTIONS_AT_ONCE).toArray();
  if (actions.length === 0) return null;
  for (const table of NAMED) {
    const own = actions.flatMap(({ changes }) => changes.filter((change) => change.table === table));
    const ids = [...new Set(own.map(({ id }) => id))];
    if (ids.length === 0) continue;
    const found = await db.table<AnyRecord, string>(table).bulkGet(ids);
    await putSounds(
      db,
      table,
      found.filter((record) => record !== undefined),
      sounds,
    );
  }
  return { ...mark, stamp: actions.at(-1)!.stamp };
}

async function putSounds(
  { searchPages }: BookDb,
  table: Named,
  records: readonly AnyRecord[],
  sounds: Sounds,
): Promise<void> {
  const lines = records.map((record) => ({ id: record.id, text: soundOf(table, record, sounds) }));
  await editPages(pageTable(searchPages), `sound-${table}`, lines);
}
