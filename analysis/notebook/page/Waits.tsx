import { useCallback } from 'preact/hooks';
import type { WaitsSection } from '../../measures/waits';
import { lyingBars } from '../figures/bars';
import { Figure } from '../figures/Figure';
import type { Theme } from '../figures/theme';
import { Say } from '../text/Say';
import type { Writer } from '../text/writer';
import { Note } from './Note';
import { RowsBehind } from './RowsBehind';
import { rowsNumber } from './RowsNumber';
import { RowsPlace } from './RowsPlace';

interface WaitsProps {
  readonly waits: WaitsSection;
  readonly writer: Writer;
}

/** How long buyers wait in line, by the hour of the day: when a second pair of hands would help. */
export function Waits({ waits, writer }: WaitsProps) {
  const { t, count, fixed, percent, percentRange } = writer;
  const minutes = (value: number | null) =>
    value === null ? '–' : t('weekly.minutes', { n: fixed(value, 1) });
  const hour = (at: number) => t('weekly.waits.hour', { from: at, to: at + 1 });
  const timed = waits.byHour.filter((row) => row.medianMinutes !== null);
  const worst = timed.reduce(
    (most, row) => ((row.medianMinutes ?? 0) > (most?.medianMinutes ?? -1) ? row : most),
    timed[0],
  );
  const draw = useCallback(
    (theme: Theme) =>
      lyingBars(
        timed.map((row) => ({
          label: hour(row.at),
          value: row.medianMinutes ?? 0,
          text: `${fixed(row.medianMinutes ?? 0, 1)} (${count(row.waits)})`,
          style: row === worst ? 'plain' : 'aside',
        })),
        { theme, format: (value) => fixed(value, 0) },
      ),
    [waits, writer],
  );
  const table = {
    head: [
      t('weekly.waits.when'),
      t('weekly.waits.n'),
      t('weekly.waits.median'),
      t('weekly.waits.most'),
      t('weekly.waits.left'),
    ],
    rows: waits.byHour.map((row) => [
      hour(row.at),
      rowsNumber(`waits:${row.at}`, count(row.waits), hour(row.at)),
      minutes(row.medianMinutes),
      minutes(row.mostMinutes),
      rowsNumber(`leftWaiting:${row.at}`, count(row.left), hour(row.at)),
    ]),
  };
  return (
    <section class="section" aria-labelledby="section-waits">
      <h2 id="section-waits">{t('weekly.waits')}</h2>
      <article class="cell">
        <div class="cell-body">
          <RowsPlace writer={writer}>
            <p>
              <Say
                writer={writer}
                k="weekly.waits.sentence"
                params={{
                  waits: count(waits.waits),
                  median: minutes(waits.medianMinutes),
                  most: minutes(waits.mostMinutes),
                }}
                rows={{ waits: 'waits', median: 'waits', most: 'waits' }}
                to="waits-figure"
              />
              {writer.gap}
              {waits.rate !== null && waits.interval !== null && (
                <Say
                  writer={writer}
                  k="weekly.waits.gaveUp"
                  params={{
                    left: count(waits.left),
                    rate: percent(waits.rate),
                    range: percentRange(waits.interval),
                  }}
                  rows={{ left: 'leftWaiting', rate: 'leftWaiting' }}
                  to="waits-figure"
                />
              )}
            </p>
            {worst && timed.length > 1 && (
              <Figure
                writer={writer}
                id="waits-figure"
                title={t('weekly.waits.title', {
                  hour: hour(worst.at),
                  median: minutes(worst.medianMinutes),
                })}
                subtitle={t('weekly.waits.subtitle')}
                size={timed.length > 6 ? 'tall' : 'middle'}
                draw={draw}
                table={table}
              />
            )}
          </RowsPlace>
        </div>
        <aside class="margin">
          <p>{t('weekly.waits.def', { exact: count(waits.exact), answered: count(waits.answered) })}</p>
        </aside>
      </article>
      <RowsBehind section="waits" writer={writer} />
      <Note section="waits" title={t('weekly.waits')} writer={writer} />
    </section>
  );
}
