import { drawChart, type FigureConfig } from './chart';
import type { Theme } from './theme';

/** How each drawn figure is drawn: a picture of it is made anew, at its own size and on paper. */
const DRAWN = new WeakMap<HTMLCanvasElement, (theme: Theme) => FigureConfig>();

/** Remembers how a canvas was drawn. */
export function rememberDrawing(canvas: HTMLCanvasElement, draw: (theme: Theme) => FigureConfig): void {
  DRAWN.set(canvas, draw);
}

/** The figure of a canvas as a picture of its own, `width` points wide; null for a canvas nobody drew on. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  theme: Theme,
  width: number,
  dots: number,
): HTMLCanvasElement | null {
  const draw = DRAWN.get(canvas);
  if (!draw) return null;
  const height = canvas.clientHeight || width / 3;
  const picture = canvas.ownerDocument.createElement('canvas');
  picture.width = width;
  picture.height = height;
  const chart = drawChart(picture, draw(theme), theme, { dots, fixed: true });
  if (!chart) return null;
  // The chart goes with its canvas; what it drew is copied before.
  const copy = canvas.ownerDocument.createElement('canvas');
  copy.width = picture.width;
  copy.height = picture.height;
  copy.getContext('2d')?.drawImage(picture, 0, 0);
  chart.destroy();
  return copy;
}
