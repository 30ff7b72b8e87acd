import { MONEY_SCALE } from '../../frame/orders';
import type { MeasureInput } from '../../measures/input';
import { wallDay } from '../../measures/wall-clock';
import { type BehindRow, called } from './behind';
import type { Names } from './rows-behind';
import { weekOf } from './week-of';

/** Orders: all, those known to belong to someone, or those of the week (mark `before`: of the one before). */
export function orderRows(
  set: 'orders' | 'knownOrders' | 'weekOrders',
  mark: string | null,
  { orders, asOf }: MeasureInput,
  names: Names,
): readonly BehindRow[] {
  const week = weekOf(asOf, mark);
  const rows: BehindRow[] = [];
  for (let index = 0; index < orders.count; index += 1) {
    const [time, buyer] = [orders.time[index]!, orders.buyer[index]!];
    if (set === 'weekOrders' && (time >= week.end || time < week.start)) continue;
    if (set === 'knownOrders' && buyer < 0) continue;
    rows.push({
      ...called(buyer < 0 ? '' : orders.buyers[buyer]!, names),
      what: orders.number[index]!,
      day: wallDay(time),
      amount: (orders.paid[index]! - orders.refund[index]!) / MONEY_SCALE,
    });
  }
  return rows;
}
