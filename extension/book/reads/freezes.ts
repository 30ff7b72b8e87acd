import type { Freeze } from '@shared/records/freeze';
import type { OpenBook } from '../open';

/** Weeks put away, newest first. */
export async function frozenWeeks({ db }: OpenBook): Promise<readonly Freeze[]> {
  const stored = await db.freezes.orderBy('week').reverse().toArray();
  return stored
    .filter(({ deleted }) => !deleted)
    .sort((a, b) => (a.week === b.week ? b.takenAt.localeCompare(a.takenAt) : b.week.localeCompare(a.week)));
}
