import { addDays, addMonths, type Day, daysBetween } from '../calendar/day';
import { matchKey } from '../text/normalize';
import type { Supply } from './supply';

/** What the shop says when it is not known how long something lasts: nothing. Above this, in days, it is no supply. */
const LONGEST = 10_000;

/**
 * The day something runs out: the last day for which it suffices. `null` when nothing is used up.
 *
 * @example runOutDay('2026-11-01', 900, 30) // => '2026-12-01'
 * @example runOutDay('2026-11-01', 1, 0) // => null
 */
export function runOutDay(boughtOn: Day, amount: number, daily: number): Day | null {
  if (!(amount > 0) || !(daily > 0)) return null;
  const days = Math.floor(amount / daily + 1e-9);
  return days > LONGEST ? null : addDays(boughtOn, days);
}

/** One purchase of a thing that is used up. */
export interface Purchase {
  readonly day: Day;
  readonly quantity: number;
}

/** Intervals from which a buyer's own pace is known. */
const OWN_PACE_FROM = 2;

/**
 * How many days one unit lasts this buyer, by their own purchases: the median over the intervals between them,
 * each divided by what was bought at its beginning. `null` under two intervals: then the product's average
 * speaks. What is bought twice on one day is one purchase.
 *
 * @example ownPace([{ day: '2026-08-01', quantity: 1 }, { day: '2026-08-31', quantity: 2 }, { day: '2026-10-10', quantity: 1 }]) // => 25
 * @example ownPace([{ day: '2026-08-01', quantity: 1 }, { day: '2026-08-31', quantity: 2 }]) // => null
 */
export function ownPace(purchases: readonly Purchase[]): number | null {
  const byDay = new Map<Day, number>();
  for (const { day, quantity } of purchases) byDay.set(day, (byDay.get(day) ?? 0) + Math.max(1, quantity));
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  const paces = days
    .slice(1)
    .map(([day], index) => daysBetween(days[index]![0], day) / days[index]![1])
    .sort((a, b) => a - b);
  if (paces.length < OWN_PACE_FROM) return null;
  const middle = paces.length >> 1;
  return paces.length % 2 === 1 ? paces[middle]! : (paces[middle - 1]! + paces[middle]!) / 2;
}

/**
 * Whether a line of an order is of this thing: its title holds the name, or one of its other names.
 *
 * @example isOf('【新客】爱他美 3段 800g', ['爱他美3段', 'Aptamil 3']) // => true
 */
export function isOf(title: string, names: readonly string[]): boolean {
  const said = matchKey(title);
  return names.some((name) => {
    const key = matchKey(name);
    return key !== '' && said.includes(key);
  });
}

/**
 * The day from which nobody needs it any more: the user's age in months at which it ends. `null` when either is
 * not known.
 *
 * @example endOfNeed('2023-11-30', 36) // => '2026-11-30'
 */
export function endOfNeed(born: Day | null, endsAtMonths: number | null): Day | null {
  return born === null || endsAtMonths === null ? null : addMonths(born, endsAtMonths);
}

/**
 * Whether the user has outgrown it before it runs out: graduated, which is not lost (J19).
 *
 * @example graduates({ runsOutOn: '2026-12-05' }, '2026-11-30') // => true
 */
export function graduates(supply: Pick<Supply, 'runsOutOn'>, end: Day | null): boolean {
  return end !== null && supply.runsOutOn >= end;
}
