import type { BarElement, Chart, Plugin } from 'chart.js';
import type { FigureConfig } from './chart';
import { hatch, mixed, type Theme } from './theme';

/** One field of a grid; `share` from 0 to 1 is how dark it is, `null` leaves it white. */
interface GridCell {
  readonly share: number | null;
  readonly text: string;
  /** A short form for narrow screens. */
  readonly brief: string;
  readonly unfinished: boolean;
}

interface GridOptions {
  readonly theme: Theme;
  /** Over the columns. */
  readonly columns: readonly string[];
}

/** As dark as a field gets: ink on it must stay legible. */
const DARKEST = 0.5;
const HEAD_ROOM = 20;
const ROOMY = 34;

/** Fields beside and below each other, darker for more: the retention triangle, and who stands where. */
export function gridChart(
  rows: readonly { readonly label: string; readonly cells: readonly (GridCell | null)[] }[],
  { theme, columns }: GridOptions,
): FigureConfig {
  const fill = (cell: GridCell | null | undefined) => {
    if (!cell) return 'transparent';
    if (cell.unfinished) return hatch(theme.line, theme.paper, 4);
    return mixed(theme.paper, theme.series[2], (cell.share ?? 0) * DARKEST);
  };
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.label),
      datasets: columns.map((_, column) => ({
        data: rows.map((row) => (row.cells[column] ? 1 : 0)),
        backgroundColor: rows.map((row) => fill(row.cells[column])),
        borderColor: theme.paper,
        borderWidth: 1,
        borderSkipped: false,
        barPercentage: 1,
        categoryPercentage: 0.96,
        stack: 'all',
      })),
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { top: HEAD_ROOM } },
      scales: {
        x: { stacked: true, display: false, min: 0, max: columns.length },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { color: theme.ink, autoSkip: false },
        },
      },
    },
    plugins: [fieldTexts(rows, columns, theme)],
  };
}

function fieldTexts(
  rows: readonly { readonly cells: readonly (GridCell | null)[] }[],
  columns: readonly string[],
  theme: Theme,
): Plugin {
  return {
    id: 'fieldTexts',
    afterDatasetsDraw(chart: Chart) {
      const { ctx, chartArea } = chart;
      const width = (chartArea.right - chartArea.left) / columns.length;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.font = `${width < ROOMY ? 10 : 12}px ${theme.font}`;
      columns.forEach((column, index) => {
        ctx.fillStyle = theme.quiet;
        ctx.fillText(column, chartArea.left + (index + 0.5) * width, chartArea.top - HEAD_ROOM / 2);
        ctx.fillStyle = theme.ink;
        rows.forEach((row, at) => {
          const cell = row.cells[index];
          const bar = chart.getDatasetMeta(index).data[at] as BarElement | undefined;
          if (!cell || !bar) return;
          const y = bar.getCenterPoint(true).y ?? 0;
          ctx.fillText(width < ROOMY ? cell.brief : cell.text, chartArea.left + (index + 0.5) * width, y);
        });
      });
      ctx.restore();
    },
  };
}
