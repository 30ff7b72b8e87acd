import type { Cohort } from '../../review';
import { FEWEST_BUYERS } from '../cell';
import { lyingBars } from '../figures/bars';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

interface Spent {
  readonly rows: readonly {
    readonly cohort: string;
    readonly size: number;
    readonly first: number;
    readonly whole: number;
    readonly months: number;
  }[];
}

const MOST_ROWS = 12;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

const real = (row: Cohort, at: number) => !(row.oldest ?? at === 0) && row.size >= FEWEST_BUYERS;

/** What a newcomer of each month has spent since, on average. */
export const cohortRevenue = toldCell<Spent>({
  name: 'cohort-revenue',
  section: 'value',
  question: 'cells.q.cohortRevenue',
  definition: 'cells.def.cohortRevenue',
  advice: null,
  needs: ['cohorts'],
  compute(review) {
    const rows = (review.cohorts ?? []).flatMap((row, at) => {
      if (!real(row, at) || !row.revenue || row.revenue.length === 0) return [];
      const { cohort, size, revenue } = row;
      return [
        { cohort, size, first: revenue[0]! / size, whole: sum(revenue) / size, months: revenue.length - 1 },
      ];
    });
    return rows.length < 2 ? null : { rows: rows.slice(-MOST_ROWS) };
  },
  tell({ rows }, { t, count, money, month }) {
    const first = rows[0]!;
    return {
      sentences: [
        {
          k: 'cells.cohortRevenue.sentence',
          params: {
            month: month(first.cohort),
            size: count(first.size),
            whole: money(Math.round(first.whole)),
            first: money(Math.round(first.first)),
            months: count(first.months),
          },
          rows: {
            size: `cohort:${first.cohort}`,
            whole: `cohort:${first.cohort}`,
            first: `cohort:${first.cohort}`,
          },
        },
      ],
      figure: {
        title: t('cells.cohortRevenue.title', {
          whole: money(Math.round(first.whole)),
          month: month(first.cohort),
        }),
        subtitle: t('cells.cohortRevenue.subtitle'),
        size: rows.length > 6 ? 'tall' : 'middle',
        draw: (theme) =>
          lyingBars(
            rows.map((row) => ({
              label: month(row.cohort),
              value: Math.max(0, row.whole),
              text: money(Math.round(row.whole)),
            })),
            { theme, format: money },
          ),
        table: {
          head: [
            t('notebook.cohort'),
            t('notebook.buyers'),
            t('cells.cohortRevenue.first'),
            t('cells.cohortRevenue.whole'),
            t('notebook.monthsLater'),
          ],
          rows: rows.map((row) => [
            month(row.cohort),
            rowsNumber(`cohort:${row.cohort}`, count(row.size), month(row.cohort)),
            money(row.first),
            money(row.whole),
            count(row.months),
          ]),
        },
      },
      asides: [t('cells.cohortRevenue.age')],
    };
  },
});
