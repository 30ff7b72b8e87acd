import { BACKUP_ORDER, pourBackup } from '@shared/backup/pour';
import type { TableName } from '@shared/records/book';
import { asked } from '../journal/asked';
import type { Row } from '../journal/snapshot';
import { gathering } from './bytes';

const AT_ONCE = 1_000;
/** A book of up to so many rows is read in one transaction: whoever saves meanwhile waits for a moment. */
const IN_ONE = 20_000;
/** A larger one is read piece by piece, and again when it was written meanwhile. */
const TRIES = 3;

export interface Poured {
  readonly file: Blob;
  readonly rows: number;
  readonly seq: number;
}

/** The stored book as a backup, of one instant: nothing that was saved meanwhile is in it by halves. */
export async function pourStored(
  db: IDBDatabase,
  made: string,
  onProgress: (part: number) => void,
): Promise<Poured> {
  const all = await count(db);
  const progress = (done: number) => onProgress(all === 0 ? 1 : Math.min(1, done / all));
  if (all > IN_ONE) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const poured = await inPieces(db, made, progress);
      if (poured) return poured;
    }
  }
  return inOne(db, made, progress);
}

const TABLES = [...BACKUP_ORDER, 'actions', 'marks'];

async function count(db: IDBDatabase): Promise<number> {
  let sum = 0;
  for (const table of [...BACKUP_ORDER, 'actions']) {
    sum += await asked(db.transaction(table).objectStore(table).count());
  }
  return sum;
}

type Stores = (table: string) => IDBObjectStore;

function inOne(db: IDBDatabase, made: string, progress: (done: number) => void): Promise<Poured> {
  const transaction = db.transaction(TABLES);
  return pour((table) => transaction.objectStore(table), made, progress);
}

/** `null` when it was written on the way. */
async function inPieces(
  db: IDBDatabase,
  made: string,
  progress: (done: number) => void,
): Promise<Poured | null> {
  const stores: Stores = (table) => db.transaction(table).objectStore(table);
  const poured = await pour(stores, made, progress);
  return (await seqOf(stores)) === poured.seq ? poured : null;
}

async function pour(stores: Stores, made: string, progress: (done: number) => void): Promise<Poured> {
  const seq = await seqOf(stores);
  const { out, blob } = gathering();
  const writing = pourBackup(made, out);
  let done = 0;
  for (const table of BACKUP_ORDER) {
    for (let after: IDBKeyRange | undefined; ; ) {
      const rows = (await asked(stores(table).getAll(after, AT_ONCE))) as Row[];
      writing.rows(table as TableName, rows);
      done += rows.length;
      progress(done);
      if (rows.length < AT_ONCE) break;
      after = IDBKeyRange.lowerBound(rows.at(-1)!.id, true);
    }
  }
  done += await pourActions(stores, (rows) => {
    writing.actions(rows);
    progress(done + rows.length);
  });
  writing.end();
  return { file: blob('application/json'), rows: done, seq };
}

/** Actions by stamp, then by id: as the index has them. Those of one stamp are never torn apart. */
async function pourActions(stores: Stores, out: (rows: readonly Row[]) => void): Promise<number> {
  let done = 0;
  let after: IDBKeyRange | undefined;
  for (;;) {
    const rows = (await asked(stores('actions').index('stamp').getAll(after, AT_ONCE))) as Row[];
    const last = rows.at(-1)?.stamp;
    const ended = rows.length < AT_ONCE;
    const cut = ended ? rows.length : rows.findIndex(({ stamp }) => stamp === last);
    // More than a thousand of one stamp can only be a book made by hand: taken at once.
    const part =
      ended || cut > 0
        ? rows.slice(0, cut)
        : ((await asked(stores('actions').index('stamp').getAll(IDBKeyRange.only(last)))) as Row[]);
    out(part);
    done += part.length;
    if (ended) return done;
    after = IDBKeyRange.lowerBound(part.at(-1)!.stamp as string, true);
  }
}

async function seqOf(stores: Stores): Promise<number> {
  const mark = (await asked(stores('marks').get('sentinel'))) as { readonly seq?: number } | undefined;
  return mark?.seq ?? 0;
}
