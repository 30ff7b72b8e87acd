import type { Day } from '@shared/calendar/day';
import type { Promised } from '@shared/records/promise';
import type { OpenBook } from '../open';

/** Open promises with a day up to and including this one. */
export async function duePromises({ db }: OpenBook, until: Day): Promise<readonly Promised[]> {
  const found = await db.promises
    .where('[state+due.day]')
    .between(['open', ''], ['open', until], true, true)
    .toArray();
  return found.filter((promise) => !promise.deleted);
}
