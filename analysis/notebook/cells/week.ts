import { twoSidedP } from '../../numerics/normal';
import type { WeekComparison, WeekRow } from '../../review';
import { lyingBars } from '../figures/bars';
import { toldCell } from './told';

interface Week extends WeekComparison {
  /** Whether the orders differ by more than the shop's weeks usually do; `null` where there is no base or too few. */
  readonly change: 'more' | 'fewer' | 'same' | null;
}

const FEWEST_ORDERS = 10;

/** Poisson counts told apart with a variance as wide as this shop's weeks are. */
function changeOf(row: WeekRow | undefined): Week['change'] {
  if (!row || row.before === null || row.now + row.before < FEWEST_ORDERS) return null;
  const spread = Math.sqrt((row.dispersion ?? 1) * (row.now + row.before));
  const z = Math.max(0, Math.abs(row.now - row.before) - 1) / spread;
  return twoSidedP(z) >= 0.05 ? 'same' : row.now > row.before ? 'more' : 'fewer';
}

/** Seven days beside the seven before. */
export const week = toldCell<Week>({
  name: 'week',
  section: 'value',
  question: 'notebook.weekTable',
  definition: 'cells.def.week',
  advice: 'cells.advice.orders',
  needs: [],
  compute(review) {
    const own = review.week;
    if (!own || own.rows.length === 0) return null;
    return { ...own, change: changeOf(own.rows.find((row) => row.key === 'orders')) };
  },
  tell(result, { t, count, money, period }) {
    const write = (row: WeekRow, value: number | null) =>
      value === null ? '–' : row.key === 'revenue' ? money(value) : count(value);
    const counted = result.rows.filter((row) => row.key !== 'revenue');
    const orders = result.rows.find((row) => row.key === 'orders');
    const head = [t('cells.week.what'), t('notebook.thisWeek'), t('notebook.lastWeek')];
    const rows = result.rows.map((row) => [
      t(`notebook.row.${row.key}`),
      write(row, row.now),
      write(row, row.before),
    ]);
    return {
      sentences: [
        result.change === null
          ? { k: 'cells.week.noBase', params: { period: period(result.before.from, result.before.to) } }
          : {
              k: `findings.week.${result.change}`,
              params: { now: count(orders!.now), before: count(orders!.before!) },
            },
      ],
      figure: {
        title: t(`cells.week.title.${result.change ?? 'noBase'}`),
        subtitle: t('cells.week.subtitle', { period: period(result.before.from, result.before.to) }),
        size: counted.length > 3 ? 'tall' : 'middle',
        draw: (theme) =>
          lyingBars(
            counted.flatMap((row) => [
              {
                label: t(`notebook.row.${row.key}`),
                value: row.now,
                text: count(row.now),
                style: 'plain' as const,
              },
              ...(row.before === null
                ? []
                : [
                    {
                      label: t('notebook.lastWeek'),
                      value: row.before,
                      text: count(row.before),
                      style: 'aside' as const,
                    },
                  ]),
            ]),
            { theme, format: count },
          ),
        table: { head, rows },
      },
      table: { caption: t('notebook.weekTable'), data: { head, rows } },
    };
  },
});
