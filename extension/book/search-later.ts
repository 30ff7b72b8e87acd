import type { AnyRecord } from '@shared/records/apply';
import type { RecordOf } from '@shared/records/book';
import type { Stamp } from '@shared/records/stamp';
import type { Table } from 'dexie';
import { type BookDb, CLEAN, type Sentinel } from './schema';
import { editPages, type Line } from './search-pages';
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

/** As many as go into one page of the search. */
const RECORDS_AT_ONCE = 400;
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

/** What was read to be filled in, and how the marks stood then. */
interface Piece {
  readonly records: readonly (readonly [Named, readonly AnyRecord[]])[];
  readonly before: LaterMark | null;
  readonly next: LaterMark;
  readonly erased: string;
}

/**
 * Fills in some more. Records are read, sounded and written in three steps, so that nobody who opens a buyer's file
 * meanwhile waits for the sounding; what was written in between comes again with the history.
 *
 * @param pause called after every few milliseconds of work
 * @returns `false` when everything is in
 */
export async function fillSome(
  db: BookDb,
  sounds: Sounds,
  pause: () => Promise<void> = async () => undefined,
): Promise<boolean> {
  const piece = await nextPiece(db);
  if (!piece) return false;
  const lines: (readonly [Named, readonly Line[]])[] = [];
  for (const [table, records] of piece.records)
    lines.push([table, await sounded(table, records, sounds, pause)]);
  const marks: Table<unknown, string> = db.table('marks');
  await db.transaction('rw', db.searchPages, db.marks, async () => {
    // Another page was faster, or somebody was erased who may be among these: they are read again.
    const now = (await marks.get('later')) as LaterMark | undefined;
    const same = JSON.stringify(now ?? null) === JSON.stringify(piece.before);
    if (!same || (await erasedMark(db)) !== piece.erased) return;
    for (const [table, own] of lines) await editPages(pageTable(db.searchPages), `sound-${table}`, own);
    await marks.put(piece.next);
  });
  return true;
}

/** Whether the book is still to be gone through for the first time: hundreds of pieces in a large one. */
export async function muchToFill({ marks }: BookDb): Promise<boolean> {
  const mark = (await (marks as Table<unknown, string>).get('later')) as LaterMark | undefined;
  return !mark || mark.walk !== null;
}

/** Changes with every erasure, in the transaction that takes the records out. */
async function erasedMark({ marks }: BookDb): Promise<string> {
  return JSON.stringify((await marks.get(CLEAN as Sentinel['key'])) ?? null);
}

/** How long sounding goes on before it lets others in, in milliseconds. */
const BREATH = 6;

async function sounded(
  table: Named,
  records: readonly AnyRecord[],
  sounds: Sounds,
  pause: () => Promise<void>,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  let since = performance.now();
  for (const record of records) {
    lines.push({ id: record.id, text: soundOf(table, record, sounds) });
    if (performance.now() - since < BREATH) continue;
    await pause();
    since = performance.now();
  }
  return lines;
}

function nextPiece(db: BookDb): Promise<Piece | null> {
  const marks: Table<unknown, string> = db.table('marks');
  return db.transaction('r', db.buyers, db.accounts, db.actions, db.marks, async () => {
    const before = ((await marks.get('later')) as LaterMark | undefined) ?? null;
    const mark = before ?? (await beginning(db));
    const found = mark.walk ? await walkOn(db, mark, mark.walk) : await followOn(db, mark);
    return found && { ...found, before, erased: await erasedMark(db) };
  });
}

async function beginning({ actions }: BookDb): Promise<LaterMark> {
  const newest = await actions.orderBy('stamp').last();
  return { key: 'later', stamp: newest?.stamp ?? null, walk: { table: NAMED[0], after: '' } };
}

type Found = Pick<Piece, 'records' | 'next'>;

async function walkOn(
  db: BookDb,
  mark: LaterMark,
  { table, after }: NonNullable<LaterMark['walk']>,
): Promise<Found> {
  const some = await db
    .table<AnyRecord, string>(table)
    .where('id')
    .above(after)
    .limit(RECORDS_AT_ONCE)
    .toArray();
  const records = [[table, some]] as const;
  if (some.length === RECORDS_AT_ONCE)
    return { records, next: { ...mark, walk: { table, after: some.at(-1)!.id } } };
  const next = NAMED[NAMED.indexOf(table) + 1];
  return { records, next: { ...mark, walk: next === undefined ? null : { table: next, after: '' } } };
}

/** What was written since. */
async function followOn(db: BookDb, mark: LaterMark): Promise<Found | null> {
  const since =
    mark.stamp === null ? db.actions.orderBy('stamp') : db.actions.where('stamp').above(mark.stamp);
  const actions = await since.limit(ACTIONS_AT_ONCE).toArray();
  if (actions.length === 0) return null;
  const records: (readonly [Named, readonly AnyRecord[]])[] = [];
  for (const table of NAMED) {
    const own = actions.flatMap(({ changes }) => changes.filter((change) => change.table === table));
    const ids = [...new Set(own.map(({ id }) => id))];
    if (ids.length === 0) continue;
    const found = await db.table<AnyRecord, string>(table).bulkGet(ids);
    records.push([table, found.filter((record) => record !== undefined)]);
  }
  return { records, next: { ...mark, stamp: actions.at(-1)!.stamp } };
}
