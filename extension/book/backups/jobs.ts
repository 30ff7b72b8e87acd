import { BACKUP_ORDER } from '@shared/backup/pour';
import { sealBytes } from '@shared/backup/seal';
import type { Stamp } from '@shared/records/stamp';
import type { Beside } from '../beside';
import { buildBook, type RestoreOptions } from '../build';
import { asked } from '../journal/asked';
import type { Chunk, Row } from '../journal/snapshot';
import { openRaw } from '../open-raw';
import type { Sentinel } from '../schema';
import { type BackupFile, type FileRefusal, openFile } from './file';
import { type Looked, lookInto, merged } from './look';
import { besides } from './pairs';
import { pourStored } from './pour-stored';

/** A backup that was written and read again to its end before anybody was told of it. */
export interface Written {
  readonly file: Blob;
  /** Records and actions in it. */
  readonly rows: number;
  /** Number of actions the book had come to. */
  readonly seq: number;
}

/** What seals a backup. */
export interface Secret {
  readonly passphrase: string;
  /** Opens it as well. */
  readonly code: string | null;
}

export interface PutOrder {
  readonly way: 'replace' | 'merge';
  /** The stored book in use, and the empty one that takes its place. */
  readonly stored: string;
  readonly name: string;
  readonly epoch: number;
  readonly seat: string;
  readonly last: Stamp | null;
}

export type LookAnswer = { readonly ok: true; readonly looked: Looked } | FileRefusal;
export type PutAnswer = { readonly ok: true; readonly mark: Sentinel } | FileRefusal;
export type Progress = (part: number) => void;

/** The work behind saving and taking backups, off the page's thread; in a test, on it. */
export interface Jobs {
  save(stored: string, made: string, secret: Secret | null, onProgress: Progress): Promise<Written>;
  look(stored: string, file: Blob, passphrase: string | null, onProgress: Progress): Promise<LookAnswer>;
  put(order: PutOrder, options: RestoreOptions): Promise<PutAnswer>;
  /** Reads a file to its end and throws it away: how many records and actions it holds, or why it is no backup. */
  check(
    file: Blob,
    passphrase: string | null,
  ): Promise<{ readonly ok: true; readonly rows: number } | FileRefusal>;
  install(mark: Sentinel): Promise<void>;
  drop(): Promise<void>;
}

export interface JobWays {
  readonly disk: () => Promise<IDBFactory>;
  readonly beside: () => Promise<Beside | null>;
  readonly random: (count: number) => Uint8Array;
}

export function openJobs({ disk, beside, random }: JobWays): Jobs {
  /** The file that was looked into, and what was found: taking it needs no second passphrase. */
  let seen: { readonly file: BackupFile; readonly looked: Looked } | null = null;
  let laying: Beside | null = null;

  async function withBook<T>(name: string, work: (db: IDBDatabase) => Promise<T>): Promise<T> {
    const db = await openRaw(name, await disk());
    if (!db) throw new Error(`There is no ${name} on this computer.`);
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }

  async function save(
    stored: string,
    made: string,
    secret: Secret | null,
    onProgress: Progress,
  ): Promise<Written> {
    const plain = await withBook(stored, (db) => pourStored(db, made, (part) => onProgress(part / 2)));
    const file =
      secret === null
        ? plain.file
        : new Blob([await sealBytes(plain.file, secret.passphrase, random, secret.code)], {
            type: 'application/octet-stream',
          });
    const found = await check(file, secret?.passphrase ?? null);
    if (!found.ok) throw new Error(`the backup does not read back: ${found.reason}`);
    if (found.rows !== plain.rows)
      throw new Error(`${found.rows} of ${plain.rows} records are in the backup`);
    onProgress(1);
    return { file, rows: plain.rows, seq: plain.seq };
  }

  async function check(
    file: Blob,
    passphrase: string | null,
  ): Promise<{ readonly ok: true; readonly rows: number } | FileRefusal> {
    const opened = await openFile(file, passphrase);
    if (!opened.ok) return opened;
    let rows = 0;
    const pieces = opened.file.pieces();
    for (;;) {
      const next = await pieces.next();
      if (!next.done) rows += next.value.rows.length;
      else return next.value.ok ? { ok: true, rows } : next.value;
    }
  }

  async function look(
    stored: string,
    file: Blob,
    passphrase: string | null,
    onProgress: Progress,
  ): Promise<LookAnswer> {
    seen = null;
    const opened = await openFile(file, passphrase);
    if (!opened.ok) return opened;
    return withBook(stored, async (db) => {
      const found = await again(db, opened.file, onProgress);
      if (found.ok) seen = { file: opened.file, looked: found.looked };
      return found;
    });
  }

  async function again(db: IDBDatabase, file: BackupFile, onProgress: Progress): Promise<LookAnswer> {
    let rows = 0;
    const all = await storedRows(db);
    return lookInto(db, file, (more) => {
      rows += more;
      // How much the file holds is only known at its end: as much as the book, for what is shown.
      onProgress(rows / (rows + Math.max(1, all)));
    });
  }

  async function put(order: PutOrder, options: RestoreOptions): Promise<PutAnswer> {
    const { way, stored, name, epoch, seat, last } = order;
    if (!seen) throw new Error('No backup was looked into.');
    const { file } = seen;
    return withBook(stored, async (db) => {
      const now = await seqOf(db);
      if (seen && now !== seen.looked.seq) {
        // Written since it was compared: what comes out of a merge is counted anew.
        const found = await again(db, file, () => undefined);
        if (!found.ok) return found;
        seen = { file, looked: found.looked };
      }
      const { looked } = seen!;
      const { actions, rows } = looked.sizes[way];
      const stamp = [last, looked.stamp].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
      const build = { epoch, seat, seq: actions, stamp, rows };
      laying = await beside();
      try {
        const mark = await withBook(name, (empty) =>
          buildBook(empty, laying, way === 'merge' ? bothOf(db, file) : rowsOf(db, file), build, options),
        );
        return { ok: true as const, mark };
      } catch (error) {
        if (error instanceof Refused) return error.why;
        throw error;
      }
    });
  }

  return {
    save,
    look,
    put,
    check,
    install: async (mark) => {
      await laying?.install(mark);
    },
    drop: async () => {
      await laying?.drop();
    },
  };
}

/** A file that was whole when it was looked into, and is not any more. */
class Refused extends Error {
  constructor(readonly why: FileRefusal) {
    super(why.reason);
  }
}

/** The file, and whom the stored book has erased: an older backup must not bring them back (F-60). */
async function* rowsOf(db: IDBDatabase, file: BackupFile): AsyncGenerator<Chunk> {
  const known = new Set<unknown>();
  const pieces = file.pieces();
  for (;;) {
    const next = await pieces.next();
    if (next.done) {
      if (!next.value.ok) throw new Refused(next.value);
      break;
    }
    if (next.value.table === 'erasures') for (const { id } of next.value.rows) known.add(id);
    yield next.value;
  }
  // Once it is opened, the new book is cleaned of them.
  const erased = (await asked(db.transaction('erasures').objectStore('erasures').getAll())) as Row[];
  const rows = erased.filter(({ id }) => !known.has(id));
  if (rows.length > 0) yield { table: 'erasures', rows };
}

/** The stored book and the file, become one. */
async function* bothOf(db: IDBDatabase, file: BackupFile): AsyncGenerator<Chunk> {
  const actions = () => db.transaction('actions').objectStore('actions');
  const known = new Set((await asked(actions().getAllKeys())) as string[]);
  const walk = besides(db, file.pieces());
  for (;;) {
    const next = await walk.next();
    if (next.done) {
      if (!next.value.ok) throw new Refused(next.value);
      break;
    }
    const { value } = next;
    if (value.table !== 'actions') {
      yield { table: value.table, rows: value.pairs.map(merged) };
      continue;
    }
    const fresh = value.rows.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) yield { table: 'actions', rows: fresh };
  }
  let after: IDBKeyRange | undefined;
  for (;;) {
    const rows = (await asked(actions().getAll(after, 500))) as Row[];
    if (rows.length === 0) return;
    yield { table: 'actions', rows };
    after = IDBKeyRange.lowerBound(rows.at(-1)!.id, true);
  }
}

async function seqOf(db: IDBDatabase): Promise<number> {
  const mark = await asked(db.transaction('marks').objectStore('marks').get('sentinel'));
  return (mark as { readonly seq?: number } | undefined)?.seq ?? 0;
}

async function storedRows(db: IDBDatabase): Promise<number> {
  let sum = 0;
  for (const table of BACKUP_ORDER) sum += await asked(db.transaction(table).objectStore(table).count());
  return sum;
}
