import type { FigureConfig } from './chart';
import { pointLabels } from './plugins';
import { hatch, type Theme, withAlpha } from './theme';

interface Part {
  readonly label: string;
  readonly tone: 'good' | 'bad' | 'open';
  readonly values: readonly number[];
}

interface StackedOptions {
  readonly theme: Theme;
  readonly count: (value: number) => string;
}

/** Lying bars made of parts; each part's number stands in it, each part's name over the first bar. */
export function stackedBars(
  rows: readonly string[],
  parts: readonly Part[],
  { theme, count }: StackedOptions,
): FigureConfig {
  const fills = {
    // Pale, solid, hatched: three greys on paper in black and white too.
    good: { backgroundColor: withAlpha(theme.kept, 0.4), edge: theme.kept, text: theme.ink },
    bad: { backgroundColor: theme.seal, edge: theme.seal, text: theme.paper },
    open: { backgroundColor: hatch(theme.line, theme.paper, 4), edge: theme.series[5], text: theme.ink },
  } as const;
  return {
    type: 'bar',
    data: {
      labels: [...rows],
      datasets: parts.map((part) => ({
        label: part.label,
        data: [...part.values],
        backgroundColor: fills[part.tone].backgroundColor,
        borderColor: fills[part.tone].edge,
        borderWidth: 1,
        borderSkipped: false,
        maxBarThickness: 26,
        stack: 'all',
      })),
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { stacked: true, beginAtZero: true, display: false },
        y: {
          stacked: true,
          grid: { display: false },
          border: { color: theme.ink },
          ticks: { color: theme.ink },
        },
      },
    },
    plugins: [
      pointLabels(
        parts.flatMap((part, dataset) =>
          part.values.flatMap((value, index) => {
            if (value === 0) return [];
            const text = index === 0 ? `${part.label} ${count(value)}` : count(value);
            return [{ dataset, index, text, place: 'inside' as const, color: fills[part.tone].text }];
          }),
        ),
        theme.font,
      ),
    ],
  };
}
