import type { Action } from '@shared/records/action';
import type { AnyRecord } from '@shared/records/apply';
import { TABLE_NAMES, type TableName } from '@shared/records/book';
import { BUYER_TABLES } from '@shared/records/buyer-tables';
import { erasedIds } from '@shared/records/erased-ids';
import { actionWithout, type PartOfBook, type Traces, tracesOf, withOrders } from '@shared/records/erasing';
import type { Wait } from '@shared/records/wait';
import type { Table } from 'dexie';
import { dropEstimates } from './estimates';
import { type Summing, summing } from './journal/sum';
import type { BookDb, Sentinel } from './schema';
import { forgetWords, writeWords } from './search-stores';

/** Actions read at once: an import is thousands of changes long. */
const ACTIONS = 500;

/**
 * As much of the stored book as can hold something about these buyers: by index where there is one.
 */
export async function partAbout(db: BookDb, buyerIds: readonly string[]): Promise<PartOfBook> {
  const ids = [...buyerIds];
  for (let from = 0; from < ids.length; ) {
    const merged = await db.buyers.where('mergedInto').anyOf(ids.slice(from)).primaryKeys();
    from = ids.length;
    ids.push(...merged.filter((id) => !ids.includes(id)));
  }
  const own = await Promise.all(
    BUYER_TABLES.map(async (table): Promise<readonly [TableName, AnyRecord[]]> => {
      const rows: AnyRecord[] = await db.table(table).where('buyerId').anyOf(ids).toArray();
      return [table, rows];
    }),
  );
  const part: Record<string, readonly unknown[]> = Object.fromEntries(own);
  const known = part as PartOfBook;
  const names = (known.orderLinks ?? []).map(({ platform, number }) => [platform, number]);
  const keys = new Set((known.accounts ?? []).map(({ key }) => key));
  const linked = await db.orders.where('[platform+number]').anyOf(names).toArray();
  // By the platform's key, linked or not.
  const keyed = await db.orders
    .where('buyerKey')
    .anyOf([...keys])
    .toArray();
  const about = own.flatMap(([, rows]) => rows.map(({ id }) => id));
  const [buyers, brought, waits, pictures, requests, settings, freezes] = await Promise.all([
    db.buyers.where('id').anyOf(ids).toArray(),
    db.referrals.where('broughtId').anyOf(ids).toArray(),
    waitsOfNobody(db),
    db.pictures.where('aboutId').anyOf(about).toArray(),
    db.requests.toArray(),
    db.settings.toArray(),
    db.freezes.toArray(),
  ]);
  const both = <T extends { readonly id: string }>(...lists: readonly (readonly T[])[]) => [
    ...new Map(lists.flat().map((row) => [row.id, row])).values(),
  ];
  return {
    ...known,
    buyers,
    orders: both(linked, keyed),
    referrals: both(known.referrals ?? [], brought),
    waits: both(known.waits ?? [], waits),
    pictures: both(known.pictures ?? [], pictures),
    requests,
    settings,
    freezes,
  };
}

/**
 * Waits under a name that is no buyer's: those the index of buyers does not hold, so there are as many as it is
 * shorter than the table. Mostly there are none.
 */
async function waitsOfNobody({ waits }: BookDb): Promise<readonly Wait[]> {
  const [all, owned] = await Promise.all([waits.count(), waits.orderBy('buyerId').count()]);
  return all === owned ? [] : filtered(waits, ({ buyerId }) => buyerId === null);
}

/** Rows read at once where there is no index: a cursor, which a filter of the library is, takes ten times as long. */
const ROWS = 5_000;

async function filtered<T extends { readonly id: string }>(
  table: Table<T, string>,
  fits: (row: T) => boolean,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let after = ''; ; ) {
    const rows = await table.where(':id').above(after).limit(ROWS).toArray();
    for (const row of rows) if (fits(row)) found.push(row);
    if (rows.length < ROWS) return found;
    after = rows.at(-1)!.id;
  }
}

/** Lines of the history that are about somebody, as they are without them. */
type Changed = ReadonlyMap<string, Action | null>;

/** Those written after a moment; within a transaction too. */
async function historySince(db: BookDb, traces: Traces, after: string): Promise<Changed> {
  return changedOf(await db.actions.where('stamp').above(after).toArray(), traces);
}

/** Pieces of the history that are read while one is looked through. */
const IN_FLIGHT = 3;

/** The whole history up to now, read in the order it is stored in: by its stamps it would be twice the work. */
async function historyWithout(
  db: BookDb,
  traces: Traces,
): Promise<{ readonly changed: Changed; readonly until: string }> {
  // First of all: whatever is written from here on is later than this.
  const until = String((await db.actions.orderBy('stamp').lastKey()) ?? '');
  const ids = await db.actions.toCollection().primaryKeys();
  const pieces = Array.from({ length: Math.ceil(ids.length / ACTIONS) }, (_, piece) => {
    const own = ids.slice(piece * ACTIONS, (piece + 1) * ACTIONS);
    return () => {
      const rows = db.actions.where(':id').between(own[0], own.at(-1), true, true).toArray();
      // Heard of when its turn comes.
      rows.catch(() => undefined);
      return rows;
    };
  });
  const changed = new Map<string, Action | null>();
  const reading: Promise<readonly Action[]>[] = pieces.slice(0, IN_FLIGHT).map((read) => read());
  for (let next = IN_FLIGHT; reading.length > 0; next++) {
    const rows = await reading.shift()!;
    const more = pieces[next];
    if (more) reading.push(more());
    for (const [id, rest] of changedOf(rows, traces)) changed.set(id, rest);
  }
  return { changed, until };
}

function changedOf(actions: readonly Action[], traces: Traces): Changed {
  const changed = new Map<string, Action | null>();
  for (const action of actions) {
    const rest = actionWithout(action, traces);
    if (rest !== action) changed.set(action.id, rest);
  }
  return changed;
}

/** The mark of how many erasures this stored book, and then the journal, is clean of. */
const CLEAN = 'erased';
interface CleanMark {
  readonly key: typeof CLEAN;
  readonly book: number;
  readonly journal: number;
}

/** What is still to be cleaned: a rebuilt or restored book knows nothing of it and is looked through once. */
export async function erasingDue(db: BookDb): Promise<{ readonly book: boolean; readonly journal: boolean }> {
  const wanted = await db.erasures.count();
  const mark = await cleanMark(db);
  return { book: wanted > 0 && mark.book < wanted, journal: wanted > 0 && mark.journal < wanted };
}

async function cleanMark(db: BookDb): Promise<CleanMark> {
  const stored: unknown = await db.marks.get(CLEAN as Sentinel['key']);
  return { key: CLEAN, book: 0, journal: 0, ...(stored as Partial<CleanMark> | undefined) };
}

/** The journal holds nothing any more of what was erased so far. */
export async function markJournalClean(db: BookDb): Promise<void> {
  await db.transaction('rw', db.marks, async () => {
    const mark = await cleanMark(db);
    await db.marks.put({ ...mark, journal: mark.book } as unknown as Sentinel);
  });
}

/**
 * Takes everything about erased buyers out of the stored book: rows, search, estimates, history. One strict
 * transaction; what the book adds up to goes with it. Called by whoever writes, in between two deeds.
 *
 * @param known the buyers just erased, so that a large book need not be looked through for them
 */
export async function cleanBook(db: BookDb, known: readonly string[] | null = null): Promise<void> {
  const erased = erasedIds(await db.erasures.toArray());
  const buyers = known ?? (await everyBuyerId(db)).filter(erased);
  const orders = known ? [] : (await db.orders.toCollection().primaryKeys()).filter(erased);
  const tracesNow = async () => {
    const part = await partAbout(db, buyers);
    return { part, traces: withOrders(tracesOf(part, buyers), new Set(orders)) };
  };
  const before = await historyWithout(db, (await tracesNow()).traces);
  await db.transaction('rw', db.tables, async () => {
    const { part, traces } = await tracesNow();
    const later = await historySince(db, traces, before.until);
    const history = new Map([...before.changed, ...later]);
    const sentinel: Sentinel | undefined = await db.marks.get('sentinel');
    const sum = summing(sentinel?.sum ?? undefined);
    const counts: Record<string, number> = { ...sentinel?.counts };
    for (const table of TABLE_NAMES) {
      const gone = await cleanTable(db, table, part, traces, sum);
      if (gone > 0) counts[table] = (counts[table] ?? 0) - gone;
    }
    await cleanHistory(db, history, sum);
    await dropEstimates(db, traces.buyers);
    if (sentinel) {
      await db.marks.put({ ...sentinel, counts, sum: sentinel.sum === null ? null : sum.sum() });
    }
    const mark = { ...(await cleanMark(db)), book: await db.erasures.count() };
    await db.marks.put(mark as unknown as Sentinel);
  });
}

/** Identifiers of every buyer some record is about, with a file of their own or without. */
async function everyBuyerId(db: BookDb): Promise<readonly string[]> {
  const lists = await Promise.all([
    db.buyers.toCollection().primaryKeys(),
    ...BUYER_TABLES.map((table) => db.table(table).orderBy('buyerId').uniqueKeys()),
  ]);
  return [...new Set(lists.flat().map(String))];
}

/** @returns how many rows are gone */
async function cleanTable(
  db: BookDb,
  table: TableName,
  part: PartOfBook,
  traces: Traces,
  sum: Summing,
): Promise<number> {
  const ids = [...(traces.own.get(table) ?? [])];
  const amended = traces.amended.get(table) ?? [];
  if (ids.length === 0 && amended.length === 0) return 0;
  const rows: readonly (AnyRecord | undefined)[] = await db.table(table).bulkGet(ids);
  const gone = rows.filter((row) => row !== undefined);
  for (const row of gone) sum.take(`${table}/${row.id}`, JSON.stringify(row));
  const before = new Map((part[table] as readonly AnyRecord[] | undefined)?.map((row) => [row.id, row]));
  for (const row of amended) {
    sum.take(`${table}/${row.id}`, JSON.stringify(before.get(row.id)));
    sum.add(`${table}/${row.id}`, JSON.stringify(row));
  }
  await db.table(table).bulkDelete(ids);
  await db.table(table).bulkPut([...amended]);
  await forgetWords(db.searchPages, table, ids);
  await writeWords(db.searchPages, table, amended);
  return gone.length;
}

async function cleanHistory(
  db: BookDb,
  changed: ReadonlyMap<string, Action | null>,
  sum: Summing,
): Promise<void> {
  const stored = await db.actions.bulkGet([...changed.keys()]);
  for (const action of stored) if (action) sum.take(`actions/${action.id}`, JSON.stringify(action));
  const left = [...changed.values()].filter((action) => action !== null);
  for (const action of left) sum.add(`actions/${action.id}`, JSON.stringify(action));
  await db.actions.bulkDelete([...changed.keys()].filter((id) => changed.get(id) === null));
  await db.actions.bulkPut(left);
}
