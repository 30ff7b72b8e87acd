import * as chrono from 'chrono-node/en';
import { addDays, addMonths, type Day, dayNumber, lastDayOfMonth, weekday } from '../day';
import { type FoundDue, onDay } from './found';

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray, today: Day) => Day | null];

/** What chrono does not read, or reads as a clock time: shop talk about whole days. */
const RULES: readonly Rule[] = [
  [/\b(?:the )?end of (?:the|this) month\b/i, (_, today) => lastDayOfMonth(today)],
  [/\b(?:the )?end of next month\b/i, (_, today) => lastDayOfMonth(addMonths(`${today.slice(0, 8)}01`, 1))],
  [
    /\b(?:the )?end of (?:the|this) week\b|\bthis weekend\b/i,
    (_, today) => addDays(today, 7 - weekday(today)),
  ],
  [
    /\b(?:on |by |before )?the (\d{1,2})(?:st|nd|rd|th)\b(?! of)/i,
    ([, d], today) => {
      for (let months = 0; months <= 2; months++) {
        const first = addMonths(`${today.slice(0, 8)}01`, months);
        const date = `${first.slice(0, 8)}${d!.padStart(2, '0')}`;
        if (date <= lastDayOfMonth(first) && date >= today) return date;
      }
      return null;
    },
  ],
  [/\bwithin (?:a|one) week\b/i, (_, today) => addDays(today, 7)],
  [/\btonight\b/i, (_, today) => today],
];

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
    if (match && day) return onDay(day, match[0]);
  }
  const [year, month, date] = today.split('-').map(Number);
  // Noon by the local clock, and parts read back by the same clock: no zone can shift the day.
  const reference = new Date(year!, month! - 1, date!, 12);
  for (const result of chrono.parse(text, reference, { forwardDate: true })) {
    const start = result.start;
    if (!['day', 'weekday', 'month'].some((part) => start.isCertain(part as 'day'))) continue;
    const part = (name: 'year' | 'month' | 'day') =>
      String(start.get(name)).padStart(name === 'year' ? 4 : 2, '0');
    const day = `${part('year')}-${part('month')}-${part('day')}`;
    if (dayNumber(day) >= dayNumber(today)) return onDay(day, result.text);
  }
  return null;
}
