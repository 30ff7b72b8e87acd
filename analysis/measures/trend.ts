import type { Interval } from '../review';
import { mannKendall } from './mann-kendall';
import { theilSen } from './theil-sen';

/** Points below which no trend is computed. */
export const MIN_TREND_POINTS = 5;

/** A series as a line: where it goes, and whether the data support saying so. */
export interface Trend {
  /** Change per unit of time (Theil–Sen); `null` below five points. */
  readonly slope: number | null;
  readonly interval: Interval | null;
  /** Mann–Kendall, two-sided. */
  readonly p: number | null;
  /** Named only when the test is below 5 % and the slope's interval leaves 0 out. */
  readonly direction: 'up' | 'down' | null;
}

/**
 * Trend of any series: Mann–Kendall test with tie correction and Theil–Sen slope. A direction is named only when
 * both agree on one; everything else is "no clear change", however the line may look.
 *
 * @param times when each value was, rising, in the unit the slope is wanted in
 * @example trendOfSeries([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]).direction // => 'up'
 * @example trendOfSeries([1, 2, 3, 4, 5], [2, 1, 3, 1, 2]).direction // => null
 */
export function trendOfSeries(times: readonly number[], values: readonly number[]): Trend {
  if (values.length < MIN_TREND_POINTS) return { slope: null, interval: null, p: null, direction: null };
  const { slope, interval } = theilSen(times, values);
  const { p } = mannKendall(values);
  const sure = p !== null && p < 0.05 && interval !== null && interval[0] * interval[1] > 0;
  return { slope, interval, p, direction: sure && slope !== null ? (slope > 0 ? 'up' : 'down') : null };
}
