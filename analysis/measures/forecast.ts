import { addDays, type Day } from '@shared/calendar/day';
import type { OrderFrame } from '../frame/orders';
import { MONEY_SCALE } from '../frame/orders';
import { Z95 } from '../numerics/normal';
import type { Interval } from '../review';
import { decimals, roundTo } from './money';
import { t95 } from './student-t';
import { dayEnd, MS_PER_DAY } from './wall-clock';

/** A number expected for seven days, with a 95 % predictive interval. */
export interface Expectation {
  readonly expected: number;
  readonly interval: Interval;
}

/** How a past week's number came out beside what would have been said before it. */
export interface Looked extends Expectation {
  readonly actual: number;
  readonly inside: boolean;
}

export interface ForecastSection {
  readonly period: { readonly from: Day; readonly to: Day };
  readonly orders: Expectation;
  readonly revenue: Expectation;
  /** What was expected of the last seven days, from the data before them. */
  readonly last: { readonly orders: Looked; readonly revenue: Looked } | null;
  /** Weeks of data, and the rule that came closest in them: the mean of so many weeks. */
  readonly weeks: number;
  readonly rule: { readonly orders: number; readonly revenue: number };
  /** Past weeks told in advance in the same way, and the share whose orders fell into their interval. */
  readonly checked: { readonly weeks: number; readonly inside: number | null };
}

/** Complete weeks below which nothing is expected of the next. */
export const FEWEST_WEEKS = 6;
/** Weeks looked back on: older ones are another shop. */
const LOOK_BACK = 52;
/** Rules that compete: the mean of the last 1, 4 or 8 weeks. */
const RULES = [1, 4, 8] as const;

/** A forecast of one series with the rule and the errors behind it. */
export interface SeriesForecast extends Expectation {
  readonly rule: number;
}

/**
 * What the next value of a weekly series will be: the mean of the last 1, 4 or 8 weeks, whichever was closest
 * when every earlier week was told from the weeks before it. The interval comes from the same errors (in
 * logarithms: a shop twice as large errs by twice as much), never narrower than counting by chance allows.
 * `null` with fewer than six values.
 *
 * @param values oldest first, ≥ 0
 * @param chance variance of the value from chance alone, relative to its size (1 for counts)
 * @example weeklyForecast([9, 11, 10, 9, 11, 10, 10, 10], 1)?.expected // => 10
 */
export function weeklyForecast(values: readonly number[], chance: number): SeriesForecast | null {
  if (values.length < FEWEST_WEEKS) return null;
  const seen = values.slice(-LOOK_BACK);
  const mean = (until: number, rule: number) => {
    const part = seen.slice(Math.max(0, until - rule), until);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  };
  const from = Math.min(4, Math.floor(seen.length / 2));
  const errors = (rule: number) =>
    seen.slice(from).map((value, k) => Math.log((value + chance / 2) / (mean(from + k, rule) + chance / 2)));
  const size = (rule: number) => errors(rule).reduce((sum, error) => sum + Math.abs(error), 0);
  const rule = RULES.reduce<number>((best, one) => (size(one) < size(best) - 1e-9 ? one : best), 8);
  const told = errors(rule);
  const expected = mean(seen.length, rule);
  const spread = told.reduce((sum, error) => sum + error * error, 0) / told.length;
  const byChance =
    chance / Math.max(expected, chance / 2) +
    chance / Math.max(expected * Math.min(rule, seen.length), chance / 2);
  // What is estimated from few errors needs Student's wider reach; what chance alone gives is known.
  const again = 1 + 1 / told.length;
  const reach = Math.max(t95(told.length) * Math.sqrt(spread * again), Z95 * Math.sqrt(byChance));
  const middle = expected + chance / 2;
  return {
    expected,
    interval: [Math.max(0, middle * Math.exp(-reach) - chance / 2), middle * Math.exp(reach) - chance / 2],
    rule,
  };
}

/**
 * Orders and revenue of the seven days after `asOf`, with ranges, and how the forecast for the last seven days
 * did. Holidays and sales are not known to it. `null` with fewer than six complete weeks, or when a week in the
 * last eight is empty: a gap in the exports would pass for a fall.
 */
export function forecastSection(
  orders: OrderFrame,
  asOf: Day,
  currency: string | null,
): ForecastSection | null {
  const { counts, revenue, perOrder } = weeklySeries(orders, asOf);
  if (counts.length < FEWEST_WEEKS || counts.slice(-8).some((count) => count === 0)) return null;
  const digits = decimals(currency);
  const chance = Math.max(perOrder, 1e-6);
  const [nextOrders, nextRevenue] = [weeklyForecast(counts, 1)!, weeklyForecast(revenue, chance)!];
  const tell = ({ expected, interval }: Expectation, places: number): Expectation => ({
    expected: roundTo(expected, places),
    interval: [roundTo(interval[0], places), roundTo(interval[1], places)],
  });
  const past = lookBack(counts, 1);
  const [lastOrders, lastRevenue] = [past.at(-1), lookBack(revenue, chance).at(-1)];
  return {
    period: { from: addDays(asOf, 1), to: addDays(asOf, 7) },
    orders: tell(nextOrders, 1),
    revenue: tell(nextRevenue, digits),
    last:
      lastOrders && lastRevenue
        ? {
            orders: { ...tell(lastOrders, 1), actual: lastOrders.actual, inside: lastOrders.inside },
            revenue: {
              ...tell(lastRevenue, digits),
              actual: roundTo(lastRevenue.actual, digits),
              inside: lastRevenue.inside,
            },
          }
        : null,
    weeks: counts.length,
    rule: { orders: nextOrders.rule, revenue: nextRevenue.rule },
    checked: {
      weeks: past.length,
      inside: past.length === 0 ? null : past.filter((week) => week.inside).length / past.length,
    },
  };
}

/** Every week that six weeks came before, told from those before it. */
function lookBack(values: readonly number[], chance: number): readonly Looked[] {
  return values.flatMap((actual, week): Looked[] => {
    const told = weeklyForecast(values.slice(0, week), chance);
    if (told === null) return [];
    const inside = actual >= told.interval[0] - 1e-9 && actual <= told.interval[1] + 1e-9;
    return [{ expected: told.expected, interval: told.interval, actual, inside }];
  });
}

/** Orders and revenue (major units) of the seven-day stretches that end on `asOf`, oldest first, complete ones only. */
function weeklySeries(
  orders: OrderFrame,
  asOf: Day,
): { readonly counts: readonly number[]; readonly revenue: readonly number[]; readonly perOrder: number } {
  const end = dayEnd(asOf);
  const week = 7 * MS_PER_DAY;
  let earliest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < orders.count; index += 1) earliest = Math.min(earliest, orders.time[index]!);
  // The first day counts whole: a shop that opens at noon has had that day.
  const since = Math.floor(earliest / MS_PER_DAY) * MS_PER_DAY;
  const weeks = orders.count === 0 ? 0 : Math.min(LOOK_BACK, Math.floor((end - since) / week));
  const counts = new Array<number>(Math.max(0, weeks)).fill(0);
  const revenue = [...counts];
  let [sum, squares] = [0, 0];
  for (let index = 0; index < orders.count; index += 1) {
    const at = weeks - 1 - Math.floor((end - 1 - orders.time[index]!) / week);
    if (at < 0 || at >= weeks) continue;
    const paid = (orders.paid[index]! - orders.refund[index]!) / MONEY_SCALE;
    counts[at]! += 1;
    revenue[at]! += paid;
    sum += paid;
    squares += paid * paid;
  }
  // The variance of a sum of a random number of amounts, relative to that sum.
  const perOrder = sum > 0 ? squares / sum : 0;
  return { counts, revenue: revenue.map((paid) => Math.max(0, paid)), perOrder };
}
