import type { Chart, Plugin } from 'chart.js';
import type { FigureConfig } from './chart';
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

/** The name of each series behind its last point, none on another. */
function endNames(
  series: readonly CalibrationSeries[],
  color: (one: CalibrationSeries) => string,
  font: string,
): Plugin {
  return {
    id: 'endNames',
    afterDraw(chart: Chart) {
      const { ctx, chartArea } = chart;
      const ends = series
        .map((one, index) => ({ one, point: chart.getDatasetMeta(index).data.at(-1) }))
        .flatMap(({ one, point }) => (point ? [{ one, x: point.x, y: point.y }] : []))
        .sort((a, b) => a.y - b.y);
      ctx.save();
      ctx.font = `12px ${font}`;
      ctx.textBaseline = 'middle';
      // From below upwards: the foot of the picture is the one place nothing can be pushed beyond.
      let free = chartArea.bottom + LINE;
      const places = ends.toReversed().map((end) => {
        free = Math.min(end.y, free - LINE);
        return { ...end, at: free };
      });
      for (const { one, x, at } of places) {
        ctx.fillStyle = color(one);
        ctx.fillText(one.label, x + 10, at);
      }
      ctx.restore();
    },
  };
}

/** What came beside what was expected, for buyers with none, one, two … purchases before. */
export function calibrationPlot(
  groups: readonly string[],
  series: readonly CalibrationSeries[],
  { theme, format }: CalibrationOptions,
): FigureConfig {
  const color = { fact: theme.series[0], chosen: theme.series[2], aside: theme.series[5] } as const;
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
    plugins: [endNames(series, ({ style }) => color[style], theme.font)],
  };
}
