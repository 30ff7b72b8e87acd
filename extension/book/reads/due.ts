import { type Day, daysBetween } from '@shared/calendar/day';
import type { Promised } from '@shared/records/promise';
import { ofSample } from '@shared/records/sample';
import type { OpenBook } from '../open';
import { cameUp } from './conditions';

/**
 * Open promises that fall due up to and including a day: by their own day, or because what they waited for has
 * come up (then with that day in place of the condition). What the seller put off is left out until its day.
 *
 * @param today Where it is not the last day asked for.
 */
export async function duePromises(book: OpenBook, until: Day, today = until): Promise<readonly Promised[]> {
  const [dated, conditional] = await Promise.all([
    book.db.promises.where('[state+due.day]').between(['open', ''], ['open', until], true, true).toArray(),
    cameUp(book, today, daysBetween(today, until)),
  ]);
  return [...dated, ...conditional].filter(
    (promise) =>
      !promise.deleted &&
      !ofSample(promise) &&
      (promise.snoozedUntil === null || promise.snoozedUntil <= today),
  );
}
