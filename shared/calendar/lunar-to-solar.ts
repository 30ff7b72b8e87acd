import type { Day } from './day';
import { solarOf } from './lunar';

/**
 * The day a lunar date falls on; `null` when that lunar year has no such month. A month of 29 days keeps the 30th
 * on its last day.
 *
 * @example lunarToSolar(2026, 12, 30, false) // => '2027-02-05'
 * @example lunarToSolar(2026, 6, 1, true) // => null
 */
export function lunarToSolar(year: number, month: number, day: number, leap: boolean): Day | null {
  return solarOf({ year, month, day, leap }) ?? (day === 30 ? solarOf({ year, month, day: 29, leap }) : null);
}
