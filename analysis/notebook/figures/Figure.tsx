import { effect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { DataTable, type TableData } from '../page/DataTable';
import type { Writer } from '../text/writer';
import { drawChart, type FigureConfig } from './chart';
import { figureLook } from './look';
import { soon } from './queue';
import { readTheme, type Theme } from './theme';

interface FigureProps {
  readonly writer: Writer;
  readonly id: string;
  /** The finding. */
  readonly title: ComponentChildren;
  /** What is drawn. */
  readonly subtitle: string;
  readonly size: 'short' | 'middle' | 'tall';
  /** Tones and their names, shown where the names do not fit into the picture. */
  readonly keys?: readonly { readonly tone: 'good' | 'bad' | 'open'; readonly label: string }[];
  /** Builds the chart from plain data; called again for print and for light and dark. */
  readonly draw: (theme: Theme) => FigureConfig;
  /** The same numbers for readers who do not see the picture. */
  readonly table: TableData;
}

/** A figure: the finding as its title, the picture, and the numbers behind it. */
export function Figure({ writer, id, title, subtitle, size, keys, draw, table }: FigureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(
    () =>
      effect(() => {
        const { paper } = figureLook.value;
        let chart: ReturnType<typeof drawChart> = null;
        const paint = () => {
          const target = canvas.current;
          if (!target) return;
          const theme = readTheme();
          chart = drawChart(target, draw(theme), theme, paper);
        };
        // A printer does not wait; a reader is better served by a page that answers between two figures.
        if (paper) paint();
        const forget = paper ? () => undefined : soon(paint);
        return () => {
          forget();
          chart?.destroy();
        };
      }),
    [draw],
  );
  return (
    <figure class="figure" id={id}>
      <figcaption>
        <strong class="figure-title">{title}</strong>
        <span class="figure-subtitle">{subtitle}</span>
        {keys && (
          <ul class="keys">
            {keys.map((key) => (
              <li class={key.tone} key={key.tone}>
                {key.label}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <div class={`plot plot-${size}`}>
        <canvas ref={canvas} role="img" aria-label={subtitle} />
      </div>
      <details class="numbers">
        <summary>{writer.t('notebook.numbersBehind')}</summary>
        <DataTable table={table} caption={subtitle} />
      </details>
    </figure>
  );
}
