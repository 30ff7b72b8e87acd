import type { Day } from '../calendar/day';

const DATED = /^(\d{4}-\d\d-\d\d)(T|$)/;

/**
 * The newest day that stands in a record, not later than today; `null` when it holds none. Of whatever noun: when
 * it was said, packed, asked, paid. A moment counts by its day in UTC, which is near enough for months.
 *
 * @example lastDayIn({ saidAt: '2026-01-05T10:00:00Z', due: { on: 'day', day: '2026-02-01' } }, '2026-11-22') // => '2026-02-01'
 * @example lastDayIn({ due: { on: 'day', day: '2027-02-01' } }, '2026-11-22') // => null
 */
export function lastDayIn(value: unknown, today: Day): Day | null {
  if (typeof value === 'string') {
    const day = DATED.exec(value)?.[1] ?? null;
    return day !== null && day <= today ? day : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  let last: Day | null = null;
  for (const one of Object.values(value)) {
    const day = lastDayIn(one, today);
    if (day !== null && (last === null || day > last)) last = day;
  }
  return last;
}
