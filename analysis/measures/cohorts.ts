import type { Day } from '@shared/calendar/day';
import type { OrderFrame } from '../frame/orders';
import type { Cohort } from '../review';
import { CALENDAR_UNITS, type CalendarUnit, oncePerDay } from './calendar-units';
import { type Histories, timeOrder } from './histories';
import type { MeasureInput } from './input';
import { decimals, majorUnits } from './money';
import { dayStart } from './wall-clock';

export interface CohortOptions {
  readonly unit: CalendarUnit;
  /** Only so many of the newest cohorts; all without. */
  readonly most?: number;
  /** Decimals of amounts. */
  readonly digits?: number;
}

/**
 * Buyers by the month (week, quarter) of their first purchase: how many of them bought in each later one and
 * what they paid, refunds taken off. `active[0]` is the cohort's size; the stretch that holds `asOf` is marked
 * unfinished unless `asOf` is its last day. The first cohort of a file is no real cohort, for it holds every
 * older buyer too: it is marked `oldest`.
 */
export function cohortsOf(
  frame: OrderFrame,
  histories: Histories,
  asOf: Day,
  { unit, most = Number.POSITIVE_INFINITY, digits = 2 }: CohortOptions = { unit: 'month' },
): readonly Cohort[] | null {
  if (histories.buyers === 0) return null;
  const { nameOf, lastDayOf, ...rules } = CALENDAR_UNITS[unit];
  const numberOf = oncePerDay(rules.numberOf);
  const last = numberOf(dayStart(asOf));
  const cohortOf = new Int32Array(histories.first.length).fill(-1);
  let oldest = last;
  for (let buyer = 0; buyer < cohortOf.length; buyer += 1) {
    const time = histories.first[buyer]!;
    if (Number.isNaN(time)) continue;
    cohortOf[buyer] = numberOf(time);
    oldest = Math.min(oldest, cohortOf[buyer]!);
  }
  const first = Math.max(oldest, last - most + 1);
  const stretches = last - first + 1;
  // A square with a row per cohort, half of it unused: one index and no rows to look up.
  const active = new Uint32Array(stretches * stretches);
  const paid = new Float64Array(stretches * stretches);
  // In order of time one remembered stretch per buyer is enough for ten orders in one month to count once.
  const lastSeen = new Int32Array(frame.buyers.length).fill(first - 1);
  const order = timeOrder(frame.time);
  for (let place = 0; place < order.length; place += 1) {
    const index = order[place]!;
    const buyer = frame.buyer[index]!;
    if (buyer < 0 || Number.isNaN(histories.first[buyer]!)) continue;
    const cohort = cohortOf[buyer]!;
    if (cohort < first) continue;
    const at = numberOf(frame.time[index]!);
    if (at > last) continue;
    const cell = (cohort - first) * stretches + at - cohort;
    paid[cell]! += frame.paid[index]! - frame.refund[index]!;
    if (lastSeen[buyer] === at) continue;
    lastSeen[buyer] = at;
    active[cell]! += 1;
  }
  const open = asOf !== lastDayOf(last);
  return Array.from({ length: stretches }, (_, index) => index).flatMap((index): Cohort[] => {
    const [from, to] = [index * stretches, index * stretches + stretches - index];
    if (active[from] === 0) return [];
    return [
      {
        cohort: nameOf(first + index),
        size: active[from]!,
        active: [...active.subarray(from, to)],
        unfinished: Array.from({ length: to - from }, (__, later) => open && from + later === to - 1),
        revenue: Array.from(paid.subarray(from, to), (sum) => majorUnits(sum, digits)),
        ...(first + index === oldest ? { oldest: true } : {}),
      },
    ];
  });
}

/** Cohorts of weeks are as many as weeks: the newest half year of them. */
const NEWEST_WEEKS = 26;

/** Cohorts of one unit of the calendar, with money in the shop's currency. */
export function cohortsIn(
  { orders, histories, asOf, currency }: Pick<MeasureInput, 'orders' | 'histories' | 'asOf' | 'currency'>,
  unit: CalendarUnit,
) {
  const most = unit === 'week' ? { most: NEWEST_WEEKS } : {};
  return cohortsOf(orders, histories, asOf, { unit, digits: decimals(currency), ...most });
}
