import { type Day, dayNumber } from '@shared/calendar/day';
import { MONEY_SCALE, type OrderFrame } from '../frame/orders';
import { timeOrder } from '../measures/histories';
import type { CountColumns } from './counts';

const MS_PER_DAY = 86_400_000;

/** Distinct purchase days per buyer, all buyers in two arrays: buyer k has positions start[k] … start[k + 1]. */
export interface PurchaseDays {
  readonly buyers: readonly string[];
  readonly start: Int32Array;
  /** Days since 1970, rising within a buyer. */
  readonly day: Int32Array;
  /** The day's total in major units. */
  readonly spend: Float64Array;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Buyers as the models see them at the end of a day, in one time unit. */
export interface PurchaseSummary extends CountColumns {
  readonly buyers: readonly string[];
  /** Mean of the repeat days' totals, NaN without repeat purchases or amounts. */
  readonly spend: Float64Array;
  /** Position of each buyer in the `PurchaseDays` it was made from. */
  readonly source: Int32Array;
}

/**
 * Folds orders to purchase days: several orders of one buyer on one day are one purchase (the literature's
 * convention). Orders of unknown buyers and after `asOf` are left out; refunds are taken off the day's total.
 */
export function purchaseDays(orders: OrderFrame, asOf: Day): PurchaseDays {
  const last = dayNumber(asOf);
  const dayOfOrder = (i: number) => Math.floor(orders.time[i]! / MS_PER_DAY);
  const known = byBuyer(orders, (i) => orders.buyer[i]! >= 0 && dayOfOrder(i) <= last);
  const [buyers, start]: [string[], number[]] = [[], []];
  const [day, spend] = [new Int32Array(known.length), new Float64Array(known.length)];
  let [count, buyer, lastDay, firstDay, latest] = [0, -1, 0, last, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < known.length; at += 1) {
    const i = known[at]!;
    const today = dayOfOrder(i);
    if (orders.buyer[i] !== buyer) {
      buyer = orders.buyer[i]!;
      buyers.push(orders.buyers[buyer]!);
      start.push(count);
      lastDay = today - 1;
    }
    if (today !== lastDay) {
      day[count] = today;
      count += 1;
      lastDay = today;
    }
    const refund = Math.min(orders.refund[i]!, Math.max(orders.paid[i]!, 0));
    spend[count - 1]! += (orders.paid[i]! - refund) / MONEY_SCALE;
    firstDay = Math.min(firstDay, today);
    latest = Math.max(latest, today);
  }
  start.push(count);
  return {
    buyers,
    start: Int32Array.from(start),
    day: day.slice(0, count),
    spend: spend.slice(0, count),
    firstDay,
    lastDay: Number.isFinite(latest) ? latest : last,
  };
}

/** Positions of the wanted orders, buyer after buyer, each in the order of time: counted out, not compared. */
export function byBuyer(orders: OrderFrame, wanted: (index: number) => boolean): Uint32Array {
  const next = new Uint32Array(orders.buyers.length + 1);
  for (let i = 0; i < orders.count; i += 1) if (wanted(i)) next[orders.buyer[i]! + 1]! += 1;
  for (let buyer = 1; buyer < next.length; buyer += 1) next[buyer]! += next[buyer - 1]!;
  const sorted = new Uint32Array(next.at(-1)!);
  const order = timeOrder(orders.time);
  for (let at = 0; at < order.length; at += 1) {
    const i = order[at]!;
    if (!wanted(i)) continue;
    const buyer = orders.buyer[i]!;
    sorted[next[buyer]!] = i;
    next[buyer]! += 1;
  }
  return sorted;
}

/**
 * The buyers known at the end of day `until`: x repeat purchase days, tx from the first to the last of them,
 * T from the first to `until` itself, in units of `unitDays` days.
 */
export function summarise(days: PurchaseDays, until: number, unitDays: number): PurchaseSummary {
  const size = days.buyers.length;
  const source = new Int32Array(size);
  const [x, tx] = [new Float64Array(size), new Float64Array(size)];
  const [T, spend] = [new Float64Array(size), new Float64Array(size)];
  let count = 0;
  for (let k = 0; k < size; k += 1) {
    const from = days.start[k]!;
    const first = days.day[from]!;
    if (first > until) continue;
    let end = from + 1;
    let total = 0;
    while (end < days.start[k + 1]! && days.day[end]! <= until) {
      total += days.spend[end]!;
      end += 1;
    }
    const repeats = end - from - 1;
    source[count] = k;
    x[count] = repeats;
    tx[count] = (days.day[end - 1]! - first) / unitDays;
    T[count] = (until - first) / unitDays;
    spend[count] = repeats > 0 ? total / repeats : Number.NaN;
    count += 1;
  }
  const kept = source.slice(0, count);
  return {
    buyers: Array.from(kept, (k) => days.buyers[k]!),
    source: kept,
    x: x.slice(0, count),
    tx: tx.slice(0, count),
    T: T.slice(0, count),
    spend: spend.slice(0, count),
  };
}

/** Purchase days of each summarised buyer after day `after`, up to and including day `until`. */
export function holdoutCounts(
  days: PurchaseDays,
  summary: PurchaseSummary,
  after: number,
  until: number,
): Float64Array {
  return Float64Array.from(summary.source, (k) => {
    let count = 0;
    for (let i = days.start[k]!; i < days.start[k + 1]!; i += 1) {
      if (days.day[i]! > after && days.day[i]! <= until) count += 1;
    }
    return count;
  });
}
