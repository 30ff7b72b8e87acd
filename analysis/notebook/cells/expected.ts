import type { NamedExpectation } from '../../review';
import { forestPlot } from '../figures/forest';
import { buyerName } from '../page/BuyerName';
import { toldCell } from './told';

interface Expected {
  readonly rows: readonly NamedExpectation[];
  readonly late: number;
}

const DRAWN = 12;

/** Buyers who are due by a pace of their own. */
export const expected = toldCell<Expected>({
  name: 'expected',
  section: 'people',
  question: 'cells.q.expected',
  definition: 'cells.def.expected',
  advice: 'cells.advice.orders',
  needs: [],
  compute(review) {
    const rows = review.expected ?? [];
    return rows.length === 0 ? null : { rows, late: rows.filter((row) => row.overdue > 0).length };
  },
  tell({ rows, late }, { t, count, dayOfYear }) {
    const when = (overdue: number) =>
      overdue > 0
        ? t('cells.expected.late', { n: overdue })
        : overdue === 0
          ? t('cells.expected.today')
          : t('cells.expected.soon', { n: -overdue });
    const cells = (row: NamedExpectation) => [
      buyerName(row.buyer, row.name),
      dayOfYear(row.last),
      dayOfYear(row.expected),
      when(row.overdue),
      `${t('notebook.days', { n: Math.round(row.paceDays) })} (${t(`cells.pace.${row.by}`)})`,
    ];
    const head = [
      t('notebook.buyer'),
      t('notebook.lastOrder'),
      t('cells.expected.day'),
      t('cells.expected.stands'),
      t('cells.expected.pace'),
    ];
    return {
      sentences: [
        {
          k: late === 0 ? 'cells.expected.sentenceSoon' : 'cells.expected.sentence',
          params: { n: count(rows.length), late: count(late) },
        },
      ],
      figure: {
        title: t(late === 0 ? 'cells.expected.titleSoon' : 'cells.expected.title', { late }),
        subtitle: t('cells.expected.subtitle'),
        size: 'tall',
        draw: (theme) =>
          forestPlot(
            rows.slice(0, DRAWN).map((row) => ({
              label: row.name,
              value: row.overdue,
              interval: null,
              text: when(row.overdue),
            })),
            { theme, format: count, from: 0, reference: { value: 0, label: t('cells.expected.day') } },
          ),
        table: { head, rows: rows.map(cells) },
      },
      table: { caption: t('cells.q.expected'), data: { head, rows: rows.slice(0, DRAWN).map(cells) } },
    };
  },
});
