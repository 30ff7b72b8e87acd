import type { FigureConfig } from './chart';
import { pointLabels, type Whisker, whiskers } from './plugins';
import { hatch, type Theme } from './theme';

interface Bar {
  readonly label: string;
  readonly value: number;
  /** Written at the bar's end. */
  readonly text: string;
  readonly whisker?: Whisker | null;
  /** `owed` is the seal's colour, `fact` ink, `aside` hatched grey. */
  readonly style?: 'plain' | 'owed' | 'fact' | 'aside';
}

/** The axis goes beyond the longest bar, so that the number after it has room. */
const LABEL_ROOM = 1.2;
const LABEL_PIXELS = 56;

interface BarOptions {
  readonly theme: Theme;
  readonly format: (value: number) => string;
  /** The most there can be: a share never goes beyond 1, and neither does its axis. */
  readonly limit?: number;
}

function fill(theme: Theme, style: Bar['style']): CanvasPattern | string {
  if (style === 'owed') return theme.seal;
  if (style === 'fact') return theme.series[0];
  return style === 'aside' ? hatch(theme.series[5], theme.paper) : theme.series[2];
}

/** Lying bars from zero with the number at each end and, where known, the interval as a whisker. */
export function lyingBars(bars: readonly Bar[], { theme, format, limit }: BarOptions): FigureConfig {
  const reach = Math.max(...bars.map((bar) => Math.max(bar.value, bar.whisker?.hi ?? 0)), 0);
  const full = limit !== undefined && reach * LABEL_ROOM > limit;
  const hasWhiskers = bars.some((bar) => bar.whisker);
  return {
    type: 'bar',
    data: {
      labels: bars.map((bar) => bar.label),
      datasets: [
        {
          data: bars.map((bar) => bar.value),
          backgroundColor: bars.map((bar) => fill(theme, bar.style)),
          borderColor: theme.series[5],
          borderWidth: bars.map((bar) => (bar.style === 'aside' ? 1 : 0)),
          maxBarThickness: 22,
          minBarLength: 1,
        },
        {
          // The number stands behind the whisker, not on it: an unseen point at the interval's end carries it.
          type: 'line',
          data: bars.map((bar) => Math.max(bar.value, bar.whisker?.hi ?? 0)),
          showLine: false,
          pointRadius: 0,
          pointHitRadius: 0,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: full ? LABEL_PIXELS : 16 } },
      scales: {
        x: {
          beginAtZero: true,
          suggestedMax: reach === 0 ? 1 : reach * LABEL_ROOM,
          ...(full ? { max: limit } : {}),
          grid: { display: hasWhiskers, color: theme.line, drawTicks: false },
          border: { display: false },
          ticks: {
            color: theme.quiet,
            maxTicksLimit: 6,
            callback: (value) => format(Number(value)),
            display: hasWhiskers,
          },
        },
        y: { grid: { display: false }, border: { color: theme.ink }, ticks: { color: theme.ink } },
      },
    },
    plugins: [
      whiskers({ dataset: 0, values: bars.map((bar) => bar.whisker ?? null), color: theme.ink }),
      pointLabels(
        bars.map((bar, index) => ({
          dataset: 1,
          index,
          text: bar.text,
          place: 'right',
          color: theme.ink,
        })),
        theme.font,
      ),
    ],
  };
}
