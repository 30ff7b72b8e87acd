import type { BackupPiece } from '@shared/backup/lines';
import { BACKUP_ORDER } from '@shared/backup/pour';
import type { TableName } from '@shared/records/book';
import { asked } from '../journal/asked';
import type { Row } from '../journal/snapshot';
import type { FileEnd } from './file';

/** One record as it stands in the stored book and as it stands in a file; one of the two may be missing. */
export interface Pair {
  readonly stored: Row | null;
  readonly found: Row | null;
}

export type Pairs =
  | { readonly table: TableName; readonly pairs: readonly Pair[] }
  | { readonly table: 'actions'; readonly rows: readonly Row[] };

const AT_ONCE = 500;

/**
 * Walks the stored book and a backup side by side, a table after the other, both by identifier: two large books are
 * compared without either being held. Actions come as the file has them.
 *
 * @returns how the file ended
 */
export async function* besides(
  db: IDBDatabase,
  pieces: AsyncGenerator<BackupPiece, FileEnd, void>,
): AsyncGenerator<Pairs, FileEnd, void> {
  const open = new Map(BACKUP_ORDER.map((table) => [table, storedWalk(db, table)]));
  /** The rest of every table before one: what the file does not have. */
  async function* before(place: number): AsyncGenerator<Pairs> {
    for (const table of BACKUP_ORDER.slice(0, place)) {
      const walk = open.get(table);
      if (!walk) continue;
      open.delete(table);
      for (;;) {
        const rows = await walk.next();
        if (rows.length === 0) break;
        yield { table, pairs: rows.map((stored) => ({ stored, found: null })) };
      }
    }
  }
  for (;;) {
    const next = await pieces.next();
    if (next.done) {
      yield* before(BACKUP_ORDER.length);
      return next.value;
    }
    const { table, rows } = next.value;
    if (table === 'actions') {
      yield* before(BACKUP_ORDER.length);
      yield { table, rows };
      continue;
    }
    yield* before(BACKUP_ORDER.indexOf(table));
    const walk = open.get(table);
    const stored = walk ? await walk.upTo(rows.at(-1)?.id ?? '') : [];
    yield { table, pairs: paired(stored, rows) };
  }
}

function paired(stored: readonly Row[], found: readonly Row[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let at = 0;
  for (const row of found) {
    while (at < stored.length && stored[at]!.id < row.id) pairs.push({ stored: stored[at++]!, found: null });
    const same = stored[at]?.id === row.id ? stored[at++]! : null;
    pairs.push({ stored: same, found: row });
  }
  while (at < stored.length) pairs.push({ stored: stored[at++]!, found: null });
  return pairs;
}

/** The rows of a stored table by identifier, fetched some hundred at a time. */
function storedWalk(db: IDBDatabase, table: string) {
  let page: readonly Row[] = [];
  let at = 0;
  let after: IDBKeyRange | undefined;
  let done = !db.objectStoreNames.contains(table);
  async function fill(): Promise<void> {
    if (at < page.length || done) return;
    page = (await asked(db.transaction(table).objectStore(table).getAll(after, AT_ONCE))) as Row[];
    at = 0;
    done = page.length < AT_ONCE;
    if (page.length > 0) after = IDBKeyRange.lowerBound(page.at(-1)!.id, true);
  }
  return {
    /** Some more; none at the end. */
    next: async (): Promise<readonly Row[]> => {
      await fill();
      const rows = page.slice(at);
      at = page.length;
      return rows;
    },
    /** All up to an identifier, that one included. */
    upTo: async (id: string): Promise<readonly Row[]> => {
      const rows: Row[] = [];
      for (;;) {
        await fill();
        if (at >= page.length || page[at]!.id > id) return rows;
        rows.push(page[at]!);
        at += 1;
      }
    },
  };
}
