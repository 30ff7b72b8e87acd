import { addDays, type Day, daysBetween, weekday } from './day';

/** Which days are worked in mainland China: the published holidays and the weekends worked in their stead. */
export interface WorkingCalendar {
  readonly isWorking: (day: Day) => boolean;
  /** Whether the holidays of a year have been published; the next year's come in November. */
  readonly knows: (year: number) => boolean;
}

/** A working day that was counted to. */
export interface WorkingDay {
  readonly day: Day;
  /** `false`: the count ran through a year whose holidays are not published, where Monday to Friday was taken. */
  readonly known: boolean;
}

/** Fetched when it is first wanted: most shops count in hours and calendar days. */
export async function loadWorkingDays(): Promise<WorkingCalendar> {
  // The tables themselves: the library's own functions shift a day by the zone of the computer.
  const { default: tables } = await import('chinese-days/dist/chinese-days.json');
  const holidays = new Set(Object.keys(tables.holidays));
  const worked = new Set(Object.keys(tables.workdays));
  const years = new Set([...holidays].map((day) => Number(day.slice(0, 4))));
  return {
    isWorking: (day) => worked.has(day) || (weekday(day) <= 5 && !holidays.has(day)),
    knows: (year) => years.has(year),
  };
}

/**
 * The day so many working days after a day. The day itself does not count, whatever it is.
 *
 * @param count Working days, at least 1.
 *
 * @example workingDaysAfter('2026-11-20', 1, { isWorking: () => true, knows: () => false }) // => { day: '2026-11-23', known: false }
 * @example workingDaysAfter('2026-11-20', 1, { isWorking: () => true, knows: () => true }) // => { day: '2026-11-21', known: true }
 */
export function workingDaysAfter(from: Day, count: number, calendar: WorkingCalendar): WorkingDay {
  let [day, left, known] = [from, count, true];
  while (left > 0) {
    day = addDays(day, 1);
    const inTables = calendar.knows(Number(day.slice(0, 4)));
    known &&= inTables;
    if (inTables ? calendar.isWorking(day) : weekday(day) <= 5) left--;
  }
  return { day, known };
}

/**
 * The days an instant is put off by to lie so many working days later, at the same time of day.
 *
 * @example workingDaysOn('2026-11-20', 1, { isWorking: () => true, knows: () => false }) // => { days: 3, known: false }
 */
export function workingDaysOn(
  from: Day,
  count: number,
  calendar: WorkingCalendar,
): { readonly days: number; readonly known: boolean } {
  const { day, known } = workingDaysAfter(from, count, calendar);
  return { days: daysBetween(from, day), known };
}
