import { BACKUP_LIMIT } from '@shared/backup/format';
import { type BackupPiece, readLines } from '@shared/backup/lines';
import { BACKUP_ORDER } from '@shared/backup/pour';
import { type BackupRow, type RefusedBackup, readBackup, refused } from '@shared/backup/read';
import { isSealed, openBytes } from '@shared/backup/seal';
import { bytesOf } from './bytes';

/** A file a backup may be in: too large to be looked at, whatever it is. */
const MOST_BYTES = 2 * 1024 ** 3;
const MB = 1024 * 1024;
const ROWS_AT_ONCE = 500;

export type FileRefusal =
  | RefusedBackup
  | { readonly ok: false; readonly reason: 'sealed' | 'wrong-passphrase' | 'not-sealed' | 'too-large' };

/** A backup that can be read as often as it is wanted. */
export interface BackupFile {
  /** All of it, in order; at its end when it was made, or why it is refused. */
  readonly pieces: () => AsyncGenerator<BackupPiece, FileEnd, void>;
}

export type FileEnd = { readonly ok: true; readonly made: string } | RefusedBackup;

/** Opens a file: takes its seal off, and finds out whether it can be read line by line. */
export async function openFile(
  file: Blob,
  passphrase: string | null,
): Promise<{ readonly ok: true; readonly file: BackupFile } | FileRefusal> {
  if (file.size > MOST_BYTES) {
    return refused('too-big', { found: Math.ceil(file.size / MB), limit: MOST_BYTES / MB });
  }
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  if (!isSealed(start)) return { ok: true, file: backupFile(file) };
  if (passphrase === null) return { ok: false, reason: 'sealed' };
  const opened = await openBytes(new Uint8Array(await file.arrayBuffer()), passphrase);
  return opened.ok ? { ok: true, file: backupFile(new Blob([opened.bytes])) } : opened;
}

/** Thrown while a file is read line by line that turns out to be laid out in another way: begin again. */
export class OtherForm extends Error {}

export function backupFile(file: Blob): BackupFile {
  let whole: readonly BackupPiece[] | null = null;
  let made = '';
  /** Read to its end before, and nothing in it was out of order. */
  let seen: string | null = null;
  return {
    async *pieces() {
      if (whole) {
        yield* whole;
        return { ok: true, made };
      }
      let begun = false;
      const lines = readLines(bytesOf(file), seen);
      for (;;) {
        const next = await lines.next();
        if (!next.done) {
          begun = true;
          yield next.value;
          continue;
        }
        const end = next.value;
        if (end.ok) seen = end.seen;
        if (end.ok || end.reason !== 'other-form') return end as FileEnd;
        break;
      }
      const read = await readWhole(file);
      if (!read.ok) return read;
      [whole, made] = [read.pieces, read.made];
      if (begun) throw new OtherForm();
      yield* whole;
      return { ok: true, made };
    },
  };
}

/** A file that was written by hand or by an editor: read at once, up to a size. */
async function readWhole(
  file: Blob,
): Promise<
  { readonly ok: true; readonly pieces: readonly BackupPiece[]; readonly made: string } | RefusedBackup
> {
  // No text has more characters than bytes, and three bytes a character is the most Chinese takes.
  if (file.size > BACKUP_LIMIT * 3) {
    return refused('too-big', { found: Math.ceil(file.size / MB), limit: BACKUP_LIMIT / MB });
  }
  const text = await decoded(file);
  if (text === null) return refused('not-a-backup');
  const read = readBackup(text);
  if (!read.ok) return read;
  const { book, actions, made } = read;
  const byStamp = actions.toSorted((a, b) => (`${a.stamp} ${a.id}` < `${b.stamp} ${b.id}` ? -1 : 1));
  const tables = [
    ...BACKUP_ORDER.map((table) => [table, byId(book[table] as readonly { readonly id: string }[])] as const),
    ['actions', byStamp] as const,
  ];
  const pieces = tables.flatMap(([table, all]) => {
    const rows = all as unknown as readonly BackupRow[];
    const parts: BackupPiece[] = [];
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      parts.push({ table, rows: rows.slice(from, from + ROWS_AT_ONCE) });
    }
    return parts;
  });
  return { ok: true, pieces, made };
}

function byId(rows: readonly { readonly id: string }[]) {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function decoded(file: Blob): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
