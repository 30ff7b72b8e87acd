import { TABLE_NAMES, type TableName } from '../records/book';
import { canonicalJson, type Json } from '../text/json';
import { hexOf, sha256Stream } from '../text/sha256';
import { headOf, sealOf } from './format';

/** Tables in the order in which a backup holds them. */
export const BACKUP_ORDER: readonly TableName[] = TABLE_NAMES.toSorted();

/** Writes a backup piece by piece, to the same bytes as `writeBackup` does at once. */
export interface BackupPour {
  /** Rows of one table, by id; tables come in `BACKUP_ORDER`, each once or several times in a row. */
  rows(table: TableName, rows: readonly unknown[]): void;
  /** Actions by stamp, then by id, after all tables. */
  actions(rows: readonly unknown[]): void;
  end(): void;
}

/**
 * Begins a backup that is written piece by piece: a book of a million records is never one text.
 *
 * @param made the instant it is written, ISO 8601 in UTC
 * @param out takes the bytes, in order
 */
export function pourBackup(made: string, out: (bytes: Uint8Array<ArrayBuffer>) => void): BackupPour {
  const encoder = new TextEncoder();
  const hash = sha256Stream();
  let table = -1;
  let begun = false;
  const say = (text: string) => {
    const bytes = encoder.encode(text);
    hash.add(bytes);
    out(bytes);
  };
  /** Closes tables and opens the next ones, up to a place in the order. */
  const reach = (place: number) => {
    for (; table < place; begun = false) {
      table += 1;
      const close = table === 0 ? '' : '],\n';
      const name = BACKUP_ORDER[table];
      say(name === undefined ? ']},\n"actions":[' : `${close}${JSON.stringify(name)}:[`);
    }
  };
  const write = (rows: readonly unknown[]) => {
    if (rows.length === 0) return;
    say(`${begun ? ',\n' : ''}${rows.map((row) => canonicalJson(row as Json)).join(',\n')}`);
    begun = true;
  };
  say(headOf(made));
  return {
    rows: (name, rows) => {
      const place = BACKUP_ORDER.indexOf(name);
      if (place < table) throw new RangeError(`${name} comes before ${BACKUP_ORDER[table] ?? 'actions'}.`);
      reach(place);
      write(rows);
    },
    actions: (rows) => {
      reach(BACKUP_ORDER.length);
      write(rows);
    },
    end: () => {
      reach(BACKUP_ORDER.length);
      say(']');
      out(encoder.encode(sealOf(hexOf(hash.digest()))));
    },
  };
}
