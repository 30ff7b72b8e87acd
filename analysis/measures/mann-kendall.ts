import { twoSidedP } from '../numerics/normal';

export interface MannKendall {
  /** Rising pairs minus falling pairs. */
  readonly s: number;
  /** Variance of `s` without a trend, corrected for equal values. */
  readonly variance: number;
  /** Two-sided p-value; `null` below three values. */
  readonly p: number | null;
}

/**
 * Mann–Kendall test: does a series rise or fall, whatever its shape? Exact for up to ten values without ties,
 * else by the normal approximation with continuity and tie correction. Values in time order.
 *
 * Source: H. B. Mann, Econometrica 13 (1945); M. G. Kendall, Rank Correlation Methods (1975).
 *
 * @example mannKendall([1, 2, 3, 4, 5]).s // => 10
 * @example Number(mannKendall([1, 2, 3, 4, 5]).p?.toFixed(5)) // => 0.01667
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const pairs = (k: number) => k * (k - 1) * (2 * k + 5);
  let variance = pairs(n);
  for (const size of ties.values()) variance -= pairs(size);
  variance /= 18;
  if (n < 3) return { s, variance, p: null };
  if (n <= 10 && ties.size === n) return { s, variance, p: exactP(n, s) };
  if (variance <= 0) return { s, variance: 0, p: 1 };
  return { s, variance, p: s === 0 ? 1 : twoSidedP((Math.abs(s) - 1) / Math.sqrt(variance)) };
}

/** Share of all orders of `n` different values that are at least as monotone as `s`. */
function exactP(n: number, s: number): number {
  // counts[k] = permutations with k falling pairs, built up one value at a time.
  let counts = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(counts.length + size - 1).fill(0);
    counts.forEach((count, falls) => {
      for (let more = 0; more < size; more++) next[falls + more]! += count;
    });
    counts = next;
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  const most = (n * (n - 1)) / 2;
  return counts.reduce(
    (sum, count, falls) => sum + (Math.abs(most - 2 * falls) >= Math.abs(s) ? count / all : 0),
    0,
  );
}
