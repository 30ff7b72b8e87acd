import { MS_PER_DAY } from './wall-clock';

/** Days within which a buyer must order again to count as returned. */
export const RETURN_DAYS = 60;

/**
 * Whether an order fell into the days from `start` (wall clock) on; `null` while these days are not over at
 * `end`: too early to tell is neither yes nor no.
 *
 * @example returnedAfter([5 * 86_400_000], 0, 100 * 86_400_000) // => true
 * @example returnedAfter([], 0, 59 * 86_400_000) // => null
 */
export function returnedAfter(
  times: readonly number[],
  start: number,
  end: number,
  days = RETURN_DAYS,
): boolean | null {
  const limit = start + days * MS_PER_DAY;
  if (limit > end) return null;
  return times.some((time) => time >= start && time < limit);
}
