import { dayFromNumber, dayNumber } from '@shared/calendar/day';

const DAY = 86_400_000;
/** Beijing keeps UTC+8 the whole year. */
const ZONE = 8 * 3_600_000;

/** The shop's wall clock: days since the first day of the period, and seconds of that day. */
export interface Wall {
  readonly day: number;
  readonly second: number;
}

/** The period drawn: `weeks` whole weeks ending with the day `asOf`. */
export interface Period {
  readonly first: number;
  readonly days: number;
  readonly asOf: string;
}

export function periodOf(weeks: number, asOf: string): Period {
  return { first: dayNumber(asOf) - weeks * 7 + 1, days: weeks * 7, asOf };
}

export function dayAt(period: Period, day: number): string {
  return dayFromNumber(period.first + day);
}

/** Milliseconds since the epoch. */
export function instantAt(period: Period, wall: Wall): number {
  return (period.first + wall.day) * DAY + wall.second * 1000 - ZONE;
}

/** The instant as records carry it, in UTC. */
export function momentAt(period: Period, wall: Wall): string {
  return new Date(instantAt(period, wall)).toISOString();
}

/** The wall clock as Chinese exports print it, without a zone. */
export function printed(period: Period, wall: Wall): string {
  const instant = (period.first + wall.day) * DAY + wall.second * 1000;
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** A later wall clock, carried over midnight. */
export function later(wall: Wall, seconds: number): Wall {
  const total = wall.second + Math.round(seconds);
  return { day: wall.day + Math.floor(total / 86_400), second: ((total % 86_400) + 86_400) % 86_400 };
}

/** True when the moment lies within the period: what happens after its last day is not known yet. */
export function happened(period: Period, wall: Wall): boolean {
  return wall.day < period.days;
}
