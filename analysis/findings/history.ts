import type { Day } from '@shared/calendar/day';
import { MONEY_SCALE, type OrderFrame } from '../frame/orders';
import { wallDay } from '../measures/wall-clock';

/** What one buyer has bought so far. */
export interface HistoryRow {
  readonly buyer: string;
  readonly name: string;
  readonly orders: number;
  /** Major units, refunds taken off. */
  readonly spent: number;
  readonly last: Day;
}

const MOST_BUYERS = 10;

/** The buyers who spent most so far: what a shop too small for an estimate can still know (J21). */
export function historyRows(orders: OrderFrame, names: ReadonlyMap<string, string>): readonly HistoryRow[] {
  const size = orders.buyers.length;
  const [count, spent, last] = [new Uint32Array(size), new Float64Array(size), new Float64Array(size)];
  for (let index = 0; index < orders.count; index++) {
    const buyer = orders.buyer[index]!;
    if (buyer < 0) continue;
    count[buyer]! += 1;
    spent[buyer]! += orders.paid[index]! - orders.refund[index]!;
    last[buyer] = Math.max(last[buyer]!, orders.time[index]!);
  }
  return [...count.keys()]
    .filter((buyer) => count[buyer]! > 0)
    .sort((a, b) => spent[b]! - spent[a]! || count[b]! - count[a]! || a - b)
    .slice(0, MOST_BUYERS)
    .map((buyer) => {
      const key = orders.buyers[buyer]!;
      return {
        buyer: key,
        name: names.get(key) ?? key,
        orders: count[buyer]!,
        spent: spent[buyer]! / MONEY_SCALE,
        last: wallDay(last[buyer]!),
      };
    });
}
