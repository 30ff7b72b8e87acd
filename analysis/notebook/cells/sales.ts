import { mondayOfWeek } from '@shared/calendar/week';
import type { SalesSection } from '../../measures/sales';
import { standingBars } from '../figures/columns';
import { rowsNumber } from '../page/RowsNumber';
import type { Writer } from '../text/writer';
import { toldCell } from './told';

/** Weeks drawn: as many as stand beside each other legibly. */
const DRAWN = 26;

/** What came in, week by week. */
export const sales = toldCell<SalesSection>({
  name: 'sales',
  section: 'value',
  question: 'cells.q.sales',
  definition: 'cells.def.sales',
  advice: 'cells.advice.orders',
  needs: [],
  compute: (review) => review.sales ?? null,
  tell(result, writer) {
    const { t, count } = writer;
    const weeks = result.byWeek.slice(-DRAWN);
    return {
      sentences: sentences(result, writer),
      figure: {
        title: t(`cells.sales.title.${result.trend.direction ?? 'same'}`),
        subtitle: t('cells.sales.subtitle'),
        size: 'middle',
        draw: (theme) =>
          standingBars(
            weeks.map((week, index) => ({
              label: mondayOfWeek(week.week).slice(5),
              value: week.orders,
              // The newest whole week is what one asks for; the others are read off the scale.
              text: index >= weeks.length - 2 ? count(week.orders) : '',
              unfinished: week.unfinished,
            })),
            { theme, format: count },
          ),
        table: table(result, writer),
      },
      asides: weeks.some((week) => week.unfinished) ? [t('cells.sales.unfinished')] : [],
    };
  },
});

/** The sums and what an order comes to, then whether the weeks rise or fall where that can be told. */
function sentences(
  { orders, revenue, averageOrder, averageInterval, trend, byWeek }: SalesSection,
  writer: Writer,
) {
  const { count, money, fixed } = writer;
  const params = { orders: count(orders), revenue: money(revenue), average: money(averageOrder) };
  const range = averageInterval === null ? '–' : averageInterval.map(money).join('–');
  const rows = { orders: 'orders', revenue: 'orders', average: 'orders' } as const;
  const sums = { k: 'cells.sales.sentence' as const, params: { ...params, range }, rows };
  if (trend.p === null) return [sums];
  const weeks = byWeek.filter((week) => !week.unfinished).length;
  const slope = fixed(Math.abs(trend.slope ?? 0), 1);
  const k = `cells.sales.trend.${trend.direction ?? 'same'}` as const;
  return [sums, { k, params: { weeks, slope } }];
}

function table({ byWeek }: SalesSection, { t, count, money }: Writer) {
  return {
    head: [t('notebook.week'), t('notebook.row.orders'), t('notebook.row.revenue'), t('cells.sales.average')],
    rows: byWeek.map((week) => [
      week.unfinished ? `${week.week}*` : week.week,
      rowsNumber(`orders:week/${week.week}`, count(week.orders), week.week),
      rowsNumber(`orders:week/${week.week}`, money(week.revenue), week.week),
      week.averageOrder === null ? '–' : money(week.averageOrder),
    ]),
  };
}
