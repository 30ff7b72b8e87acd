import type { Day } from '@shared/calendar/day';
import type { OrderFrame } from '../frame/orders';
import type { Interval } from '../review';
import { CALENDAR_UNITS, oncePerDay } from './calendar-units';
import { meanOf } from './intervals';
import { decimals, majorUnits, roundTo } from './money';
import { type Trend, trendOfSeries } from './trend';
import { dayEnd } from './wall-clock';

/** One ISO week of sales. */
export interface SalesWeek {
  readonly week: string;
  readonly orders: number;
  /** Major units, refunds taken off. */
  readonly revenue: number;
  readonly averageOrder: number | null;
  /** The data begin or end inside this week: it stands beside whole ones and can't be compared with them. */
  readonly unfinished: boolean;
}

export interface SalesSection {
  readonly orders: number;
  readonly buyers: number;
  readonly revenue: number;
  readonly averageOrder: number;
  /** Of the mean amount of an order, 95 %; `null` with one order. */
  readonly averageInterval: Interval | null;
  /** The newest weeks, oldest first; a week without an order stands with 0. */
  readonly byWeek: readonly SalesWeek[];
  /** Of the orders a week, whole weeks only; slope in orders a week. */
  readonly trend: Trend;
}

/** Weeks looked back on: older ones are another shop. */
const NEWEST_WEEKS = 52;

/**
 * Orders, revenue and the average order, in all and by ISO week, with the trend of the weekly orders. Revenue is
 * what was paid less what was given back. `null` without an order.
 *
 * @param asOf the last day that counts, whole
 */
export function salesSection(orders: OrderFrame, asOf: Day, currency: string | null): SalesSection | null {
  if (orders.count === 0) return null;
  const { numberOf, nameOf, lastDayOf } = CALENDAR_UNITS.week;
  const weekAt = oncePerDay(numberOf);
  const digits = decimals(currency);
  const end = dayEnd(asOf);
  const last = numberOf(end - 1);
  const counts = new Uint32Array(NEWEST_WEEKS);
  const sums = new Float64Array(NEWEST_WEEKS);
  const amounts: number[] = [];
  const buyers = new Set<number>();
  let [earliest, all] = [Infinity, 0];
  for (let index = 0; index < orders.count; index += 1) {
    const time = orders.time[index]!;
    const paid = orders.paid[index]! - orders.refund[index]!;
    amounts.push(paid);
    all += paid;
    if (time < earliest) earliest = time;
    if (orders.buyer[index]! >= 0) buyers.add(orders.buyer[index]!);
    const back = last - weekAt(time);
    if (back < 0 || back >= NEWEST_WEEKS) continue;
    counts[back]! += 1;
    sums[back]! += paid;
  }
  const first = numberOf(earliest);
  const byWeek: SalesWeek[] = [];
  for (let back = Math.min(NEWEST_WEEKS - 1, last - first); back >= 0; back -= 1) {
    const n = counts[back]!;
    byWeek.push({
      week: nameOf(last - back),
      orders: n,
      revenue: majorUnits(sums[back]!, digits),
      averageOrder: n === 0 ? null : majorUnits(sums[back]! / n, digits),
      unfinished: last - back === first || (back === 0 && lastDayOf(last) > asOf),
    });
  }
  const whole = byWeek.filter((week) => !week.unfinished);
  const { interval } = meanOf(amounts);
  return {
    orders: orders.count,
    buyers: buyers.size,
    revenue: majorUnits(all, digits),
    averageOrder: majorUnits(all / orders.count, digits),
    averageInterval: interval && [scaled(interval[0], digits), scaled(interval[1], digits)],
    byWeek,
    trend: trendOfSeries(
      whole.map((_, place) => place),
      whole.map((week) => week.orders),
    ),
  };
}

const scaled = (amount: number, digits: number) => roundTo(majorUnits(amount, digits), digits);
