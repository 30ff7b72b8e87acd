import { cutOf } from '../../findings/rows/marks';
import { LAST_BIN } from '../../models/bins';
import type { CalibrationRow } from '../../review';
import { calibrationPlot } from '../figures/calibration';
import { rowsNumber } from '../page/RowsNumber';
import { sayCode } from '../text/writer';
import { toldCell } from './told';

interface Calibration {
  readonly rows: readonly CalibrationRow[];
  readonly weeks: number;
  /** The last day before those weeks. */
  readonly cut: string;
  readonly chosen: string | null;
  readonly models: readonly string[];
  /** The group the chosen model was furthest off on, in orders a buyer. */
  readonly worst: { readonly x: number; readonly gap: number } | null;
}

/** Whether the estimates fit buyers of every kind, not only all together. */
export const calibration = toldCell<Calibration>({
  name: 'calibration',
  section: 'value',
  question: 'cells.q.calibration',
  definition: 'cells.def.calibration',
  advice: 'notebook.advice.clv',
  needs: ['clv'],
  compute(review) {
    const test = review.clv?.backtest;
    const rows = test?.calibration?.filter((row) => row.buyers > 0) ?? [];
    if (!test || !review.clv || rows.length < 2) return null;
    const { chosen } = review.clv;
    const off = rows.map((row) => ({
      x: row.x,
      gap: (chosen ? (row.predicted[chosen] ?? 0) : 0) - row.actual,
    }));
    const [worst] = off.sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
    const models = Object.keys(rows[0]!.predicted).filter((name) => name !== 'nothing');
    const cut = cutOf(test, review.asOf);
    return { rows, weeks: test.weeks, cut, chosen, models, worst: chosen === null ? null : (worst ?? null) };
  },
  tell({ rows, weeks, cut, chosen, models, worst }, writer) {
    const { t, count, fixed } = writer;
    const group = (x: number) => (x >= LAST_BIN ? `${x}+` : String(x));
    const name = (model: string) => sayCode(writer, model, 'notebook.model');
    return {
      sentences: [
        worst === null || chosen === null
          ? { k: 'cells.calibration.plain', params: { weeks: count(weeks) } }
          : {
              k: worst.gap < 0 ? 'cells.calibration.under' : 'cells.calibration.over',
              params: {
                weeks: count(weeks),
                model: name(chosen),
                x: group(worst.x),
                gap: fixed(Math.abs(worst.gap), 2),
              },
            },
      ],
      figure: {
        title: t('cells.calibration.title'),
        subtitle: t('cells.calibration.subtitle', { weeks }),
        size: 'tall',
        draw: (theme) =>
          calibrationPlot(
            rows.map(({ x }) => group(x)),
            [
              { label: name('actual'), values: rows.map((row) => row.actual), style: 'fact' as const },
              ...models.map((model) => ({
                label: name(model),
                values: rows.map((row) => row.predicted[model] ?? 0),
                style: model === chosen ? ('chosen' as const) : ('aside' as const),
              })),
            ],
            { theme, format: (value) => fixed(value, 1) },
          ),
        table: {
          head: [t('cells.calibration.head'), t('notebook.buyers'), name('actual'), ...models.map(name)],
          rows: rows.map((row) => [
            group(row.x),
            rowsNumber(`valued:${cut}/${row.x}`, count(row.buyers), group(row.x)),
            fixed(row.actual, 2),
            ...models.map((model) => fixed(row.predicted[model] ?? 0, 2)),
          ]),
        },
      },
    };
  },
});
