import { chanceOfWeek, newsFrom } from '../../findings/week';
import type { WeekComparison, WeekRow } from '../../review';
import { lyingBars } from '../figures/bars';
import { rowsNumber } from '../page/RowsNumber';
import { WEEK_ROWS } from '../page/week-rows';
import type { Writer } from '../text/writer';
import { toldCell } from './told';

interface Week extends WeekComparison {
  /** Whether the orders differ by more than the shop's weeks usually do; `null` where there is no base or too few. */
  readonly change: 'more' | 'fewer' | 'same' | null;
}

const FEWEST_ORDERS = 10;

/** A week is called another one only where chance would seldom make it so. */
const LEVEL = 0.05;

function changeOf(row: WeekRow | undefined): Week['change'] {
  if (!row || row.before === null || row.now + row.before < FEWEST_ORDERS) return null;
  if (chanceOfWeek(row.now, row.before, row.dispersion ?? 1) >= LEVEL) return 'same';
  return row.now > row.before ? 'more' : 'fewer';
}

/** The sentence of two weeks; without a clear change it says from how many on there would be one. */
function sayChange(
  change: NonNullable<Week['change']>,
  { now, before, dispersion }: WeekRow,
  writer: Writer,
) {
  const { count } = writer;
  const params = { now: count(now), before: count(before ?? 0) };
  const rows = { now: 'weekOrders', before: 'weekOrders:before' } as const;
  if (change !== 'same') return { k: `findings.week.${change}` as const, params, rows };
  const { more, fewer } = newsFrom(before ?? 0, dispersion ?? 1, LEVEL);
  return fewer === null
    ? { k: 'findings.week.sameMore' as const, params: { ...params, more: count(more) }, rows }
    : {
        k: 'findings.week.same' as const,
        params: { ...params, more: count(more), fewer: count(fewer) },
        rows,
      };
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
  tell(result, writer) {
    const { t, count, money, period } = writer;
    const write = (row: WeekRow, value: number | null) =>
      value === null ? '–' : row.key === 'revenue' ? money(value) : count(value);
    const counted = result.rows.filter((row) => row.key !== 'revenue');
    const orders = result.rows.find((row) => row.key === 'orders');
    const head = [t('cells.week.what'), t('notebook.thisWeek'), t('notebook.lastWeek')];
    const rows = result.rows.map((row) => [
      t(`notebook.row.${row.key}`),
      rowsNumber(WEEK_ROWS[row.key], write(row, row.now)),
      row.before === null
        ? '–'
        : rowsNumber(`${WEEK_ROWS[row.key]}:before`, write(row, row.before), t('notebook.lastWeek')),
    ]);
    return {
      sentences: [
        result.change === null
          ? { k: 'cells.week.noBase', params: { period: period(result.before.from, result.before.to) } }
          : sayChange(result.change, orders!, writer),
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
