import type { Picture } from '@shared/records/picture';
import type { OpenBook } from '../open';
import { byIds } from './rows';

/** The pictures of these ids, in the order asked for. */
export async function picturesNamed({ db }: OpenBook, ids: readonly string[]): Promise<readonly Picture[]> {
  const found = await byIds(db.pictures, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The pictures of one record, oldest first. */
export async function picturesAbout({ db }: OpenBook, aboutId: string): Promise<readonly Picture[]> {
  const rows = await db.pictures.where('aboutId').equals(aboutId).toArray();
  return rows.filter(({ deleted }) => !deleted).sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1));
}
