import type { OpenBook } from '../open';
import { sentinelOf } from '../write';
import type { HowFar } from './mark';

/** How far the stored book has come, as the marks of backups count it. */
export async function howFar(book: OpenBook): Promise<HowFar> {
  const { epoch, seq } = await sentinelOf(book.db);
  return { epoch: epoch ?? book.generation, seq };
}
