import type { ForecastSection } from '../../measures/forecast';
import { lyingBars } from '../figures/bars';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

/** What the shop's own weeks let expect of the next one. */
export const forecast = toldCell<ForecastSection>({
  name: 'forecast',
  section: 'value',
  question: 'cells.q.forecast',
  definition: 'cells.def.forecast',
  advice: 'cells.advice.forecast',
  needs: [],
  compute: (review) => review.forecast ?? null,
  tell(result, { t, count, percent, moneyAbout, moneyRange, period }) {
    const { orders, revenue, last, checked } = result;
    const range = ([lo, hi]: readonly [number, number]) => `${count(lo)}–${count(hi)}`;
    const bars = [
      ...(last
        ? [
            { name: t('cells.forecast.lastExpected'), ...last.orders, actual: null },
            {
              name: t('cells.forecast.lastActual'),
              expected: last.orders.actual,
              interval: null,
              actual: true,
            },
          ]
        : []),
      { name: t('cells.forecast.next'), ...orders, actual: null },
    ];
    return {
      sentences: [
        {
          k: 'cells.forecast.sentence',
          params: {
            period: period(result.period.from, result.period.to),
            orders: count(orders.expected),
            range: range(orders.interval),
            revenue: moneyAbout(revenue.expected),
            revenueRange: moneyRange(revenue.interval),
          },
        },
        ...(last
          ? [
              {
                k: last.orders.inside
                  ? ('cells.forecast.lastInside' as const)
                  : ('cells.forecast.lastOutside' as const),
                params: {
                  expected: count(last.orders.expected),
                  range: range(last.orders.interval),
                  actual: count(last.orders.actual),
                },
                rows: { actual: 'weekOrders' as const },
              },
            ]
          : []),
        ...(checked.inside === null
          ? []
          : [
              {
                k: 'cells.forecast.checked' as const,
                params: { weeks: count(checked.weeks), inside: percent(checked.inside) },
              },
            ]),
      ],
      figure: {
        title: t('cells.forecast.title', { orders: count(orders.expected), range: range(orders.interval) }),
        subtitle: t('cells.forecast.subtitle'),
        size: 'short',
        draw: (theme) =>
          lyingBars(
            bars.map((bar) => ({
              label: bar.name,
              value: bar.expected,
              text: count(bar.expected),
              whisker: bar.interval ? { lo: bar.interval[0], hi: bar.interval[1] } : null,
              style: bar.actual ? ('fact' as const) : ('plain' as const),
            })),
            { theme, format: count },
          ),
        table: {
          head: [
            t('cells.forecast.head'),
            t('notebook.row.orders'),
            t('cells.range'),
            t('notebook.row.revenue'),
            t('cells.range'),
          ],
          rows: [
            ...(last
              ? [
                  [
                    t('cells.forecast.lastExpected'),
                    count(last.orders.expected),
                    range(last.orders.interval),
                    moneyAbout(last.revenue.expected),
                    moneyRange(last.revenue.interval),
                  ],
                  [
                    t('cells.forecast.lastActual'),
                    rowsNumber('weekOrders', count(last.orders.actual)),
                    '–',
                    rowsNumber('weekOrders', moneyAbout(last.revenue.actual)),
                    '–',
                  ],
                ]
              : []),
            [
              t('cells.forecast.next'),
              count(orders.expected),
              range(orders.interval),
              moneyAbout(revenue.expected),
              moneyRange(revenue.interval),
            ],
          ],
        },
      },
    };
  },
});
