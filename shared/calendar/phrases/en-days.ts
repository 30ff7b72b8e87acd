import * as chrono from 'chrono-node/en';
import { addDays, addMonths, type Day, dayNumber, lastDayOfMonth } from '../day';
import { findFeast } from './feasts';
import { type FoundDue, onDay } from './found';
import {
  addWorkingDays,
  comingDayOfMonth,
  comingMonth,
  type DayRule,
  dayOfMonth,
  inWeek,
  monthAhead,
} from './rule';

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
};
const COUNT = '(?:\\d{1,2} ?(?:-|to) ?)?(\\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|ten)';
const count = (text: string | undefined) => COUNTS[(text ?? '').toLowerCase()] ?? Number(text);
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MONTH = `(${MONTHS})[a-z]{0,6}`;
const month = (name: string | undefined, today: Day) =>
  comingMonth(MONTHS.split('|').indexOf((name ?? '').toLowerCase()) + 1, today);
const WEEKDAY =
  '(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const weekdayOf = (name: string) => 'montuewedthufrisatsun'.indexOf(name.toLowerCase().slice(0, 3)) / 3 + 1;

/** What chrono does not read, or reads as a clock time: shop talk about whole days. Of a range the later end. */
const RULES: readonly DayRule[] = [
  [/\b(?:the )?end of (?:the|this) month\b/i, (_, today) => lastDayOfMonth(today)],
  [/\b(?:the )?end of next month\b/i, (_, today) => lastDayOfMonth(monthAhead(today, 1))],
  [/\b(?:the )?end of (?:the|this) year\b/i, (_, today) => `${today.slice(0, 4)}-12-31`],
  [
    new RegExp(`\\b(?:end of|late) ${MONTH}\\b`, 'i'),
    ([, name], today) => {
      const first = month(name, today);
      return first === null ? null : lastDayOfMonth(first);
    },
  ],
  [
    new RegExp(`\\b(?:mid|middle of)[ -]${MONTH}\\b`, 'i'),
    ([, name], today) => {
      const first = month(name, today);
      return first === null ? null : dayOfMonth(first, 15);
    },
  ],
  // The week begins on Monday, as in the Chinese phrases.
  [new RegExp(`\\bnext ${WEEKDAY}\\b`, 'i'), ([, name], today) => inWeek(today, 1, weekdayOf(name!))],
  [
    /\b(?:the )?end of (?:the|this) week\b|\b(?:this|the) weekend\b|\b(?:by|within|during)? ?this week\b/i,
    (_, today) => inWeek(today, 0, 7),
  ],
  [/\bnext weekend\b|\b(?:end of )?next week\b/i, (_, today) => inWeek(today, 1, 7)],
  [/\bthis month\b/i, (_, today) => lastDayOfMonth(today)],
  [/\bnext month\b/i, (_, today) => lastDayOfMonth(monthAhead(today, 1))],
  [
    /\b(?:on |by |before )?the (\d{1,2})(?:st|nd|rd|th)\b(?! of)/i,
    ([, d], today) => comingDayOfMonth(Number(d), today),
  ],
  [
    new RegExp(`\\b${COUNT} (?:business|working) days?\\b`, 'i'),
    ([, n], today) => addWorkingDays(today, count(n)),
  ],
  [
    new RegExp(`\\b(?:within|in) (?:the next )?${COUNT} days?\\b`, 'i'),
    ([, n], today) => addDays(today, count(n)),
  ],
  [
    new RegExp(`\\b(?:within|in) (?:the next )?${COUNT} weeks?\\b`, 'i'),
    ([, n], today) => addDays(today, count(n) * 7),
  ],
  [
    new RegExp(`\\b(?:within|in) (?:the next )?${COUNT} months?\\b`, 'i'),
    ([, n], today) => addMonths(today, count(n)),
  ],
  [
    new RegExp(`\\b(?:within|in) (?:the next )?${COUNT} hours?\\b`, 'i'),
    ([, n], today) => addDays(today, Math.floor(count(n) / 24)),
  ],
  [/\b(?:within|in) (?:a|the) fortnight\b/i, (_, today) => addDays(today, 14)],
  [/\b(?:the )?day after tomorrow\b/i, (_, today) => addDays(today, 2)],
  [/\b(?:tmrw|tmr|tmw|tomoz|tomorow|tommorow)\b/i, (_, today) => addDays(today, 1)],
  [
    /\btonight\b|\b(?:by )?(?:the )?end of (?:the )?day\b|\beod\b|\bwithin the hour\b|\b(?:within|in) (?:half an hour|\d{1,3} min(?:ute)?s?)\b/i,
    (_, today) => today,
  ],
];

/** Chrono is not asked about longer text: a due date is a few words. */
const CHRONO_LENGTH = 200;

/**
 * The first day an English sentence names; past days of the year are taken as coming ones.
 *
 * @example findEnDay('I will ship by next Friday', '2026-11-22') // => { due: { on: 'day', day: '2026-11-27' }, matched: 'next Friday' }
 */
export function findEnDay(text: string, today: Day): FoundDue | null {
  if (!/[a-z]/i.test(text)) return null;
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    const day = match ? read(match, today) : null;
    if (match && day) return onDay(day, match[0].trim());
  }
  const feast = findFeast(text, today);
  if (feast) return onDay(feast.day, feast.matched);
  return HINT.test(text) ? byChrono(text.slice(0, CHRONO_LENGTH), today) : null;
}

/** Without one of these chrono finds no day worth having, and it is the dear part. */
const HINT = /\d|mon|tue|wed|thu|fri|sat|sun|day|tomorrow|week|month|morning|noon|evening/i;

function byChrono(text: string, today: Day): FoundDue | null {
  const [year, monthNumber, date] = today.split('-').map(Number);
  // Noon by the local clock, and parts read back by the same clock: no zone can shift the day.
  const reference = new Date(year!, monthNumber! - 1, date!, 12);
  for (const result of chrono.parse(text, reference, { forwardDate: true })) {
    // "A few days" is no promise of three.
    if (/\bfew\b/i.test(result.text)) continue;
    const start = result.start;
    if (!['day', 'weekday', 'month'].some((part) => start.isCertain(part as 'day'))) continue;
    const part = (name: 'year' | 'month' | 'day') =>
      String(start.get(name)).padStart(name === 'year' ? 4 : 2, '0');
    const day = `${part('year')}-${part('month')}-${part('day')}`;
    if (dayNumber(day) >= dayNumber(today)) return onDay(day, result.text);
  }
  return null;
}
