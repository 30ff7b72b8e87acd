import { useCallback } from 'preact/hooks';
import { holdoutFrom } from '../../findings/rows/marks';
import type { BacktestScore } from '../../review';
import type { Cell, CellViewProps } from '../cell';
import { lyingBars } from '../figures/bars';
import { Figure } from '../figures/Figure';
import type { Theme } from '../figures/theme';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';
import { sayCode, sayText } from '../text/writer';

interface BacktestResult {
  readonly weeks: number;
  readonly actual: number;
  /** The last day before those weeks. */
  readonly cut: string;
  readonly chosen: string | null;
  readonly rows: readonly (BacktestScore & { readonly name: string; readonly error: number | null })[];
  readonly coverage: { readonly nominal: number; readonly observed: number } | null;
  readonly verdict: string;
}

const ACTUAL = 'actual';

function titleOf(error: number) {
  if (Math.abs(error) < 0.005) return 'notebook.backtest.exact';
  return error > 0 ? 'notebook.backtest.over' : 'notebook.backtest.under';
}

function View({ result, writer }: CellViewProps<BacktestResult>) {
  const { t, count, fixed, percent } = writer;
  const name = (row: string) => sayCode(writer, row, 'notebook.model');
  const signed = (share: number) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${percent(Math.abs(share))}`;
  const draw = useCallback(
    (theme: Theme) =>
      lyingBars(
        [
          { label: name(ACTUAL), value: result.actual, text: count(result.actual), style: 'fact' as const },
          ...result.rows.map((row) => ({
            label: name(row.name),
            value: row.predicted,
            text: `${count(row.predicted)}${row.error === null ? '' : ` (${signed(row.error)})`}`,
            style: row.name === result.chosen ? ('plain' as const) : ('aside' as const),
          })),
        ],
        { theme, format: count },
      ),
    [result, writer, count],
  );
  const chosen = result.rows.find((row) => row.name === result.chosen) ?? result.rows[0];
  return (
    <>
      <p>
        {chosen && (
          <Say
            writer={writer}
            k="notebook.backtest.sentence"
            params={{
              weeks: count(result.weeks),
              model: name(chosen.name),
              predicted: count(chosen.predicted),
              actual: count(result.actual),
            }}
            rows={{ actual: `purchaseDays:after/${result.cut}` }}
            to="backtest-figure"
          />
        )}
        {writer.gap}
        {sayText(writer, result.verdict)}
        {writer.gap}
        {result.coverage !== null && (
          <Say
            writer={writer}
            k="notebook.backtest.coverage"
            params={{
              nominal: percent(result.coverage.nominal),
              observed: percent(result.coverage.observed),
            }}
          />
        )}
      </p>
      <Figure
        writer={writer}
        id="backtest-figure"
        title={
          chosen === undefined || chosen.error === null
            ? t('notebook.backtest.subtitle')
            : t(titleOf(chosen.error), { error: percent(Math.abs(chosen.error)) })
        }
        subtitle={t('notebook.backtest.subtitle')}
        size="middle"
        draw={draw}
        table={{
          head: [t('notebook.model'), t('notebook.predicted')],
          rows: [
            [name(ACTUAL), rowsNumber(`purchaseDays:after/${result.cut}`, count(result.actual))],
            ...result.rows.map((row) => [name(row.name), count(row.predicted)]),
          ],
        }}
      />
      <details class="numbers closer">
        <summary>{t('notebook.lookCloser')}</summary>
        <DataTable
          id="backtest-table"
          caption={t('notebook.backtest.table')}
          table={{
            head: [t('notebook.model'), t('notebook.predicted'), t('notebook.error'), 'MAE', 'RMSE'],
            rows: result.rows.map((row) => [
              name(row.name),
              count(row.predicted),
              row.error === null ? '–' : signed(row.error),
              fixed(row.mae, 3),
              fixed(row.rmse, 3),
            ]),
          }}
        />
      </details>
    </>
  );
}

export const backtest: Cell<BacktestResult> = {
  name: 'backtest',
  section: 'value',
  question: 'notebook.q.backtest',
  definition: 'notebook.def.backtest',
  advice: null,
  needs: ['clv'],
  compute(review) {
    const own = review.clv?.backtest;
    if (review.clv === null || !own) return null;
    return {
      weeks: own.weeks,
      actual: own.actual,
      cut: holdoutFrom(review.asOf, own.weeks),
      chosen: review.clv.chosen,
      rows: Object.entries(own.models).map(([name, score]) => ({
        name,
        ...score,
        error: own.actual === 0 ? null : score.predicted / own.actual - 1,
      })),
      coverage: own.coverage,
      verdict: own.verdict,
    };
  },
  View,
};
