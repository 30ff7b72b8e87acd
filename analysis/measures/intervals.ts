import { Z95 } from '../numerics/normal';
import type { Interval, Rate } from '../review';
import { t95 } from './student-t';

/**
 * Wilson score interval of a share, 95 %. Unlike the textbook interval it stays inside 0…1 and is honest for
 * few cases and for shares near 0 or 1.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 *
 * @example wilson(0, 0) // => null
 * @example wilson(5, 10)?.map((bound) => Number(bound.toFixed(4))) // => [0.2366, 0.7634]
 */
export function wilson(successes: number, n: number): Interval | null {
  if (n <= 0) return null;
  const share = successes / n;
  const z2 = Z95 * Z95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)];
}

/**
 * A share with its interval; both `null` when there is nobody to count.
 *
 * @example rateOf(0, 0) // => { rate: null, interval: null }
 */
export function rateOf(successes: number, n: number): Rate {
  return { rate: n > 0 ? successes / n : null, interval: wilson(successes, n) };
}

export interface MeanOf {
  readonly n: number;
  readonly mean: number | null;
  /** Sample standard deviation; `null` below two values. */
  readonly sd: number | null;
  /** Student t interval of the mean, 95 %. */
  readonly interval: Interval | null;
}

/**
 * Mean, spread and t-interval of some numbers. `within` cuts the interval to what the scale allows (a mean of
 * scores 1–5 can't be 5.3).
 *
 * @example meanOf([4, 5, 3]).mean // => 4
 * @example meanOf([5]).interval // => null
 */
export function meanOf(values: readonly number[], within: Interval = [-Infinity, Infinity]): MeanOf {
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null, interval: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { n, mean, sd: null, interval: null };
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const half = (t95(n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, interval: [Math.max(within[0], mean - half), Math.min(within[1], mean + half)] };
}
