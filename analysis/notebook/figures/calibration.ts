import type { FigureConfig } from './chart';
import { pointLabels } from './plugins';
import type { Theme } from './theme';

interface CalibrationSeries {
  readonly label: string;
  readonly values: readonly number[];
  /** What came is drawn as a full line, what was expected as a broken one. */
  readonly style: 'fact' | 'chosen' | 'aside';
}

interface CalibrationOptions {
  readonly theme: Theme;
  readonly format: (value: number) => string;
}

const LABEL_ROOM = 96;
/** Names at the right that would stand on each other are pushed apart by so much. */
const LINE = 15;

/** What came beside what was expected, for buyers with none, one, two … purchases before. */
export function calibrationPlot(
  groups: readonly string[],
  series: readonly CalibrationSeries[],
  { theme, format }: CalibrationOptions,
): FigureConfig {
  const color = { fact: theme.series[0], chosen: theme.series[2], aside: theme.series[5] } as const;
  const last = groups.length - 1;
  const order = [...series.keys()].sort((a, b) => series[b]!.values[last]! - series[a]!.values[last]!);
  const top = Math.max(...series.flatMap(({ values }) => values), 0.001);
  const gap = (place: number, before: number) =>
    ((series[order[before]!]!.values[last]! - series[order[place]!]!.values[last]!) / top) * 200;
  const nudged = order.map((_, place) => (place > 0 && gap(place, place - 1) < LINE ? 'below' : 'level'));
  return {
    type: 'line',
    data: {
      labels: [...groups],
      datasets: series.map(({ values, style }) => ({
        data: [...values],
        borderColor: color[style],
        borderWidth: style === 'fact' ? 2 : 1.5,
        borderDash: style === 'fact' ? [] : style === 'chosen' ? [6, 4] : [2, 3],
        pointRadius: 4,
        pointStyle: style === 'fact' ? 'circle' : style === 'chosen' ? 'rect' : 'triangle',
        pointBackgroundColor: style === 'fact' ? color[style] : theme.paper,
        pointBorderColor: color[style],
        clip: false,
      })),
    },
    options: {
      layout: { padding: { right: LABEL_ROOM, top: 8 } },
      scales: {
        x: {
          offset: true,
          grid: { display: false },
          border: { color: theme.ink },
          ticks: { color: theme.ink },
        },
        y: {
          beginAtZero: true,
          grid: { color: theme.line, drawTicks: false },
          border: { display: false },
          ticks: { color: theme.quiet, maxTicksLimit: 6, callback: (value) => format(Number(value)) },
        },
      },
    },
    plugins: [
      pointLabels(
        order.map((dataset, place) => ({
          dataset,
          index: last,
          text: series[dataset]!.label,
          place: 'right' as const,
          dy: nudged[place] === 'below' ? LINE - Math.max(0, gap(place, place - 1)) : 0,
          color: color[series[dataset]!.style],
        })),
        theme.font,
      ),
    ],
  };
}
