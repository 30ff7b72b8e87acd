import type { FigureConfig } from './chart';
import { pointLabels, type Whisker, whiskers } from './plugins';
import { hatch, type Theme } from './theme';

interface Column {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** From the value up to where most others lie. */
  readonly whisker?: Whisker | null;
  /** Not over yet: hatched. */
  readonly unfinished?: boolean;
}

interface ColumnsOptions {
  readonly theme: Theme;
  readonly format: (value: number) => string;
}

/** Standing bars from zero, for what has an order of its own: hours of the day, first, second, third. */
export function standingBars(columns: readonly Column[], { theme, format }: ColumnsOptions): FigureConfig {
  const reach = Math.max(...columns.map(({ value, whisker }) => Math.max(value, whisker?.hi ?? 0)), 0);
  const whiskered = columns.some(({ whisker }) => whisker);
  return {
    type: 'bar',
    data: {
      labels: columns.map(({ label }) => label),
      datasets: [
        {
          data: columns.map(({ value }) => value),
          backgroundColor: columns.map(({ unfinished }) =>
            unfinished ? hatch(theme.series[2], theme.paper) : theme.series[2],
          ),
          maxBarThickness: 34,
        },
        {
          type: 'line',
          data: columns.map(({ value, whisker }) => Math.max(value, whisker?.hi ?? 0)),
          showLine: false,
          pointRadius: 0,
          pointHitRadius: 0,
        },
      ],
    },
    options: {
      layout: { padding: { top: 20 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: theme.ink },
          ticks: { color: theme.ink, maxRotation: 0, autoSkipPadding: 4 },
        },
        y: {
          beginAtZero: true,
          suggestedMax: reach === 0 ? 1 : reach,
          grid: { color: theme.line, drawTicks: false },
          border: { display: false },
          ticks: { color: theme.quiet, maxTicksLimit: 5, callback: (value) => format(Number(value)) },
        },
      },
    },
    plugins: [
      ...(whiskered
        ? [whiskers({ dataset: 0, values: columns.map(({ whisker }) => whisker ?? null), color: theme.ink })]
        : []),
      pointLabels(
        columns.map(({ text }, index) => ({
          dataset: 1,
          index,
          text,
          place: 'above' as const,
          color: theme.ink,
        })),
        theme.font,
      ),
    ],
  };
}
