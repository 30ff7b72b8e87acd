import type { FigureConfig } from './chart';
import { type PointLabel, pointLabels, type Whisker, whiskers } from './plugins';
import type { Theme } from './theme';

interface WeekPoint {
  readonly label: string;
  /** Null in a week without answers: the line is broken there, a gap is never a zero. */
  readonly mean: number | null;
  /** One answer has no interval: it is drawn small. */
  readonly single: boolean;
  readonly whisker: Whisker | null;
  readonly signal: boolean;
  readonly unfinished: boolean;
}

interface ControlOptions {
  readonly theme: Theme;
  readonly fixed: (value: number) => string;
  readonly overall: number;
  readonly overallLabel: string;
  /** Pixels kept free at the right for the label of the line. */
  readonly labelRoom: number;
  /** The whole scale, drawn uncut; 1 to 5 for scores. */
  readonly scale?: { readonly min: number; readonly max: number; readonly step: number };
}

const SCORES = { min: 1, max: 5, step: 1 } as const;

/**
 * Weekly means with their intervals around the line of the whole time. The scale is drawn whole: a cut
 * axis would make noise look like news. Signals are seal-coloured and square, unfinished weeks hollow.
 */
export function controlChart(weeks: readonly WeekPoint[], options: ControlOptions): FigureConfig {
  const { theme, fixed, overall, overallLabel, labelRoom } = options;
  const scale = options.scale ?? SCORES;
  const last = weeks.length - 1;
  const labels: PointLabel[] = weeks.flatMap((week, index) => {
    if (!week.signal || week.mean === null) return [];
    return [
      { dataset: 0, index, text: `${week.label}  ${fixed(week.mean)}`, place: 'left', color: theme.seal },
    ];
  });
  labels.push({ dataset: 1, index: last, text: overallLabel, place: 'right', color: theme.quiet });
  return {
    type: 'line',
    data: {
      labels: weeks.map((week) => week.label),
      datasets: [
        {
          data: weeks.map((week) => week.mean),
          borderColor: theme.series[2],
          borderWidth: 1.5,
          pointRadius: weeks.map((week) => (week.signal ? 6 : week.single ? 2.5 : 4)),
          // A five stands on the edge of the scale and is drawn whole.
          clip: false,
          pointStyle: weeks.map((week) => (week.signal ? 'rect' : 'circle')),
          pointBackgroundColor: weeks.map((week) =>
            week.unfinished ? theme.paper : week.signal ? theme.seal : theme.series[2],
          ),
          pointBorderColor: weeks.map((week) => (week.signal ? theme.seal : theme.series[2])),
        },
        {
          data: weeks.map(() => overall),
          borderColor: theme.quiet,
          borderDash: [5, 4],
          borderWidth: 1,
          pointRadius: 0,
        },
      ],
    },
    options: {
      layout: { padding: { right: labelRoom, top: 12 } },
      scales: {
        x: {
          offset: true,
          grid: { display: false },
          border: { color: theme.ink },
          ticks: { color: theme.quiet, maxRotation: 0, autoSkipPadding: 12 },
        },
        y: {
          min: scale.min,
          max: scale.max,
          grid: { color: theme.line, drawTicks: false },
          border: { display: false },
          ticks: {
            color: theme.quiet,
            stepSize: scale.step,
            callback: (value) => (scale === SCORES ? value : fixed(Number(value))),
          },
        },
      },
    },
    plugins: [
      whiskers({ dataset: 0, values: weeks.map((week) => week.whisker), color: theme.ink }),
      pointLabels(labels, theme.font),
    ],
  };
}
