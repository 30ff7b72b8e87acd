import type { SurvivalPoint } from '../../review';
import type { FigureConfig } from './chart';
import { type PointLabel, pointLabels } from './plugins';
import { type Theme, withAlpha } from './theme';

interface CurveOptions {
  readonly theme: Theme;
  readonly percent: (share: number) => string;
  readonly day: (day: number) => string;
  /** Day at which half have returned, drawn as a dropped line; null where not reached. */
  readonly median: number | null;
}

/** A rising step curve with its band; the last point says where it stands. */
export function survivalCurve(
  curve: readonly SurvivalPoint[],
  { theme, percent, day, median }: CurveOptions,
): FigureConfig {
  const last = curve.at(-1);
  const points = (pick: (point: SurvivalPoint) => number) =>
    curve.map((point) => ({ x: point.day, y: pick(point) }));
  const edge = { borderWidth: 0, pointRadius: 0, stepped: 'before' as const };
  const labels: PointLabel[] = [];
  if (last) {
    labels.push({
      dataset: 2,
      index: curve.length - 1,
      text: percent(last.share),
      place: 'right',
      color: theme.ink,
    });
  }
  if (median !== null) {
    labels.push({ dataset: 3, index: 1, text: day(median), place: 'right', color: theme.ink });
  }
  return {
    type: 'line',
    data: {
      datasets: [
        {
          ...edge,
          data: points((point) => point.hi),
          fill: 1,
          backgroundColor: withAlpha(theme.series[2], 0.2),
        },
        { ...edge, data: points((point) => point.lo) },
        {
          data: points((point) => point.share),
          borderColor: theme.series[2],
          borderWidth: 2,
          pointRadius: 0,
          stepped: 'before',
        },
        {
          data:
            median === null
              ? []
              : [
                  { x: median, y: 0.5 },
                  { x: median, y: 0.25 },
                  { x: median, y: 0 },
                ],
          borderColor: theme.ink,
          borderDash: [4, 3],
          borderWidth: 1,
          pointRadius: 0,
        },
      ],
    },
    options: {
      layout: { padding: { right: 52, top: 8 } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          ...(last ? { max: last.day } : {}),
          grid: { display: false },
          border: { color: theme.ink },
          ticks: {
            color: theme.quiet,
            maxTicksLimit: 7,
            includeBounds: false,
            callback: (value) => day(Number(value)),
          },
        },
        y: {
          min: 0,
          grid: { color: theme.line, drawTicks: false },
          border: { display: false },
          ticks: { color: theme.quiet, maxTicksLimit: 6, callback: (value) => percent(Number(value)) },
        },
      },
    },
    plugins: [pointLabels(labels, theme.font)],
  };
}
