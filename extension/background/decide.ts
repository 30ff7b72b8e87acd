import type { Day } from '@shared/calendar/day';
import { type Promised, standing } from '@shared/records/promise';
import { isQuiet, type QuietHours } from '@shared/records/quiet-hours';

/** What was said about which promise already, by its id. */
export type Told = Readonly<Record<string, 'due' | 'late'>>;

/** A promise as the desktop may speak of it. */
export interface Reminder {
  readonly promise: Promised;
  readonly standing: 'due' | 'late';
}

export interface Situation {
  readonly promises: readonly Promised[];
  readonly today: Day;
  /** Instant in ms, and the minute of the shop's day. */
  readonly now: number;
  readonly minute: number;
  readonly quiet: QuietHours | null;
  readonly told: Told;
  /** The browser has just started: what it showed before went with it, and nobody has looked yet. */
  readonly starting: boolean;
}

export interface Decision {
  /** Due and late ones together, for the badge. */
  readonly count: number;
  /** What to speak of now, all in one notification. */
  readonly speak: readonly Reminder[];
  /** To be remembered once spoken; promises that came to their end are forgotten. */
  readonly told: Told;
  /** Milliseconds until there may be something new to say. */
  readonly lookAgain: number;
}

/** A promise typed just now needs no reminder; the one who typed it is looking at it. */
const FRESH = 30_000;
const MINUTE = 60_000;
/** Looked at least this often, so that a laptop that slept over midnight catches up. */
const AT_LEAST = 30 * MINUTE;
const DAY_MINUTES = 1440;

/**
 * What to say about the promises there are. Each is spoken of once when it is due and once when it is late, and
 * again at each start of the browser: a notification does not outlive it. Quiet hours hold back what is late,
 * not what is due today (J14).
 */
export function decide(situation: Situation): Decision {
  const { promises, today, now, minute, quiet, told, starting } = situation;
  const reminders = promises.flatMap((promise): readonly Reminder[] => {
    const stands = standing(promise, today);
    return stands === 'due' || stands === 'late' ? [{ promise, standing: stands }] : [];
  });
  const before: Told = starting ? {} : told;
  const isNew = ({ promise, standing: stands }: Reminder) => before[promise.id] !== stands;
  const isFresh = ({ promise }: Reminder) => !starting && now - Date.parse(promise.saidAt) < FRESH;
  const silent = isQuiet(quiet, minute);
  const speak = reminders.filter(
    (reminder) => isNew(reminder) && !isFresh(reminder) && !(silent && reminder.standing === 'late'),
  );
  const spoken = new Set(speak.map(({ promise }) => promise.id));
  const remembered = reminders.flatMap(({ promise, standing: stands }) => {
    const known = spoken.has(promise.id) ? stands : before[promise.id];
    return known ? [[promise.id, known] as const] : [];
  });
  const waits = [
    AT_LEAST,
    minutesUntil(minute, 0) * MINUTE,
    ...(quiet ? [minutesUntil(minute, quiet.to) * MINUTE] : []),
    ...reminders.filter((r) => isNew(r) && isFresh(r)).map(() => FRESH),
  ];
  return {
    count: reminders.length,
    speak,
    told: Object.fromEntries(remembered),
    lookAgain: Math.min(...waits),
  };
}

function minutesUntil(minute: number, target: number): number {
  return (target - minute + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
}
