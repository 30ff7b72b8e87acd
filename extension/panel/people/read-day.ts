import { type Day, isDay } from '@shared/calendar/day';
import { parseDue } from '@shared/calendar/phrases';

/**
 * A day as it is typed: `2026-11-22`, or in words ("today", 下周三); `null` when it is none.
 *
 * @example readDay('2026-11-22', '2026-11-23') // => '2026-11-22'
 */
export function readDay(text: string, today: Day): Day | null {
  const plain = text.trim();
  if (isDay(plain)) return plain;
  const due = parseDue(plain, today)?.due;
  return due?.on === 'day' ? due.day : null;
}
