import { MONEY_SCALE } from '../../frame/orders';
import { CALENDAR_UNITS, type CalendarUnit } from '../../measures/calendar-units';
import { giftReturns } from '../../measures/gifts';
import type { MeasureInput } from '../../measures/input';
import { outcomesByBuyer } from '../../measures/promises';
import { dayEnd, MS_PER_DAY, wallDay } from '../../measures/wall-clock';
import { type BehindRow, type BehindSet, called } from './behind';
import type { Names } from './rows-behind';
import { weekOf } from './week-of';

/** Which buyers, by their number in the frame. */
type Wanted = (buyer: number) => boolean;

/** Buyers with how many orders they have, their last day and what they paid. */
export function buyerRows(
  set: BehindSet,
  mark: string | null,
  input: MeasureInput,
  names: Names,
): readonly BehindRow[] {
  const { orders, histories } = input;
  const wanted = wantedIn(set, mark, input);
  const size = orders.buyers.length;
  const [spent, last] = [new Float64Array(size), new Float64Array(size)];
  for (let index = 0; index < orders.count; index += 1) {
    const buyer = orders.buyer[index]!;
    if (buyer < 0) continue;
    spent[buyer]! += orders.paid[index]! - orders.refund[index]!;
    last[buyer] = Math.max(last[buyer]!, orders.time[index]!);
  }
  const rows: BehindRow[] = [];
  for (let buyer = 0; buyer < size; buyer += 1) {
    const count = histories.orders[buyer]!;
    if (count === 0 || !wanted(buyer)) continue;
    rows.push({
      ...called(orders.buyers[buyer]!, names),
      what: String(count),
      day: wallDay(last[buyer]!),
      amount: spent[buyer]! / MONEY_SCALE,
    });
  }
  return rows;
}

function wantedIn(set: BehindSet, mark: string | null, input: MeasureInput): Wanted {
  const { orders: count, distinctDays, first, second } = input.histories;
  switch (set) {
    case 'repeatBuyers':
      return (buyer) => count[buyer]! > 1;
    case 'onceBuyers':
      return (buyer) => count[buyer] === 1;
    case 'dayRepeaters':
      return (buyer) => distinctDays[buyer]! > 1;
    case 'eligible':
    case 'within': {
      // The mark is the number of days.
      const span = Number(mark) * MS_PER_DAY;
      const eligible: Wanted = (buyer) => first[buyer]! + span <= dayEnd(input.asOf);
      if (set === 'eligible') return eligible;
      return (buyer) => eligible(buyer) && second[buyer]! <= first[buyer]! + span;
    }
    case 'cohort':
      return inCohort(mark ?? '', input);
    case 'weekNew':
    case 'weekReturned':
      return inWeek(set === 'weekNew', mark, input);
    case 'outcomeBuyers':
    case 'outcomeRepeat':
    case 'giftBuyers':
    case 'giftReturned':
      return ofBook(set, mark, input);
    default:
      return () => true;
  }
}

/** `2026-03` the newcomers of a month (quarter, week), `2026-03/2` those of them who bought two months later. */
function inCohort(mark: string, { orders, histories }: MeasureInput): Wanted {
  const [name = '', later = '0'] = mark.split('/');
  const unit: CalendarUnit = name.includes('W') ? 'week' : name.includes('Q') ? 'quarter' : 'month';
  const { nameOf, numberOf } = CALENDAR_UNITS[unit];
  const active = new Set<number>();
  for (let index = 0; index < orders.count; index += 1) {
    const buyer = orders.buyer[index]!;
    if (buyer < 0 || active.has(buyer)) continue;
    const cohort = numberOf(histories.first[buyer]!);
    if (nameOf(cohort) !== name) continue;
    if (numberOf(orders.time[index]!) - cohort === Number(later)) active.add(buyer);
  }
  return (buyer) => active.has(buyer);
}

function inWeek(isNew: boolean, mark: string | null, { orders, histories, asOf }: MeasureInput): Wanted {
  const { start, end } = weekOf(asOf, mark);
  const seen = new Set<number>();
  for (let index = 0; index < orders.count; index += 1) {
    const [time, buyer] = [orders.time[index]!, orders.buyer[index]!];
    if (buyer >= 0 && time >= start && time < end) seen.add(buyer);
  }
  return (buyer) => seen.has(buyer) && histories.first[buyer]! >= start === isNew;
}

/** Buyers of the book with known orders; the mark is what became of promises to them, or gift or none. */
function ofBook(set: BehindSet, mark: string | null, input: MeasureInput): Wanted {
  const { book, purchases, view, orders } = input;
  if (book === null) return () => false;
  const wanted = new Set<string>();
  if (set === 'giftBuyers' || set === 'giftReturned') {
    const group = giftReturns(book, purchases, view)[mark === 'gift' ? 'gift' : 'none'];
    for (const [buyer, returned] of group) if (set === 'giftBuyers' || returned) wanted.add(buyer);
  } else {
    const outcomes = outcomesByBuyer(book, view);
    const least = set === 'outcomeRepeat' ? 2 : 1;
    for (const { id, deleted } of book.buyers) {
      const bought = purchases.get(id)?.length ?? 0;
      if (!deleted && bought >= least && (outcomes.get(id) ?? 'none') === mark) wanted.add(id);
    }
  }
  return (buyer) => wanted.has(orders.buyers[buyer]!);
}
