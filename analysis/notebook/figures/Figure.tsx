import { effect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { DataTable, type TableData } from '../page/DataTable';
import { IdPrefix } from '../text/id-prefix';
import type { Writer } from '../text/writer';
import { drawChart, type FigureConfig } from './chart';
import { figureLook } from './look';
import { rememberDrawing } from './pictures';
import { soon } from './queue';
import { readTheme, type Theme } from './theme';

/** Height of the picture; `long` is for a row per week. */
export type FigureSize = 'short' | 'middle' | 'tall' | 'long';

interface FigureProps {
  readonly writer: Writer;
  readonly id: string;
  /** The finding. */
  readonly title: ComponentChildren;
  /** What is drawn. */
  readonly subtitle: string;
  readonly size: FigureSize;
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
          rememberDrawing(target, draw);
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
  const prefix = useContext(IdPrefix);
  const [pointed, point] = useState<number | null>(null);
  const rows = table.rows.length;
  // The picture read out value by value: what a mouse would hover over, for those who have none.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || rows === 0) return;
    event.preventDefault();
    point((at) => Math.min(rows - 1, Math.max(0, at === null ? 0 : at + step)));
  };
  return (
    <figure class="figure" id={prefix + id}>
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
        <canvas
          ref={canvas}
          role="img"
          aria-label={subtitle}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onBlur={() => point(null)}
        />
      </div>
      <p class="pointed" aria-live="polite">
        {pointed !== null &&
          table.rows[pointed]?.map((cell, at) => (
            <span key={table.head[at]}>
              {at > 0 && `${table.head[at]} `}
              {cell}
            </span>
          ))}
      </p>
      <details class="numbers">
        <summary>{writer.t('notebook.numbersBehind')}</summary>
        <DataTable table={table} caption={subtitle} />
      </details>
    </figure>
  );
}
