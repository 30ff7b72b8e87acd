import type { TableName } from '@shared/records/book';
import type { Envelope } from '@shared/records/envelope';
import { mergeRecord } from '@shared/records/merge';
import { type Stamp, stampTime } from '@shared/records/stamp';
import { sameValue } from '@shared/text/same';
import { asked } from '../journal/asked';
import type { Row } from '../journal/snapshot';
import { type Clashes, clashFinder } from './clashes';
import type { BackupFile, FileEnd } from './file';
import { OtherForm } from './file';
import { besides, type Pair } from './pairs';

/** What taking a backup would do to one table, in records that are not tombstones. */
export interface Difference {
  readonly here: number;
  readonly there: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a restore would change, either way, and what it needs to know before it begins. */
export interface Looked {
  readonly made: string;
  /** When either side was last written, in milliseconds since the epoch; `null` for an empty book. */
  readonly newestHere: number | null;
  readonly newestThere: number | null;
  /** Tables in which there is anything at all. */
  readonly replace: Readonly<Partial<Record<TableName, Difference>>>;
  readonly merge: Readonly<Partial<Record<TableName, Difference>>>;
  /** What both sides have written since they parted: of each such field a merge keeps one wording. */
  readonly clashes: Clashes;
  /** Rows and actions of the book that either way would make. */
  readonly sizes: { readonly replace: Size; readonly merge: Size };
  /** Newest clock reading in the file. */
  readonly stamp: Stamp | null;
  /** How far the stored book had come when it was compared: written since, it has to be compared again. */
  readonly seq: number;
}

export interface Size {
  readonly rows: number;
  readonly actions: number;
}

type Counting = { -readonly [Key in keyof Difference]: number };

/** Compares a file with the stored book; looks at every record of both, and holds none. */
export async function lookInto(
  db: IDBDatabase,
  file: BackupFile,
  onRows: (rows: number) => void,
): Promise<{ readonly ok: true; readonly looked: Looked } | Exclude<FileEnd, { readonly ok: true }>> {
  try {
    return await compare(db, file, onRows);
  } catch (error) {
    if (error instanceof OtherForm) return compare(db, file, onRows);
    throw error;
  }
}

async function compare(db: IDBDatabase, file: BackupFile, onRows: (rows: number) => void) {
  const marks = db.transaction('marks').objectStore('marks');
  const sentinel = (await asked(marks.get('sentinel'))) as { readonly seq?: number } | undefined;
  const known = new Set(
    (await asked(db.transaction('actions').objectStore('actions').getAllKeys())) as string[],
  );
  const replace = new Map<TableName, Counting>();
  const merge = new Map<TableName, Counting>();
  const size = { rows: 0, actions: 0 };
  const both = { rows: 0, actions: known.size };
  let here: Stamp | null = null;
  let there: Stamp | null = null;
  const clashing = clashFinder();
  const walk = besides(db, file.pieces());
  for (;;) {
    const next = await walk.next();
    if (next.done) {
      const end = next.value;
      if (!end.ok) return end;
      const looked: Looked = {
        made: end.made,
        newestHere: here === null ? null : stampTime(here),
        newestThere: there === null ? null : stampTime(there),
        replace: Object.fromEntries(replace),
        merge: Object.fromEntries(merge),
        clashes: await clashing.end(db),
        sizes: {
          replace: { rows: size.rows + size.actions, actions: size.actions },
          merge: { rows: both.rows + both.actions, actions: both.actions },
        },
        stamp: there,
        seq: sentinel?.seq ?? 0,
      };
      return { ok: true as const, looked };
    }
    const { value } = next;
    if (value.table === 'actions') {
      for (const { id, stamp } of value.rows) {
        size.actions += 1;
        if (known.has(id)) clashing.shared(String(stamp));
        else both.actions += 1;
        there = later(there, String(stamp));
      }
      onRows(value.rows.length);
      continue;
    }
    const { table, pairs } = value;
    for (const pair of pairs) {
      both.rows += 1;
      if (pair.found) size.rows += 1;
      here = newestOf(pair.stored, here);
      there = newestOf(pair.found, there);
      clashing.see(table, pair);
      count(counting(replace, table), pair.stored, pair.found);
      count(counting(merge, table), pair.stored, merged(pair));
    }
    onRows(pairs.length);
  }
}

/** What a record becomes when both copies are taken. */
export function merged({ stored, found }: Pair): Row {
  if (!stored || !found) return (stored ?? found)!;
  return mergeRecord(stored as unknown as Envelope, found as unknown as Envelope) as unknown as Row;
}

function counting(all: Map<TableName, Counting>, table: TableName): Counting {
  const found = all.get(table) ?? { here: 0, there: 0, added: 0, changed: 0, removed: 0 };
  all.set(table, found);
  return found;
}

function count(sum: Counting, before: Row | null, after: Row | null): void {
  const [was, is] = [lives(before), lives(after)];
  if (was) sum.here += 1;
  if (is) sum.there += 1;
  if (!was && is) sum.added += 1;
  if (was && !is) sum.removed += 1;
  if (was && is && before !== after && !sameValue(before, after)) sum.changed += 1;
}

function lives(row: Row | null): boolean {
  return row !== null && row.deleted !== true;
}

function newestOf(row: Row | null, before: Stamp | null): Stamp | null {
  if (!row) return before;
  let newest = before;
  for (const stamp of Object.values((row as unknown as Envelope).stamps)) newest = later(newest, stamp);
  return newest;
}

function later(a: Stamp | null, b: Stamp): Stamp {
  return a !== null && a >= b ? a : b;
}
