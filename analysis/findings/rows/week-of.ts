import type { Day } from '@shared/calendar/day';
import { addDays } from '@shared/calendar/day';
import { dayEnd, MS_PER_DAY } from '../../measures/wall-clock';

const WEEK_DAYS = 7;

/** The seven days of the review, or with the mark `before` the seven before them; wall clock, end exclusive. */
export function weekOf(
  asOf: Day,
  mark: string | null,
): { readonly start: number; readonly end: number; readonly from: Day; readonly to: Day } {
  const to = mark === 'before' ? addDays(asOf, -WEEK_DAYS) : asOf;
  const end = dayEnd(to);
  return { start: end - WEEK_DAYS * MS_PER_DAY, end, from: addDays(to, 1 - WEEK_DAYS), to };
}
