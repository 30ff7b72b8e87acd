import { wilson } from '../measures/intervals';
import { twoSidedP, Z95 } from '../numerics/normal';
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

/**
 * How likely chance alone makes two shares differ at least as much: z test with the common share; 1 when both are 0
 * or both are 1.
 *
 * @example Number(chanceOf({ successes: 56, n: 70 }, { successes: 48, n: 80 }).toFixed(3)) // => 0.008
 */
export function chanceOf(first: Group, second: Group): number {
  const common = (first.successes + second.successes) / (first.n + second.n);
  const error = Math.sqrt(common * (1 - common) * (1 / first.n + 1 / second.n));
  return error === 0
    ? 1
    : twoSidedP(Math.abs(first.successes / first.n - second.successes / second.n) / error);
}

/**
 * Buyers needed in each group to notice, four times in five, a difference of ten points between two such shares.
 *
 * @example needToSee({ successes: 15, n: 30 }, { successes: 15, n: 30 }) // => 393
 */
export function needToSee(first: Group, second: Group): number {
  const common = (first.successes + second.successes) / (first.n + second.n);
  // Both are 0 or 1: a share of one in twenty is the least that could be told from it.
  const share = Math.min(0.95, Math.max(0.05, common));
  return Math.ceil((2 * (Z95 + 0.841621) ** 2 * share * (1 - share)) / 0.1 ** 2);
}

/** Two groups beside each other. */
export interface Compared {
  readonly evidence: { readonly difference: number; readonly interval: Interval; readonly n: number };
  /** Whether they differ by more than chance alone would make them. */
  readonly clear: boolean;
  readonly need: number;
}

/**
 * Compares two groups; null where there are none to compare.
 *
 * @param level how unlikely by chance a difference must be to be called one
 * @example compared([{ successes: 56, n: 70 }, { successes: 48, n: 80 }], 0.05)?.clear // => true
 */
export function compared(groups: readonly [Group, Group] | null, level: number): Compared | null {
  const gap = groups && difference(...groups);
  if (!gap) return null;
  const [first, second] = groups;
  return {
    evidence: { difference: gap.value, interval: gap.interval, n: first.n + second.n },
    clear: gap.interval[0] * gap.interval[1] > 0 && chanceOf(...groups) < level,
    need: needToSee(...groups),
  };
}

/** Buyers per group below which two groups are not compared in words. */
export const MIN_GROUP = 10;
