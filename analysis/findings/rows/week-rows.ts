import type { MeasureInput } from '../../measures/input';
import { type WeekRecordKey, weekRecords } from '../../measures/week-records';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';
import { weekOf } from './week-of';

const KEYS = {
  weekPromises: 'promises',
  weekPromisesKept: 'promisesKept',
  weekGifts: 'gifts',
  weekComplaints: 'complaints',
} as const satisfies Record<string, WeekRecordKey>;

/** What was said, kept or given in the seven days (mark `before`: in those before them). */
export function bookWeekRows(
  set: keyof typeof KEYS,
  mark: string | null,
  { book, view, asOf }: MeasureInput,
  names: Names,
): readonly BehindRow[] {
  if (book === null) return [];
  const { from, to } = weekOf(asOf, mark);
  return weekRecords(book, KEYS[set])
    .map((one) => saidRow(one, view, names))
    .filter(({ day }) => day !== null && day >= from && day <= to);
}
