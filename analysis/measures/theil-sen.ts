import { Z95 } from '../numerics/normal';
import type { Interval } from '../review';
import { mannKendall } from './mann-kendall';
import { median } from './median';

export interface Slope {
  /** Change of y per unit of x; `null` with fewer than two different x. */
  readonly slope: number | null;
  /** 95 % interval by Sen's ranks; `null` below four points. */
  readonly interval: Interval | null;
}

/**
 * Theil–Sen slope: the median of the slopes between all pairs of points, so that one odd week does not turn it.
 *
 * Source: P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968).
 *
 * @example theilSen([0, 1, 2, 4], [1, 3, 5, 9]).slope // => 2
 */
export function theilSen(x: readonly number[], y: readonly number[]): Slope {
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      if (x[j] !== x[i]) slopes.push((y[j]! - y[i]!) / (x[j]! - x[i]!));
    }
  }
  slopes.sort((a, b) => a - b);
  const slope = median(slopes);
  if (x.length < 4) return { slope, interval: null };
  const reach = Z95 * Math.sqrt(mannKendall(y).variance);
  const lower = Math.max(0, Math.floor((slopes.length - reach) / 2));
  const upper = Math.min(slopes.length - 1, Math.ceil((slopes.length + reach) / 2));
  return { slope, interval: [slopes[lower]!, slopes[upper]!] };
}
