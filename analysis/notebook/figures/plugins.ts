import type { BarElement, Chart, Plugin } from 'chart.js';

/** A whisker from `lo` to `hi` on the value axis, at one data point. */
export interface Whisker {
  readonly lo: number;
  readonly hi: number;
}

/** A word or number written beside a data point instead of in a legend. */
export interface PointLabel {
  readonly dataset: number;
  readonly index: number;
  readonly text: string;
  readonly place: 'above' | 'below' | 'right' | 'left' | 'inside';
  readonly color: string;
}

interface WhiskerSpec {
  readonly dataset: number;
  readonly values: readonly (Whisker | null)[];
  readonly color: string;
}

const CAP = 4;

/** Draws intervals over the points of one dataset, along the value axis. */
export function whiskers({ dataset, values, color }: WhiskerSpec): Plugin {
  function draw(chart: Chart): void {
    const { ctx } = chart;
    const lying = chart.options.indexAxis === 'y';
    const scale = chart.scales[lying ? 'x' : 'y'];
    const points = chart.getDatasetMeta(dataset).data;
    if (!scale) return;
    ctx.save();
    ctx.beginPath();
    values.forEach((whisker, index) => {
      const point = points[index];
      if (!whisker || !point) return;
      const [lo, hi] = [scale.getPixelForValue(whisker.lo), scale.getPixelForValue(whisker.hi)];
      // Lying or standing, a whisker is one long stroke and two caps.
      const at = (along: number, across: number): [number, number] =>
        lying ? [along, point.y + across] : [point.x + across, along];
      for (const [from, to] of [
        [at(lo, -CAP), at(lo, CAP)],
        [at(lo, 0), at(hi, 0)],
        [at(hi, -CAP), at(hi, CAP)],
      ] as const) {
        ctx.moveTo(...from);
        ctx.lineTo(...to);
      }
    });
    // A rim of paper first: ink on a dark bar, and in the dark light ink on a light one, would drown.
    ctx.strokeStyle = getComputedStyle(chart.canvas).getPropertyValue('--paper').trim() || 'transparent';
    ctx.lineWidth = 4;
    ctx.stroke();
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.5;
    ctx.stroke();
    ctx.restore();
  }
  return { id: 'whiskers', afterDatasetsDraw: draw };
}

const ALIGN = { above: 'center', below: 'center', right: 'left', left: 'right', inside: 'center' } as const;
const GAP = 8;

/** Writes labels beside or inside the drawn points; a label that does not fit inside is left to the table. */
export function pointLabels(labels: readonly PointLabel[], font: string): Plugin {
  function draw(chart: Chart): void {
    const { ctx } = chart;
    ctx.save();
    ctx.font = `12px ${font}`;
    for (const label of labels) {
      const point = chart.getDatasetMeta(label.dataset).data[label.index];
      if (!point) continue;
      const inside = label.place === 'inside';
      const { x, y } = inside ? (point as BarElement).getCenterPoint(true) : point;
      if (x === null || y === null) continue;
      const { width } = point.getProps(['width'], true) as { readonly width?: number };
      if (inside && (width ?? 0) < ctx.measureText(label.text).width + GAP) continue;
      ctx.fillStyle = label.color;
      ctx.textAlign = ALIGN[label.place];
      ctx.textBaseline = label.place === 'above' ? 'bottom' : label.place === 'below' ? 'top' : 'middle';
      const dx = label.place === 'right' ? GAP : label.place === 'left' ? -GAP : 0;
      const dy = label.place === 'above' ? -GAP : label.place === 'below' ? GAP : 0;
      ctx.fillText(label.text, x + dx, y + dy);
    }
    ctx.restore();
  }
  return { id: 'pointLabels', afterDraw: draw };
}
