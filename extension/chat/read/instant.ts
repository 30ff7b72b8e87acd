/**
 * Times as chat pages print them, made into instants. What cannot be told for sure is null: a missing time is
 * harmless, a wrong one puts a promise on the wrong day.
 */
const MINUTE = 60_000;
const DAY = 86_400_000;
const DATE = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
const DAY_OF_YEAR = /(?<![\d:])(0?[1-9]|1[0-2])\s*[-/.月]\s*(3[01]|[12]\d|0?[1-9])(?![\d:])/;
const WESTERN = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/;
const TIME = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\b)?/i;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MONTH = new RegExp(`\\b(?:${MONTHS})[a-z]*\\b`, 'i');
const EXACT = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)/;
const WEEKDAY = /(?:星期|周|週|礼拜)([日天一二三四五六])|\b(sun|mon|tue|wed|thu|fri|sat)/i;

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * @param under an instant of the day named by the line above, for clock times without a day of their own
 * @example parseInstant('2026年09月08日 17:30:17', 'Asia/Shanghai', 0) // => 1788859817000
 * @example parseInstant('12-31 23:59', 'UTC', Date.UTC(2027, 0, 1, 0, 5)) // => Date.UTC(2026, 11, 31, 23, 59)
 * @example parseInstant('03/04/2026 10:30', 'UTC', 0) // => null
 */
export function parseInstant(
  text: string,
  timeZone: string | undefined,
  now: number,
  under: number | null = null,
): number | null {
  const line = text.slice(0, 120).replaceAll('：', ':');
  const exact = EXACT.exec(line);
  if (exact) return numberOrNull(Date.parse(exact[0]));
  const stamp = /^\s*(\d{10}|\d{13})\s*$/.exec(line)?.[1];
  if (stamp) return stamp.length === 10 ? Number(stamp) * 1000 : Number(stamp);
  const clock = clockOf(line);
  if (clock === null) return null;
  const today = wallOf(now, timeZone);
  const day = dayIn(line, today);
  if (day === 'unclear') return null;
  if (day) return toInstant(day, clock, timeZone);
  if (under !== null) return toInstant(wallOf(under, timeZone), clock, timeZone);
  // Digits besides the clock are a day that was not understood.
  if (/\d/.test(line.replace(TIME, ''))) return null;
  const that = toInstant(today, clock, timeZone);
  return that !== null && that > now + 5 * MINUTE ? toInstant(shift(today, -1), clock, timeZone) : that;
}

/**
 * The day a line between messages names, as its first instant; null where it names none.
 *
 * @example parseDay('昨天', 'UTC', Date.UTC(2027, 0, 1, 0, 5)) // => Date.UTC(2026, 11, 31)
 * @example parseDay('在吗', 'UTC', 0) // => null
 */
export function parseDay(text: string, timeZone: string | undefined, now: number): number | null {
  const day = dayIn(text.slice(0, 120), wallOf(now, timeZone));
  return day && day !== 'unclear' ? toInstant(day, 0, timeZone) : null;
}

function dayIn(line: string, today: Wall): Wall | 'unclear' | null {
  const full = DATE.exec(line);
  if (full) return { year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) };
  const western = WESTERN.exec(line);
  if (western) {
    const [a, b, year] = [Number(western[1]), Number(western[2]), Number(western[3])];
    if (a <= 12 && b <= 12 && a !== b) return 'unclear';
    return a > 12 ? { year, month: b, day: a } : { year, month: a, day: b };
  }
  const short = DAY_OF_YEAR.exec(line);
  if (short) return latest({ month: Number(short[1]), day: Number(short[2]) }, today);
  const named = MONTH.exec(line)?.[0].slice(0, 3).toLowerCase();
  if (named) {
    const [day = 0, year = 0] = (line.replace(TIME, '').match(/\d+/g) ?? []).map(Number);
    const date = { month: MONTHS.indexOf(named) / 4 + 1, day };
    return year > 1999 ? { ...date, year } : latest(date, today);
  }
  const back = daysBack(line, today);
  return back === null ? null : shift(today, -back);
}

/** A message is never from the future: in January, 12-31 is last year's. */
function latest(date: { readonly month: number; readonly day: number }, today: Wall): Wall {
  const that = Date.UTC(today.year, date.month - 1, date.day);
  const ahead = that > Date.UTC(today.year, today.month - 1, today.day) + DAY;
  return { ...date, year: today.year - (ahead ? 1 : 0) };
}

/** Seconds since midnight. */
function clockOf(line: string): number | null {
  const found = TIME.exec(line);
  if (!found) return null;
  let hours = Number(found[1]);
  const [minutes, seconds] = [Number(found[2]), Number(found[3] ?? 0)];
  const half = found[4]?.toLowerCase();
  const late = half === 'p' || /下午|晚上|傍晚/.test(line);
  if (late && hours < 12) hours += 12;
  if ((half === 'a' || /凌晨/.test(line)) && hours === 12) hours = 0;
  return hours > 23 || minutes > 59 || seconds > 59 ? null : hours * 3600 + minutes * 60 + seconds;
}

function daysBack(line: string, today: Wall): number | null {
  if (/今天|\btoday/i.test(line)) return 0;
  if (/昨天|昨日|\byesterday/i.test(line)) return 1;
  if (/前天/.test(line)) return 2;
  const found = WEEKDAY.exec(line);
  if (!found) return null;
  const [, zh, en = ''] = found;
  const named = zh
    ? '日一二三四五六'.indexOf(zh.replace('天', '日'))
    : 'sunmontuewedthufrisat'.indexOf(en.toLowerCase()) / 3;
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  return (weekday - named + 7) % 7 || 7;
}

function shift(wall: Wall, days: number): Wall {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Wall clock of an instant as if it were UTC, in ms. */
function wallClock(instant: number, timeZone: string | undefined): number {
  const key = timeZone ?? '';
  let formatter = formatters.get(key);
  if (!formatter) {
    const fields = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, ...fields, ...time });
    formatters.set(key, formatter);
  }
  const parts = formatter.formatToParts(instant);
  const part = (type: string) => Number(parts.find((it) => it.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

function wallOf(instant: number, timeZone: string | undefined): Wall {
  const date = new Date(wallClock(instant, timeZone));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function toInstant(wall: Wall, clock: number, timeZone: string | undefined): number | null {
  const midnight = Date.UTC(wall.year, wall.month - 1, wall.day);
  const back = new Date(midnight);
  if (back.getUTCMonth() + 1 !== wall.month || back.getUTCDate() !== wall.day) return null;
  const wanted = midnight + clock * 1000;
  // Twice: the first guess may lie on the other side of a change to summer time.
  const guess = wanted - (wallClock(wanted, timeZone) - wanted);
  return numberOrNull(guess - (wallClock(guess, timeZone) - wanted));
}

function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
