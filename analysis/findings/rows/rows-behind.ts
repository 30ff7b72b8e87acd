import { MONEY_SCALE } from '../../frame/orders';
import type { MeasureInput } from '../../measures/input';
import { dayEnd, MS_PER_DAY, wallDay } from '../../measures/wall-clock';
import { type Behind, type BehindRow, type BehindRows, called, MOST_BEHIND } from './behind';
import { bookRows } from './book-rows';

type Names = ReadonlyMap<string, string>;

/** The rows that one number counts, by the same rules as the number. */
export function rowsBehind(of: Behind, input: MeasureInput, names: Names): BehindRows {
  const rows = found(of, input, names);
  const newest = [...rows].sort(
    (a, b) => (b.day ?? '').localeCompare(a.day ?? '') || a.name.localeCompare(b.name),
  );
  return { count: rows.length, rows: newest.slice(0, MOST_BEHIND) };
}

function found(of: Behind, input: MeasureInput, names: Names): readonly BehindRow[] {
  switch (of) {
    case 'repeatBuyers':
      return buyerRows(input, names, (orders) => orders > 1);
    case 'onceBuyers':
      return buyerRows(input, names, (orders) => orders === 1);
    case 'weekOrders':
      return orderRows(input, names);
    default:
      return input.book === null ? [] : bookRows(of, input.book, input.view, names);
  }
}

function buyerRows(
  { orders, histories }: MeasureInput,
  names: Names,
  wanted: (orders: number) => boolean,
): readonly BehindRow[] {
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
    if (count === 0 || !wanted(count)) continue;
    rows.push({
      ...called(orders.buyers[buyer]!, names),
      what: String(count),
      day: wallDay(last[buyer]!),
      amount: spent[buyer]! / MONEY_SCALE,
    });
  }
  return rows;
}

function orderRows({ orders, asOf }: MeasureInput, names: Names): readonly BehindRow[] {
  const end = dayEnd(asOf);
  const rows: BehindRow[] = [];
  for (let index = 0; index < orders.count; index += 1) {
    const time = orders.time[index]!;
    if (time >= end || time < end - 7 * MS_PER_DAY) continue;
    const key = orders.buyer[index]! < 0 ? '' : orders.buyers[orders.buyer[index]!]!;
    rows.push({
      ...called(key, names),
      what: orders.number[index]!,
      day: wallDay(time),
      amount: (orders.paid[index]! - orders.refund[index]!) / MONEY_SCALE,
    });
  }
  return rows;
}
