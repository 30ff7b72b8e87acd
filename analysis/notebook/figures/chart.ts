import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import type { Theme } from './theme';

// Only what the figures use: the letter carries its own drawing code.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

export type FigureConfig = ChartConfiguration<'bar' | 'line'>;

/** How sharp the picture is: two dots per point on a screen, three on paper. */
const SCREEN_DOTS = 2;
const PAPER_DOTS = 3;

function dotsOf(forPaper: boolean | { readonly dots: number }): number {
  if (typeof forPaper === 'object') return forPaper.dots;
  return forPaper ? PAPER_DOTS : Math.max(SCREEN_DOTS, globalThis.devicePixelRatio ?? 1);
}

/** Draws a figure; null where there is no canvas to draw on (the table behind the figure stands for it). */
export function drawChart(
  canvas: HTMLCanvasElement,
  config: FigureConfig,
  theme: Theme,
  forPaper: boolean | { readonly dots: number; readonly fixed: true },
): Chart | null {
  const context = canvas.getContext('2d');
  if (!context) return null;
  Chart.defaults.font.family = theme.font;
  Chart.defaults.font.size = 12;
  return new Chart(canvas, {
    ...config,
    options: {
      ...config.options,
      responsive: typeof forPaper === 'boolean',
      maintainAspectRatio: false,
      animation: false,
      devicePixelRatio: dotsOf(forPaper),
    },
  } as ChartConfiguration);
}
