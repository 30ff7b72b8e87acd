import { writeBackup } from '@shared/backup/write';
import type { OpenBook } from './open';
import { wholeBookAndHistory } from './reads/whole';

/** The whole book as the text of one backup file, of one consistent point in time. */
export async function backupText(book: OpenBook): Promise<string> {
  const { book: records, actions } = await wholeBookAndHistory(book);
  return writeBackup(records, actions, new Date(book.world.now()).toISOString());
}
