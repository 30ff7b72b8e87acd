import type { BookCount } from '../../measures/book-counts';
import { lyingBars } from '../figures/bars';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

interface Records {
  readonly rows: readonly BookCount[];
  readonly all: number;
}

const DRAWN = 12;

/** Whatever was written down, counted: nothing recorded is out of sight. */
export const records = toldCell<Records>({
  name: 'records',
  section: 'promises',
  question: 'cells.q.records',
  definition: 'cells.def.records',
  advice: 'notebook.advice.promises',
  needs: [],
  compute(review) {
    const rows = review.records ?? [];
    if (rows.length === 0) return null;
    return { rows, all: rows.reduce((sum, row) => sum + row.total, 0) };
  },
  tell({ rows, all }, { t, count }) {
    const name = (row: BookCount) => t(`records.table.${row.noun}`);
    const most = [...rows].sort((a, b) => b.total - a.total);
    return {
      sentences: [{ k: 'cells.records.sentence', params: { n: count(all), kinds: count(rows.length) } }],
      figure: {
        title: t('cells.records.title', { noun: name(most[0]!), n: most[0]!.total }),
        subtitle: t('cells.records.subtitle'),
        size: 'tall',
        draw: (theme) =>
          lyingBars(
            most
              .slice(0, DRAWN)
              .map((row) => ({ label: name(row), value: row.total, text: count(row.total) })),
            { theme, format: count },
          ),
        table: {
          head: [t('cells.records.head'), t('notebook.n'), t('cells.records.inPeriod')],
          rows: rows.map((row) => [
            name(row),
            rowsNumber(`records:${row.noun}`, count(row.total), name(row)),
            row.inPeriod === null
              ? '–'
              : rowsNumber(`recordsLately:${row.noun}`, count(row.inPeriod), name(row)),
          ]),
        },
      },
    };
  },
});
