import type { RepeatSection, WindowRepeat } from '../review';
import type { Histories } from './histories';
import { rateOf } from './intervals';
import { secondPurchase } from './survival';
import { MS_PER_DAY } from './wall-clock';

/** Days within which a second purchase is asked for, as the review names them. */
export const REPEAT_WINDOWS = ['30', '60', '90', '180', '365'] as const;

/**
 * Repeat-purchase rate: buyers with at least two purchases ÷ buyers with at least one, Wilson interval; by
 * orders and by distinct days. `end` is the midnight that ends the last day of the data (wall clock).
 */
export function repeatSection(histories: Histories, end: number): RepeatSection | null {
  if (histories.buyers === 0) return null;
  let repeatBuyers = 0;
  let dayRepeaters = 0;
  for (let buyer = 0; buyer < histories.orders.length; buyer++) {
    if (histories.orders[buyer]! >= 2) repeatBuyers++;
    if (histories.distinctDays[buyer]! >= 2) dayRepeaters++;
  }
  const window = (days: number) => repeatWithin(histories, end, days);
  return {
    ...rateOf(repeatBuyers, histories.buyers),
    buyers: histories.buyers,
    repeatBuyers,
    byDistinctDays: { rate: dayRepeaters / histories.buyers, repeatBuyers: dayRepeaters },
    within: { 30: window(30), 60: window(60), 90: window(90), 180: window(180), 365: window(365) },
    secondPurchase: secondPurchase(histories, end),
  };
}

/**
 * Of the buyers whose first purchase is at least `days` × 24 hours before the data's end: how many bought again
 * within that time. Younger buyers had no full chance yet and are in neither number.
 */
export function repeatWithin(histories: Histories, end: number, days: number): WindowRepeat {
  const span = days * MS_PER_DAY;
  let eligible = 0;
  let repeaters = 0;
  for (let buyer = 0; buyer < histories.first.length; buyer++) {
    const limit = histories.first[buyer]! + span;
    if (!(limit <= end)) continue;
    eligible++;
    if (histories.second[buyer]! <= limit) repeaters++;
  }
  return { eligible, repeaters, ...rateOf(repeaters, eligible) };
}
