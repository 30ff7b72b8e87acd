import { type Day, daysBetween } from '../calendar/day';
import type { PreparedMessage } from './message';
import { isProactive } from './messages-due';

type Written = Pick<PreparedMessage, 'reason' | 'state' | 'sentAt' | 'filledAt' | 'dueOn'>;

/**
 * The last day on which the shop wrote to somebody unasked, or means to; `null` when never. A message that was
 * let go was not written.
 *
 * @param dayOf The shop's day of an instant.
 *
 * @example lastProactive([{ reason: 'greeting', state: 'prepared', sentAt: null, filledAt: null, dueOn: '2026-11-25' }], (at) => at.slice(0, 10)) // => '2026-11-25'
 */
export function lastProactive(messages: readonly Written[], dayOf: (moment: string) => Day): Day | null {
  const days = messages
    .filter((message) => isProactive(message) && message.state !== 'released')
    .map(({ sentAt, filledAt, dueOn }) => {
      const at = sentAt ?? filledAt;
      return at === null ? dueOn : dayOf(at);
    });
  return days.sort().at(-1) ?? null;
}

/**
 * Whether it is too soon to write first again (J5): less than so many days since, or until, the last time.
 *
 * @example tooSoon('2026-11-18', '2026-11-22', 7) // => true
 * @example tooSoon('2026-11-15', '2026-11-22', 7) // => false
 */
export function tooSoon(last: Day | null, today: Day, quietDays: number): boolean {
  return last !== null && Math.abs(daysBetween(last, today)) < quietDays;
}

/** No buyer lives that long: nobody is written to unasked at all. */
const NEVER = 100_000;

/**
 * Days of quiet between two messages written unasked, for so many a week.
 *
 * @example quietDays(1) // => 7
 * @example quietDays(2) // => 4
 */
export function quietDays(perWeek: number): number {
  return perWeek > 0 ? Math.ceil(7 / perWeek) : NEVER;
}
