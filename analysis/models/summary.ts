import { type Day, dayNumber } from '@shared/calendar/day';
import { MONEY_SCALE, type OrderFrame } from '../frame/orders';
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
  const known: number[] = [];
  for (let i = 0; i < orders.count; i += 1) {
    if (orders.buyer[i]! >= 0 && dayOfOrder(i) <= last) known.push(i);
  }
  known.sort((i, j) => orders.buyer[i]! - orders.buyer[j]! || dayOfOrder(i) - dayOfOrder(j));
  const [buyers, start, day, spend]: [string[], number[], number[], number[]] = [[], [], [], []];
  let [buyer, lastDay, firstDay, latest] = [-1, 0, last, Number.NEGATIVE_INFINITY];
  for (const i of known) {
    const today = dayOfOrder(i);
    if (orders.buyer[i] !== buyer) {
      buyer = orders.buyer[i]!;
      buyers.push(orders.buyers[buyer]!);
      start.push(day.length);
      lastDay = today - 1;
    }
    if (today !== lastDay) {
      day.push(today);
      spend.push(0);
      lastDay = today;
    }
    const refund = Math.min(orders.refund[i]!, Math.max(orders.paid[i]!, 0));
    spend[spend.length - 1]! += (orders.paid[i]! - refund) / MONEY_SCALE;
    firstDay = Math.min(firstDay, today);
    latest = Math.max(latest, today);
  }
  start.push(day.length);
  return {
    buyers,
    start: Int32Array.from(start),
    day: Int32Array.from(day),
    spend: Float64Array.from(spend),
    firstDay,
    lastDay: Number.isFinite(latest) ? latest : last,
  };
}

/**
 * The buyers known at the end of day `until`: x repeat purchase days, tx from the first to the last of them,
 * T from the first to `until` itself, in units of `unitDays` days.
 */
export function summarise(days: PurchaseDays, until: number, unitDays: number): PurchaseSummary {
  const source: number[] = [];
  const [x, tx, T, spend]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let k = 0; k < days.buyers.length; k += 1) {
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
    source.push(k);
    x.push(repeats);
    tx.push((days.day[end - 1]! - first) / unitDays);
    T.push((until - first) / unitDays);
    spend.push(repeats > 0 ? total / repeats : Number.NaN);
  }
  return {
    buyers: source.map((k) => days.buyers[k]!),
    source: Int32Array.from(source),
    x: Float64Array.from(x),
    tx: Float64Array.from(tx),
    T: Float64Array.from(T),
    spend: Float64Array.from(spend),
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
