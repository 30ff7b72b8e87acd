import { wilson } from '../measures/intervals';
import type { Interval } from '../review';

export interface Group {
  readonly successes: number;
  readonly n: number;
}

/**
 * Difference of two shares (first − second) with Newcombe's hybrid-score interval, 95 %; `null` when a group is
 * empty.
 *
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions",
 * Statistics in Medicine 17 (1998), method 10.
 *
 * @example difference({ successes: 56, n: 70 }, { successes: 48, n: 80 })?.interval.map((bound) => Number(bound.toFixed(4))) // => [0.0524, 0.3339]
 */
export function difference(
  first: Group,
  second: Group,
): { readonly value: number; readonly interval: Interval } | null {
  const one = wilson(first.successes, first.n);
  const two = wilson(second.successes, second.n);
  if (!one || !two) return null;
  const p = first.successes / first.n;
  const q = second.successes / second.n;
  const value = p - q;
  return {
    value,
    interval: [value - Math.hypot(p - one[0], two[1] - q), value + Math.hypot(one[1] - p, q - two[0])],
  };
}

/** Buyers per group below which two groups are not compared in words. */
export const MIN_GROUP = 10;
