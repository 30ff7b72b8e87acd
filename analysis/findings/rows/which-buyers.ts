import { dayNumber } from '@shared/calendar/day';
import type { Side } from '../../measures/breakdowns';
import { CALENDAR_UNITS, type CalendarUnit, oncePerDay } from '../../measures/calendar-units';
import type { MeasureInput } from '../../measures/input';
import { SIDES } from '../../measures/settings';
import { dayEnd, MS_PER_DAY } from '../../measures/wall-clock';
import { LAST_BIN } from '../../models/bins';
import { type BehindSet, halvesOf } from './behind';
import { addTo, type Keep } from './keep';
import { ordersOnSide } from './order-rows';
import { weekOf } from './week-of';

/** Buyers of the exports and the book that a set holds, by their number in the frame; null: the set is another kind. */
export function buyersOfFrame(
  set: BehindSet,
  mark: string | null,
  input: MeasureInput,
  keep: Keep,
): readonly number[] | null {
  const { orders: count, distinctDays, first, second } = input.histories;
  const like = (wanted: (buyer: number) => boolean) => {
    const found: number[] = [];
    for (let buyer = 0; buyer < count.length; buyer += 1)
      if (count[buyer]! > 0 && wanted(buyer)) found.push(buyer);
    return found;
  };
  const side = mark === null ? null : sideOf(mark);
  switch (set) {
    case 'buyers':
    case 'repeatBuyers': {
      const least = set === 'buyers' ? 1 : 2;
      if (mark === null) return like((buyer) => count[buyer]! >= least);
      if (side === null) return null;
      return onSide(side, input, keep).filter((buyer) => count[buyer]! >= least);
    }
    case 'onceBuyers':
      return like((buyer) => count[buyer] === 1);
    case 'dayRepeaters':
      return like((buyer) => distinctDays[buyer]! > 1);
    case 'eligible':
    case 'within': {
      // The mark is the number of days.
      const span = Number(mark) * MS_PER_DAY;
      const isEligible = (buyer: number) => first[buyer]! + span <= dayEnd(input.asOf);
      if (set === 'eligible') return like(isEligible);
      return like((buyer) => isEligible(buyer) && second[buyer]! <= first[buyer]! + span);
    }
    case 'cohort':
      return inCohort(mark ?? '', input, keep);
    case 'weekNew':
    case 'weekReturned': {
      const seen = inWeek(mark, input);
      const { start } = weekOf(input.asOf, mark);
      return like((buyer) => seen.has(buyer) && first[buyer]! >= start === (set === 'weekNew'));
    }
    case 'valued':
      return valued(mark ?? input.asOf, input, keep);
    default:
      return null;
  }
}

/** The number of each buyer in the frame, by their key. */
export function numbersOfBuyers({ orders }: MeasureInput, keep: Keep): ReadonlyMap<string, number> {
  return keep('numbers of buyers', () => new Map(orders.buyers.map((key, number) => [key, number])));
}

function sideOf(mark: string): { readonly side: Side; readonly label: string } | null {
  const { kind, which } = halvesOf(mark);
  const side = SIDES.find((one) => one === kind);
  return side === undefined ? null : { side, label: which };
}

function onSide(
  { side, label }: { readonly side: Side; readonly label: string },
  input: MeasureInput,
  keep: Keep,
): readonly number[] {
  const seen = new Set<number>();
  for (const at of ordersOnSide(side, input, keep).get(label) ?? [])
    if (input.orders.buyer[at]! >= 0) seen.add(input.orders.buyer[at]!);
  return [...seen];
}

/** `2026-03` the newcomers of a month (quarter, week), `2026-03/2` those of them who bought two months later. */
function inCohort(mark: string, input: MeasureInput, keep: Keep): readonly number[] {
  const [name = '', later = '0'] = mark.split('/');
  const unit: CalendarUnit = name.includes('W') ? 'week' : name.includes('Q') ? 'quarter' : 'month';
  return keep(`cohorts by ${unit}`, () => cohortFields(unit, input)).get(`${name}/${later}`) ?? [];
}

/** Every field of the triangle with its buyers, each once. */
function cohortFields(
  unit: CalendarUnit,
  { orders, histories }: MeasureInput,
): ReadonlyMap<string, number[]> {
  const { nameOf, numberOf } = CALENDAR_UNITS[unit];
  const stepAt = oncePerDay(numberOf);
  const born = Float64Array.from(histories.first, (time) =>
    Number.isNaN(time) ? Number.NaN : numberOf(time),
  );
  const seen = new Set<number>();
  const fields = new Map<string, number[]>();
  // One number for a buyer and a step: as many of them as there are fields and buyers.
  const size = orders.buyers.length;
  for (let at = 0; at < orders.count; at += 1) {
    const buyer = orders.buyer[at]!;
    if (buyer < 0) continue;
    const later = stepAt(orders.time[at]!) - born[buyer]!;
    const key = later * size + buyer;
    if (seen.has(key)) continue;
    seen.add(key);
    addTo(fields, `${nameOf(born[buyer]!)}/${later}`, buyer);
  }
  return fields;
}

function inWeek(mark: string | null, { orders, asOf }: MeasureInput): ReadonlySet<number> {
  const { start, end } = weekOf(asOf, mark);
  const seen = new Set<number>();
  for (let at = 0; at < orders.count; at += 1) {
    const [time, buyer] = [orders.time[at]!, orders.buyer[at]!];
    if (buyer >= 0 && time >= start && time < end) seen.add(buyer);
  }
  return seen;
}

/**
 * Buyers the models look at: those known by a day. `2026-05-01/2`: of these, who had bought on two further days by
 * then (7: seven or more).
 */
function valued(mark: string, input: MeasureInput, keep: Keep): readonly number[] {
  const { days, graduated } = input;
  const [day = '', repeats] = mark.split('/');
  const until = dayNumber(day);
  const numbers = numbersOfBuyers(input, keep);
  return days.buyers.flatMap((key, k) => {
    let bought = 0;
    for (let i = days.start[k]!; i < days.start[k + 1]! && days.day[i]! <= until; i += 1) bought += 1;
    if (bought === 0 || graduated.has(key)) return [];
    if (repeats !== undefined && String(Math.min(LAST_BIN, bought - 1)) !== repeats) return [];
    return numbers.get(key) ?? [];
  });
}
