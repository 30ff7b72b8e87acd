import type { Dataset } from '../dataset';
import { MONEY_SCALE, type OrderFrame } from '../frame/orders';
import { timesQuantity } from './amount';
import type { Merged } from './merge';
import { createInterner } from './units';

/** A line of an order or of a cancellation. */
interface Line {
  readonly order: number;
  readonly number: string;
  readonly time: number;
  readonly amount: number;
}

type Netted = Pick<Dataset, 'netted' | 'nettedAway'>;

/**
 * Matches the lines of cancellations against the lines they cancel: same buyer, same thing, same price, same
 * quantity, bought at or before the cancellation; of several the latest. Each line is cancelled once. What finds
 * no such line stays unmatched.
 */
export function netLines(
  merged: Merged,
  orderOf: readonly Int32Array[],
  owner: (file: number, unit: number) => string,
  orderCount: number,
) {
  const cancelled = new Map<string, Line[]>();
  const bought = new Map<string, Line[]>();
  // Two passes: few lines are cancelled, and only lines of the same kind need a look.
  const kinds = new Set<number>();
  each(
    merged,
    owner,
    (quantity, kind) => quantity < 0 && kinds.add(kind).size > 0,
    (key, line) => push(cancelled, key, line),
  );
  const found = cancelled.size > 0;
  if (found) {
    each(
      merged,
      owner,
      (quantity, kind) => quantity > 0 && kinds.has(kind),
      (key, line) => {
        if (line.order >= 0 && cancelled.has(key)) push(bought, key, line);
      },
      orderOf,
    );
  }
  const goneAmount = new Float64Array(found ? orderCount : 0);
  const goneLines = new Uint32Array(found ? orderCount : 0);
  let lines = 0;
  for (const [key, cancellations] of cancelled) {
    const open = (bought.get(key) ?? []).sort(byTime);
    for (const cancellation of cancellations.sort(byTime)) {
      const at = open.findLastIndex((line) => line.time <= cancellation.time);
      const [line] = at < 0 ? [] : open.splice(at, 1);
      if (!line) continue;
      goneAmount[line.order]! += line.amount;
      goneLines[line.order]!++;
      lines++;
    }
  }
  return {
    /** The frame without what was cancelled; null where no export tells of cancellations. */
    net(frame: OrderFrame, from: Uint32Array): Netted {
      if (!found) return { netted: null, nettedAway: { orders: 0, lines: 0, amount: 0, buyers: 0 } };
      const kept: number[] = [];
      for (let index = 0; index < frame.count; index++)
        if (frame.lines[index]! > goneLines[from[index]!]!) kept.push(index);
      const left = (index: number) => frame.paid[index]! - goneAmount[from[index]!]!;
      const netted: OrderFrame = {
        count: kept.length,
        platforms: frame.platforms,
        platform: Uint8Array.from(kept, (index) => frame.platform[index]!),
        number: kept.map((index) => frame.number[index]!),
        buyer: Int32Array.from(kept, (index) => frame.buyer[index]!),
        buyers: frame.buyers,
        time: Float64Array.from(kept, (index) => frame.time[index]!),
        paid: Float64Array.from(kept, left),
        refund: Float64Array.from(kept, (index) => frame.refund[index]!),
        refundUnknown: Uint8Array.from(kept, (index) => frame.refundUnknown[index]!),
        lines: Uint32Array.from(kept, (index) => frame.lines[index]! - goneLines[from[index]!]!),
      };
      const known = (order: OrderFrame) => new Set(order.buyer.filter((buyer) => buyer >= 0)).size;
      const amount = goneAmount.reduce((sum, part) => sum + part, 0) / MONEY_SCALE;
      return {
        netted,
        nettedAway: {
          orders: frame.count - kept.length,
          lines,
          amount,
          buyers: known(frame) - known(netted),
        },
      };
    },
  };
}

function byTime(a: Line, b: Line): number {
  return a.time - b.time || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
}

function push(map: Map<string, Line[]>, key: string, line: Line): void {
  const list = map.get(key);
  if (list) list.push(line);
  else map.set(key, [line]);
}

/** Thing, price and quantity in one number, for a first look: different ones may share it, the same ones always do. */
function kindOf(item: number, price: number, quantity: number): number {
  return (item * 131_071 + price) * 31 + Math.abs(quantity);
}

/** Visits the lines that a first look asks for, with what must agree between an order and its cancellation. */
function each(
  merged: Merged,
  owner: (file: number, unit: number) => string,
  wanted: (quantity: number, kind: number) => boolean,
  visit: (key: string, line: Line) => void,
  orderOf?: readonly Int32Array[],
): void {
  const things = createInterner();
  for (const [file, units] of merged.files.entries()) {
    const { lines } = units;
    if (!lines) continue;
    const thing = lines.items.texts.map((text) => things.of(text));
    for (let index = 0; index < lines.count; index++) {
      const price = lines.price[index]!;
      const quantity = lines.quantity[index]!;
      if (!wanted(quantity, kindOf(thing[lines.item[index]!]!, price, quantity))) continue;
      const unit = lines.unit[index]!;
      const buyer = merged.kept[file]![unit] === 0 ? '' : owner(file, unit);
      if (buyer === '') continue;
      visit(`${buyer}\n${lines.items.texts[lines.item[index]!]}\n${price}\n${Math.abs(quantity)}`, {
        order: orderOf?.[file]?.[unit] ?? -1,
        number: units.numbers[unit]!,
        time: lines.time[index]!,
        amount: timesQuantity(price, quantity),
      });
    }
  }
}
