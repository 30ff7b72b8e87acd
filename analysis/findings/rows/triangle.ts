import type { CalendarUnit } from '../../measures/calendar-units';

/** What of a triangle is drawn: a quarter of a screen of rows, a row of fields that can be read. */
export const TRIANGLE: Readonly<Record<CalendarUnit, { readonly rows: number; readonly steps: number }>> = {
  month: { rows: 13, steps: 12 },
  quarter: { rows: 12, steps: 8 },
  week: { rows: 26, steps: 12 },
};
