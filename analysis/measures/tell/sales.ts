import type { Writer } from '../../notebook/text/writer';
import { sayCode } from '../../notebook/text/writer';
import type { Interval } from '../../review';
import type { Breakdown } from '../breakdowns';
import type { Expectation } from '../forecast';
import type { MeasureSections } from '../sections';
import { joined, NONE, range, share, type Tell, type Told } from './told';

export const tellSales: Tell<MeasureSections['sales']> = (section, writer) => {
  const { t, count, money } = writer;
  const { trend } = section;
  const weeks = section.byWeek.filter((week) => !week.unfinished).length;
  const average =
    section.averageInterval === null
      ? ''
      : `${money(section.averageInterval[0])}–${money(section.averageInterval[1])}`;
  return {
    sentence: joined(
      writer,
      t('measures.sales.sentence', {
        orders: count(section.orders),
        revenue: money(section.revenue),
        average: money(section.averageOrder),
        range: average === '' ? NONE : average,
      }),
      trend.p === null
        ? null
        : t(`measures.sales.trend.${trend.direction ?? 'none'}`, {
            weeks,
            slope: writer.fixed(Math.abs(trend.slope ?? 0), 1),
          }),
    ),
    table: {
      head: [
        t('notebook.week'),
        t('measures.col.orders'),
        t('measures.col.revenue'),
        t('measures.col.average'),
      ],
      rows: section.byWeek.map((week) => [
        week.unfinished ? `${week.week}*` : week.week,
        count(week.orders),
        money(week.revenue),
        week.averageOrder === null ? NONE : money(week.averageOrder),
      ]),
    },
  };
};

export const tellWeek: Tell<MeasureSections['week']> = ({ before, rows }, writer) => {
  const { t, count, money } = writer;
  if (rows.length === 0) return null;
  const write = (key: string, value: number | null) =>
    value === null ? NONE : key === 'revenue' ? money(value) : count(value);
  const orders = rows.find((row) => row.key === 'orders') ?? rows[0]!;
  return {
    sentence: t('measures.week.sentence', {
      what: t(`notebook.row.${orders.key}`),
      now: write(orders.key, orders.now),
      before: write(orders.key, orders.before),
      period: writer.period(before.from, before.to),
    }),
    table: {
      head: [t('notebook.item'), t('notebook.thisWeek'), t('notebook.lastWeek')],
      rows: rows.map((row) => [
        t(`notebook.row.${row.key}`),
        write(row.key, row.now),
        write(row.key, row.before),
      ]),
    },
  };
};

export const tellForecast: Tell<MeasureSections['forecast']> = (section, writer) => {
  const { t, fixed, moneyAbout, moneyRange, percent } = writer;
  const orders = ({ expected, interval }: Expectation) => ({
    expected: fixed(expected, expected < 10 ? 1 : 0),
    range: `${fixed(interval[0], 0)}–${fixed(interval[1], 0)}`,
  });
  const money = ({ expected, interval }: Expectation) => ({
    expected: moneyAbout(expected),
    range: moneyRange(interval as Interval),
  });
  const [next, sum] = [orders(section.orders), money(section.revenue)];
  const { last, checked } = section;
  return {
    sentence: joined(
      writer,
      t('measures.forecast.sentence', {
        period: writer.period(section.period.from, section.period.to),
        orders: next.expected,
        ordersRange: next.range,
        revenue: sum.expected,
        revenueRange: sum.range,
      }),
      last !== null &&
        t(last.orders.inside ? 'measures.forecast.inside' : 'measures.forecast.outside', {
          told: orders(last.orders).range,
          actual: fixed(last.orders.actual, 0),
        }),
      checked.inside !== null &&
        t('measures.forecast.checked', { weeks: checked.weeks, inside: percent(checked.inside) }),
    ),
    table: {
      head: [t('notebook.item'), t('measures.col.expected'), t('notebook.interval'), t('measures.col.came')],
      rows: [
        [t('measures.forecast.nextOrders'), next.expected, next.range, ''],
        [t('measures.forecast.nextRevenue'), sum.expected, sum.range, ''],
        ...(last === null
          ? []
          : [
              [
                t('measures.forecast.lastOrders'),
                orders(last.orders).expected,
                orders(last.orders).range,
                fixed(last.orders.actual, 0),
              ],
              [
                t('measures.forecast.lastRevenue'),
                money(last.revenue).expected,
                money(last.revenue).range,
                writer.money(last.revenue.actual),
              ],
            ]),
      ],
    },
  };
};

/** What a label is called; the book's own codes of a first discount are words of ours. */
export function labelOf({ side }: Breakdown, label: string, writer: Writer): string {
  if (label === '') return writer.t('measures.side.none');
  if (side === 'platform') return sayCode(writer, label, 'records.platform');
  return side === 'firstDiscount' ? sayCode(writer, label, 'measures.firstDiscount') : label;
}

export const tellBreakdown: Tell<Breakdown | null> = (section, writer) => {
  const { t, count, money } = writer;
  const top = section.rows.find((row) => row.label !== '') ?? section.rows[0];
  if (top === undefined) return null;
  return {
    sentence: joined(
      writer,
      t('measures.breakdown.sentence', {
        label: labelOf(section, top.label, writer),
        orders: count(top.orders),
        revenue: money(top.revenue),
        rate: share(top.rate, writer),
        range: range(top.interval, writer),
      }),
      section.more > 0 && t('measures.breakdown.more', { n: section.more }),
      t('measures.noCause'),
    ),
    table: {
      head: [
        t(`measures.side.${section.side}`),
        t('measures.col.orders'),
        t('notebook.buyers'),
        t('measures.col.repeat'),
        t('notebook.interval'),
        t('measures.col.revenue'),
        t('measures.col.average'),
        t('measures.col.clv'),
      ],
      rows: section.rows.map((row) => [
        labelOf(section, row.label, writer),
        count(row.orders),
        count(row.buyers),
        share(row.rate, writer),
        range(row.interval, writer),
        money(row.revenue),
        row.averageOrder === null ? NONE : money(row.averageOrder),
        row.meanClv === null ? NONE : writer.moneyAbout(row.meanClv),
      ]),
    },
  };
};

/** All sides under each other, the side standing in the first column. */
export const tellBreakdowns: Tell<readonly Breakdown[]> = (sections, writer, names) => {
  const told = sections.flatMap((section): (Told & { readonly side: Breakdown['side'] })[] => {
    const one = tellBreakdown(section, writer, names);
    return one === null ? [] : [{ ...one, side: section.side }];
  });
  const first = told[0];
  if (first === undefined) return null;
  return {
    sentence: first.sentence,
    table: {
      head: [writer.t('measures.col.side'), writer.t('measures.col.label'), ...first.table!.head.slice(1)],
      rows: told.flatMap(({ side, table }) =>
        table!.rows.map((row) => [writer.t(`measures.side.${side}`), ...row]),
      ),
    },
  };
};
