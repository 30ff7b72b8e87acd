import { median } from './median';

/** A point of a weekly series: its name, its value and how many answers stand behind it. */
export interface WeekPoint {
  readonly week: string;
  readonly n: number;
  readonly value: number;
}

export type SignalKind = 'above' | 'below' | 'run-above' | 'run-below' | 'share-above' | 'share-below';
export interface Signal extends WeekPoint {
  readonly kind: SignalKind;
  readonly centre: number;
  /** The limit that was crossed; the median for a run. */
  readonly limit: number;
}

/** Weeks below which limits would be drawn from next to nothing. */
export const MIN_CHART_WEEKS = 8;
/** Points in a row on one side of the centre that are no accident (1 in 128). */
export const RUN_LENGTH = 8;

/**
 * XmR chart: individual weekly values against mean ± 2.66 × mean moving range, and runs of eight on one side of
 * the median (one extreme week would drag the mean away and make runs of ordinary ones). Marks what ordinary
 * week-to-week variation does not explain.
 *
 * Source: W. A. Shewhart (1931); D. J. Wheeler, Understanding Variation (1993).
 */
export function xmrSignals(points: readonly WeekPoint[]): readonly Signal[] {
  if (points.length < MIN_CHART_WEEKS) return [];
  const centre = points.reduce((sum, point) => sum + point.value, 0) / points.length;
  let moving = 0;
  for (let i = 1; i < points.length; i++) moving += Math.abs(points[i]!.value - points[i - 1]!.value);
  const reach = (2.66 * moving) / (points.length - 1);
  const middle = median(points.map((point) => point.value))!;
  const signals: Signal[] = [];
  let run = 0;
  for (const point of points) {
    const side = Math.sign(point.value - middle);
    run = side === 0 ? 0 : Math.sign(run) === side ? run + side : side;
    if (point.value > centre + reach)
      signals.push({ ...point, kind: 'above', centre, limit: centre + reach });
    else if (point.value < centre - reach) {
      signals.push({ ...point, kind: 'below', centre, limit: centre - reach });
    } else if (Math.abs(run) === RUN_LENGTH) {
      signals.push({ ...point, kind: run > 0 ? 'run-above' : 'run-below', centre: middle, limit: middle });
    }
  }
  return signals;
}

/**
 * p-chart: weekly shares (`value`) against the pooled share ± 3 standard errors of that week's own `n`. Weeks
 * with fewer than five expected cases on either side are not judged: the limits would not hold for them.
 *
 * Source: W. A. Shewhart (1931).
 */
export function pChartSignals(points: readonly WeekPoint[]): readonly Signal[] {
  if (points.length < MIN_CHART_WEEKS) return [];
  const all = points.reduce((sum, point) => sum + point.n, 0);
  const centre = points.reduce((sum, point) => sum + point.value * point.n, 0) / all;
  return points.flatMap((point): Signal[] => {
    if (point.n * Math.min(centre, 1 - centre) < 5) return [];
    const reach = 3 * Math.sqrt((centre * (1 - centre)) / point.n);
    if (point.value > centre + reach)
      return [{ ...point, kind: 'share-above', centre, limit: centre + reach }];
    if (point.value < centre - reach)
      return [{ ...point, kind: 'share-below', centre, limit: centre - reach }];
    return [];
  });
}
