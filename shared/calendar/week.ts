import { addDays, type Day, dayFromNumber, dayNumber, weekday } from './day';

/**
 * The ISO 8601 week that holds a day.
 *
 * @example isoWeek('2026-11-22') // => '2026-W47'
 * @example isoWeek('2027-01-01') // => '2026-W53'
 */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekday(day));
  const firstDay = dayNumber(`${thursday.slice(0, 4)}-01-01`);
  const week = Math.floor((dayNumber(thursday) - firstDay) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** @example mondayOf('2026-11-22') // => '2026-11-16' */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/**
 * The Monday of an ISO week.
 *
 * @example mondayOfWeek('2026-W47') // => '2026-11-16'
 */
export function mondayOfWeek(week: string): Day {
  const january4 = dayNumber(`${week.slice(0, 4)}-01-04`);
  const firstMonday = dayNumber(mondayOf(dayFromNumber(january4)));
  return dayFromNumber(firstMonday + (Number(week.slice(6)) - 1) * 7);
}
