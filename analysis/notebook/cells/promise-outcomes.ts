import { difference } from '../../findings/difference';
import type { OutcomeRow, PromiseOutcomes } from '../../measures/promise-outcomes';
import { FEWEST_BUYERS } from '../cell';
import { forestPlot } from '../figures/forest';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

interface Outcomes {
  readonly rows: readonly OutcomeRow[];
  /** Kept less not kept, where both groups are large enough. */
  readonly apart: { readonly value: number; readonly interval: readonly [number, number] } | null;
}

function apartOf(rows: PromiseOutcomes['byOutcome']): Outcomes['apart'] {
  const kept = rows.find((row) => row.outcome === 'kept');
  const not = rows.filter((row) => row.outcome === 'late' || row.outcome === 'broken');
  const sum = (of: (row: OutcomeRow) => number) => not.reduce((all, row) => all + of(row), 0);
  const buyers = sum((row) => row.buyers);
  if (!kept || kept.buyers < FEWEST_BUYERS || buyers < FEWEST_BUYERS) return null;
  return difference(
    { successes: kept.repeatBuyers, n: kept.buyers },
    { successes: sum((row) => row.repeatBuyers), n: buyers },
  );
}

/** Whether buyers whose promises were kept come back more. */
export const promiseOutcomes = toldCell<Outcomes>({
  name: 'promise-outcomes',
  section: 'promises',
  question: 'cells.q.outcomes',
  definition: 'cells.def.outcomes',
  advice: 'notebook.advice.promises',
  needs: ['promises'],
  compute(review) {
    const rows = review.promises?.outcomes?.byOutcome.filter((row) => row.buyers > 0) ?? [];
    return rows.some((row) => row.outcome !== 'none') ? { rows, apart: apartOf(rows) } : null;
  },
  tell({ rows, apart }, { t, count, percent, percentRange, moneyAbout, moneyRange, fixed }) {
    const name = (row: OutcomeRow) => t(`cells.outcome.${row.outcome}`);
    const points = (share: number) =>
      `${share > 0 ? '+' : share < 0 ? '−' : ''}${fixed(Math.abs(share) * 100, 0)}`;
    const clear = apart !== null && apart.interval[0] * apart.interval[1] > 0;
    return {
      sentences: [
        apart === null
          ? { k: 'cells.outcomes.few', params: { n: count(FEWEST_BUYERS) } }
          : {
              k: clear ? 'cells.outcomes.clear' : 'cells.outcomes.unclear',
              params: {
                points: points(apart.value),
                range: t('cells.from.to', { lo: points(apart.interval[0]), hi: points(apart.interval[1]) }),
              },
            },
      ],
      figure: {
        title: t(
          clear && apart
            ? apart.value > 0
              ? 'cells.outcomes.titleMore'
              : 'cells.outcomes.titleLess'
            : 'cells.noDifference',
        ),
        subtitle: t('cells.outcomes.subtitle'),
        size: 'short',
        draw: (theme) =>
          forestPlot(
            rows.map((row) => ({
              label: name(row),
              value: row.rate ?? 0,
              interval: row.interval,
              text: `${percent(row.rate ?? 0)} · ${count(row.buyers)}`,
              style: row.buyers < FEWEST_BUYERS ? ('aside' as const) : ('plain' as const),
            })),
            { theme, format: percent, from: 0, limits: [0, 1] },
          ),
        table: {
          head: [
            t('notebook.promises.byOutcome'),
            t('notebook.buyers'),
            t('notebook.cameBack'),
            t('notebook.rate'),
            t('notebook.interval'),
            t('cells.meanClv'),
            t('cells.range'),
          ],
          rows: rows.map((row) => [
            name(row),
            rowsNumber(`outcomeBuyers:worst/${row.outcome}`, count(row.buyers), name(row)),
            rowsNumber(`outcomeRepeat:worst/${row.outcome}`, count(row.repeatBuyers), name(row)),
            row.rate === null ? '–' : percent(row.rate),
            row.interval === null ? '–' : percentRange(row.interval),
            row.meanClv === null ? '–' : moneyAbout(row.meanClv),
            row.clvInterval === null ? '–' : moneyRange(row.clvInterval),
          ]),
        },
      },
      asides: [t('notebook.noCause')],
    };
  },
});
