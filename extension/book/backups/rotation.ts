import type { Day } from '@shared/calendar/day';
import { isDay } from '@shared/calendar/day';
import { isoWeek } from '@shared/calendar/week';

/** A backup in the folder, by its name: nothing of it tells of anybody. */
export interface Kept {
  readonly name: string;
  /** Which computer wrote it; each takes away its own only. */
  readonly seat: string;
  /** Counts up with each backup, whatever the clock says. */
  readonly number: number;
  readonly day: Day;
}

/** How many are kept: of the last days, weeks and months in which there were any. */
export const GENERATIONS = { days: 7, weeks: 4, months: 12 } as const;

const NAME = /^zhanggui-([a-z0-9]{1,6})-(\d{6,9})-(\d{4}-\d{2}-\d{2})\.(?:json|zgb)$/;

/**
 * The part of a seat's name that stands in a file's.
 *
 * @example seatTag('seat-0k3f9a2bc77d') // => '2bc77d'
 */
export function seatTag(seat: string): string {
  return (
    seat
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(-6) || 'owner'
  );
}

/**
 * The name of a backup.
 *
 * @example backupName('owner', 12, '2026-11-22') // => 'zhanggui-owner-000012-2026-11-22.json'
 */
export function backupName(tag: string, number: number, day: Day, sealed = false): string {
  return `zhanggui-${tag}-${String(number).padStart(6, '0')}-${day}.${sealed ? 'zgb' : 'json'}`;
}

/**
 * What a file's name says; `null` for a file that is none of ours.
 *
 * @example readBackupName('zhanggui-owner-000012-2026-11-22.json')?.number // => 12
 * @example readBackupName('holiday.json') // => null
 */
export function readBackupName(name: string): Kept | null {
  const [, seat, digits, day] = NAME.exec(name) ?? [];
  if (seat === undefined || digits === undefined || day === undefined || !isDay(day)) return null;
  return { name, seat, number: Number(digits), day };
}

/**
 * Which backups are no longer needed: all but the newest of the last seven days, four weeks and twelve months in
 * which there are any. What is newer is told by the number and never by the clock, so that a clock set wrong takes
 * nothing away that came last.
 *
 * @example superfluous([]) // => []
 */
export function superfluous(kept: readonly Kept[]): readonly Kept[] {
  const newestFirst = kept.toSorted((a, b) => b.number - a.number);
  const needed = new Set<Kept>();
  const keepFirstOfEach = (most: number, period: (day: Day) => string) => {
    const seen = new Set<string>();
    for (const one of newestFirst) {
      if (seen.size >= most) return;
      const key = period(one.day);
      if (!seen.has(key)) needed.add(one);
      seen.add(key);
    }
  };
  keepFirstOfEach(GENERATIONS.days, (day) => day);
  keepFirstOfEach(GENERATIONS.weeks, isoWeek);
  keepFirstOfEach(GENERATIONS.months, (day) => day.slice(0, 7));
  return newestFirst.filter((one) => !needed.has(one));
}
