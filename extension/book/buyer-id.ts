import { erasedIds } from '@shared/records/erased-ids';
import { derivedId } from '@shared/records/id';
import type { BookDb } from './schema';

/**
 * The identifier of the file of somebody whom the outside world names. Who was erased and comes again is somebody
 * new: under the old identifier the new file would be taken for what was erased.
 */
export async function buyerIdOf(db: BookDb, ...name: readonly string[]): Promise<string> {
  return (await buyerIds(db))(...name);
}

/** The same for many at once. */
export async function buyerIds(db: BookDb): Promise<(...name: readonly string[]) => string> {
  const erased = erasedIds(await db.erasures.toArray());
  return (...name) => {
    let id = derivedId('buyer', ...name);
    for (let again = 2; erased(id); again++) id = derivedId('buyer', ...name, `again ${again}`);
    return id;
  };
}
