import { MONEY_SCALE } from '../../frame/orders';
import type { Side } from '../../measures/breakdowns';
import { CALENDAR_UNITS, oncePerDay } from '../../measures/calendar-units';
import type { MeasureInput } from '../../measures/input';
import { SIDES } from '../../measures/settings';
import { dayEnd, dayStart, MS_PER_DAY, wallDay } from '../../measures/wall-clock';
import { called, halvesOf } from './behind';
import { type Found, foundPlaces } from './found';
import { addTo, type Keep } from './keep';
import type { Names } from './rows-behind';
import { weekOf } from './week-of';

/**
 * Orders: all, those known to belong to someone, or those of the week (mark `before`: of the one before). Marks of
 * `orders`: `week/2026-W45`, `days/2026-11-16/2026-11-22` (both inclusive), `of/<buyer's key>`, or a side of the data and its label, `platform/douyin`.
 */
export function orderRows(
  set: 'orders' | 'knownOrders' | 'weekOrders',
  mark: string | null,
  input: MeasureInput,
  names: Names,
  keep: Keep,
): Found {
  const { orders } = input;
  const name = (at: number) => (orders.buyer[at]! < 0 ? '' : orders.buyers[orders.buyer[at]!]!);
  return foundPlaces(placesOf(set, mark, input, keep), {
    day: (at) => Math.floor(orders.time[at]! / MS_PER_DAY),
    name: (at) => called(name(at), names).name,
    row: (at) => ({
      ...called(name(at), names),
      what: orders.number[at]!,
      day: wallDay(orders.time[at]!),
      amount: (orders.paid[at]! - orders.refund[at]!) / MONEY_SCALE,
    }),
  });
}

function placesOf(
  set: Parameters<typeof orderRows>[0],
  mark: string | null,
  input: MeasureInput,
  keep: Keep,
): readonly number[] {
  const { orders, asOf } = input;
  if (set === 'knownOrders') return placesLike(orders.count, (at) => orders.buyer[at]! >= 0);
  if (set === 'weekOrders') {
    const week = weekOf(asOf, mark);
    return placesLike(orders.count, (at) => orders.time[at]! >= week.start && orders.time[at]! < week.end);
  }
  if (mark === null) return placesLike(orders.count, () => true);
  const { kind, which } = halvesOf(mark);
  if (kind === 'days') {
    const [start, end] = [dayStart(which.slice(0, 10)), dayEnd(which.slice(11))];
    return placesLike(orders.count, (at) => orders.time[at]! >= start && orders.time[at]! < end);
  }
  if (kind === 'week') return keep('orders by week', () => byWeek(input)).get(which) ?? [];
  if (kind === 'of') return keep('orders by buyer', () => byKey(input)).get(which) ?? [];
  return ordersOnSide(kind as Side, input, keep).get(which) ?? [];
}

function placesLike(count: number, wanted: (at: number) => boolean): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < count; at += 1) if (wanted(at)) places.push(at);
  return places;
}

function byWeek({ orders }: MeasureInput): ReadonlyMap<string, number[]> {
  const { numberOf, nameOf } = CALENDAR_UNITS.week;
  const weekAt = oncePerDay(numberOf);
  const groups = new Map<number, number[]>();
  for (let at = 0; at < orders.count; at += 1) addTo(groups, weekAt(orders.time[at]!), at);
  return new Map([...groups].map(([week, places]) => [nameOf(week), places]));
}

function byKey({ orders }: MeasureInput): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let at = 0; at < orders.count; at += 1)
    if (orders.buyer[at]! >= 0) addTo(groups, orders.buyers[orders.buyer[at]!]!, at);
  return groups;
}

/** Orders by their labels on a side; under '' those without one, as the breakdowns count them. */
export function ordersOnSide(side: Side, input: MeasureInput, keep: Keep): ReadonlyMap<string, number[]> {
  return keep(`orders by ${side}`, () => {
    const lists = SIDES.includes(side) ? input.labels()[side] : undefined;
    if (lists === undefined) return new Map<string, number[]>();
    const groups = new Map<string, number[]>();
    for (let at = 0; at < input.orders.count; at += 1) {
      const [from, to] = [lists.start[at]!, lists.start[at + 1]!];
      if (from === to) addTo(groups, '', at);
      for (let k = from; k < to; k += 1) addTo(groups, lists.texts[lists.at[k]!]!, at);
    }
    return groups;
  });
}
