/**
 * Days are strings. A promise "by Friday" made at 23:30 in Shanghai must stay that Friday when the laptop
 * travels to New York or the clock jumps for summer time: a Date would shift it, 'YYYY-MM-DD' cannot.
 */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/**
 * The calendar day an instant falls on in a zone.
 *
 * @example dayOf(Date.UTC(2026, 10, 22, 16, 30), 'Asia/Shanghai') // => '2026-11-23'
 */
export function dayOf(instant: number, timeZone: string): Day {
  // Arithmetic: a formatter takes as long to set up as a small file to read.
  if (timeZone === 'UTC' && instant >= 0 && instant < YEAR_10000)
    return new Date(instant).toISOString().slice(0, 10);
  const days = knownDays(timeZone);
  const quarter = Math.floor(instant / QUARTER);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  if (!Number.isFinite(instant)) return askedDay(instant, timeZone);
  const day = askedDay(quarter * QUARTER, timeZone);
  // Old zones change their day within a quarter of an hour; that one is asked about each time.
  if (day !== askedDay((quarter + 1) * QUARTER - 1, timeZone)) return askedDay(instant, timeZone);
  if (days.size >= MOST_QUARTERS) days.clear();
  days.set(quarter, day);
  return day;
}

const QUARTER = 15 * 60_000;
const YEAR_10000 = Date.UTC(10_000, 0);
/** Eight years of quarters; what a shop wrote down lies in fewer. */
const MOST_QUARTERS = 300_000;
/** The formatter takes microseconds, and a review asks for the day of each record many times. */
const daysByZone = new Map<string, Map<number, Day>>();

function knownDays(timeZone: string): Map<number, Day> {
  const days = daysByZone.get(timeZone) ?? new Map<number, Day>();
  daysByZone.set(timeZone, days);
  return days;
}

function askedDay(instant: number, timeZone: string): Day {
  const parts = formatterFor(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/**
 * Days since 1970-01-01, for arithmetic.
 *
 * @example dayNumber('1970-01-02') // => 1
 */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

/**
 * The day with a given number; the inverse of `dayNumber`.
 *
 * @example dayFromNumber(1) // => '1970-01-02'
 */
export function dayFromNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** @example isDay('2026-02-29') // => false */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const number = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(number) && new Date(number).toISOString().slice(0, 10) === text;
}

/** @example addDays('2026-02-27', 3) // => '2026-03-02' */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/**
 * Whole days from one day to another, negative when the second is earlier.
 *
 * @example daysBetween('2026-11-22', '2026-11-27') // => 5
 */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * ISO weekday: 1 is Monday, 7 is Sunday (Chinese 周一 … 周日, so 下周三 said on a Sunday is three days on).
 *
 * @example weekday('2026-11-22') // => 7
 */
export function weekday(day: Day): number {
  // Days before 1970 have negative numbers, and so has their remainder.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** @example lastDayOfMonth('2024-02-10') // => '2024-02-29' */
export function lastDayOfMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * The same day of a later month, or that month's last day when it is shorter.
 *
 * @example addMonths('2026-01-31', 1) // => '2026-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const last = lastDayOfMonth(first);
  const wanted = first.slice(0, 8) + day.slice(8);
  return wanted < last ? wanted : last;
}
