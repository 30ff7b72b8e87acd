import { createHash } from 'node:crypto';
import { BACKUP_FORMAT, BACKUP_VERSION } from '@shared/backup/format';
import { TABLE_NAMES, type TableName } from '@shared/records/book';
import { canonicalJson, type Json } from '@shared/text/json';
import type { Take } from './book';
import type { TextFile } from './text-file';

/**
 * The book as a backup, without ever holding it as objects or as one string: each record becomes its canonical
 * bytes at once. A test holds the file against the one `writeBackup` makes of the same book.
 */
export interface BackupFile {
  readonly take: Take;
  /** Writes the file and gives its length in characters. */
  readonly finish: (file: TextFile) => number;
}

/** `made`: when the backup says it was made, an instant in UTC. */
export function backupFile(made: string): BackupFile {
  const tables = new Map<TableName, { readonly id: string; readonly bytes: Buffer }[]>();
  for (const name of TABLE_NAMES) tables.set(name, []);
  return {
    take(name, record) {
      const bytes = Buffer.from(canonicalJson(record as unknown as Json));
      tables.get(name)!.push({ id: record.id, bytes });
    },
    finish(file) {
      const seal = createHash('sha256');
      let length = 0;
      function write(text: string): void {
        seal.update(text);
        file.write(text);
        length += text.length;
      }
      write(
        `{"format":"${BACKUP_FORMAT}","version":${BACKUP_VERSION},"made":${JSON.stringify(made)},"tables":{`,
      );
      for (const [index, name] of [...TABLE_NAMES].sort().entries()) {
        write(`${index > 0 ? ',\n' : ''}${JSON.stringify(name)}:[`);
        const rows = tables.get(name)!.sort((a, b) => (a.id < b.id ? -1 : 1));
        for (const [row, { bytes }] of rows.entries()) write((row > 0 ? ',\n' : '') + bytes.toString());
        write(']');
      }
      write('},\n"actions":[]');
      const hash = seal.digest('hex');
      file.write(`,"hash":"${hash}"}`);
      return length;
    },
  };
}
