import type { Action } from '../records/action';
import type { Book } from '../records/book';
import { sha256Hex } from '../text/sha256';
import { backupBody, sealOf } from './format';

/**
 * A whole book as the text of one backup file, with its seal. Equal books give equal bytes.
 *
 * @param made the instant it is written, ISO 8601 in UTC
 */
export function writeBackup(book: Book, actions: readonly Action[], made: string): string {
  const body = backupBody(book, actions, made);
  return `${body}${sealOf(sha256Hex(body))}`;
}
