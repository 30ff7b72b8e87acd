import type { Plugin } from 'chart.js';
import type { FigureConfig } from './chart';
import { pointLabels, whiskers } from './plugins';
import type { Theme } from './theme';

/** One line of a forest plot: an estimate with its interval. */
interface ForestRow {
  readonly label: string;
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  /** Written behind the interval. */
  readonly text: string;
  /** `fact` is full and ink; `aside` is hollow: too few to go by. */
  readonly style?: 'plain' | 'fact' | 'aside';
}

interface ForestOptions {
  readonly theme: Theme;
  readonly format: (value: number) => string;
  /** Where the axis begins and ends at the least; it always holds every interval. */
  readonly from: number;
  readonly to?: number;
  /** What there can't be more or less of. */
  readonly limits?: readonly [number, number];
  /** What the rows are compared with, as a dashed line with its words. */
  readonly reference?: { readonly value: number; readonly label: string } | null;
}

/** Room at the right for the words behind the longest interval, in pixels. */
const TEXT_ROOM = 72;
const REACH = 1.08;

/** A dashed line across the rows; its words stand over it, inside the picture. */
function referenceLine(value: number, label: string, theme: Theme): Plugin {
  return {
    id: 'referenceLine',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const x = scales.x?.getPixelForValue(value) ?? chartArea.left;
      ctx.save();
      ctx.strokeStyle = theme.quiet;
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
      ctx.fillStyle = theme.quiet;
      ctx.font = `12px ${theme.font}`;
      ctx.textBaseline = 'bottom';
      const half = ctx.measureText(label).width / 2;
      ctx.textAlign = 'center';
      const inside = Math.min(Math.max(x, chartArea.left + half), chartArea.right + TEXT_ROOM - half);
      ctx.fillText(label, inside, chartArea.top - 4);
      ctx.restore();
    },
  };
}

/** Estimates below each other with their intervals: what overlaps is seen to overlap. */
export function forestPlot(rows: readonly ForestRow[], options: ForestOptions): FigureConfig {
  const { theme, format, from, to, limits, reference } = options;
  const ends = rows.flatMap((row) => [row.value, ...(row.interval ?? [])]);
  const all = [from, ...(to === undefined ? [] : [to]), ...ends, ...(reference ? [reference.value] : [])];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const margin = (high - low) * (REACH - 1);
  const last = (row: ForestRow) => Math.max(row.value, row.interval?.[1] ?? row.value);
  return {
    type: 'line',
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        {
          data: rows.map((row) => row.value),
          showLine: false,
          clip: false,
          pointRadius: 5,
          pointStyle: rows.map((row) => (row.style === 'fact' ? 'rect' : 'circle')),
          pointBackgroundColor: rows.map((row) =>
            row.style === 'aside' ? theme.paper : row.style === 'fact' ? theme.series[0] : theme.series[2],
          ),
          pointBorderColor: rows.map((row) => (row.style === 'fact' ? theme.series[0] : theme.series[2])),
          pointBorderWidth: 1.5,
        },
        // An unseen point at the interval's end carries the words, so that they stand behind it, not on it.
        { data: rows.map(last), showLine: false, pointRadius: 0, pointHitRadius: 0 },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: TEXT_ROOM, top: reference ? 20 : 4 } },
      scales: {
        x: {
          type: 'linear',
          min: limits
            ? Math.max(limits[0], low < from ? low - margin : low)
            : low < from
              ? low - margin
              : low,
          max: limits ? Math.min(limits[1], high + margin) : high + margin,
          grid: { color: theme.line, drawTicks: false },
          border: { display: false },
          ticks: {
            color: theme.quiet,
            maxTicksLimit: 6,
            includeBounds: false,
            callback: (value) => format(Number(value)),
          },
        },
        y: {
          type: 'category',
          offset: true,
          grid: { display: false },
          border: { color: theme.ink },
          ticks: { color: theme.ink, autoSkip: false },
        },
      },
    },
    plugins: [
      whiskers({
        dataset: 0,
        values: rows.map((row) => (row.interval ? { lo: row.interval[0], hi: row.interval[1] } : null)),
        color: theme.ink,
      }),
      pointLabels(
        rows.map((row, index) => ({
          dataset: 1,
          index,
          text: row.text,
          place: 'right' as const,
          color: theme.ink,
        })),
        theme.font,
      ),
      ...(reference ? [referenceLine(reference.value, reference.label, theme)] : []),
    ],
  };
}
