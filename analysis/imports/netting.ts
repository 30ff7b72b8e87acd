import type { Dataset } from '../dataset';
import { MONEY_SCALE, type OrderFrame, pickSides } from '../frame/orders';
import { timesQuantity } from './amount';
import { createInterner } from './interner';
import type { Merged } from './merge';
import type { Units } from './units';

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
  // Two passes: few lines are cancelled, and only lines of the same kind and buyer need a look.
  const kinds = new Uint8Array(KINDS);
  const kindsOf = new Map<string, Set<number>>();
  each(merged, (place, kind, quantity) => {
    if (quantity >= 0) return;
    const buyer = buyerOf(place, merged, owner);
    if (buyer === '') return;
    kinds[kind] = 1;
    kindsOf.set(buyer, (kindsOf.get(buyer) ?? new Set()).add(kind));
    push(cancelled, keyOf(place, buyer), lineOf(place, -1));
  });
  const found = cancelled.size > 0;
  if (found) {
    each(merged, (place, kind, quantity) => {
      if (quantity <= 0 || kinds[kind] === 0) return;
      const buyer = buyerOf(place, merged, owner);
      if (!kindsOf.get(buyer)?.has(kind)) return;
      const key = keyOf(place, buyer);
      const order = orderOf[place.file]![place.unit]!;
      if (order >= 0 && cancelled.has(key)) push(bought, key, lineOf(place, order));
    });
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
      const kept = new Uint32Array(frame.count);
      let count = 0;
      for (let index = 0; index < frame.count; index++)
        if (frame.lines[index]! > goneLines[from[index]!]!) kept[count++] = index;
      const netted: OrderFrame = {
        count,
        platforms: frame.platforms,
        platform: new Uint8Array(count),
        number: new Array<string>(count),
        buyer: new Int32Array(count),
        buyers: frame.buyers,
        time: new Float64Array(count),
        paid: new Float64Array(count),
        refund: new Float64Array(count),
        refundUnknown: new Uint8Array(count),
        lines: new Uint32Array(count),
        ...(frame.sides === undefined ? {} : { sides: pickSides(frame.sides, kept.subarray(0, count)) }),
      };
      const numbers = netted.number as string[];
      for (let index = 0; index < count; index++) {
        const at = kept[index]!;
        netted.platform[index] = frame.platform[at]!;
        numbers[index] = frame.number[at]!;
        netted.buyer[index] = frame.buyer[at]!;
        netted.time[index] = frame.time[at]!;
        netted.paid[index] = frame.paid[at]! - goneAmount[from[at]!]!;
        netted.refund[index] = frame.refund[at]!;
        netted.refundUnknown[index] = frame.refundUnknown[at]!;
        netted.lines[index] = frame.lines[at]! - goneLines[from[at]!]!;
      }
      const known = (order: OrderFrame) => new Set(order.buyer.filter((buyer) => buyer >= 0)).size;
      const amount = goneAmount.reduce((sum, part) => sum + part, 0) / MONEY_SCALE;
      return {
        netted,
        nettedAway: {
          orders: frame.count - count,
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

/** Different kinds of lines; a table this small stays in the processor's own memory. */
const KINDS = 1 << 17;

/** Thing, price and quantity in one number, for a first look: different ones may share it, the same ones always do. */
function kindOf(item: number, price: number, quantity: number): number {
  const mixed = Math.imul(Math.imul(item, 0x9e3779b1) ^ (price | 0), 0x85ebca6b) ^ (Math.abs(quantity) | 0);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 15;
}

/** Where a line stands. */
interface Place {
  file: number;
  units: Units;
  unit: number;
  index: number;
}

/** Visits all lines; the place is the same object every time, because there may be millions. */
function each(merged: Merged, visit: (place: Place, kind: number, quantity: number) => void): void {
  const things = createInterner();
  for (const [file, units] of merged.files.entries()) {
    const { lines } = units;
    if (!lines) continue;
    const thing = Int32Array.from(lines.items.texts, (text) => things.of(text));
    const { item, price, quantity, unit } = lines;
    const place = { file, units, unit: 0, index: 0 };
    for (let index = 0; index < lines.count; index++) {
      place.index = index;
      place.unit = unit[index]!;
      visit(place, kindOf(thing[item[index]!]!, price[index]!, quantity[index]!), quantity[index]!);
    }
  }
}

/** The buyer of a line, '' where nobody is known or its order does not count. */
function buyerOf(
  { file, unit }: Place,
  merged: Merged,
  owner: (file: number, unit: number) => string,
): string {
  return merged.kept[file]![unit] === 0 ? '' : owner(file, unit);
}

/** What must agree between a line and its cancellation. */
function keyOf({ units, index }: Place, buyer: string): string {
  const { items, item, price, quantity } = units.lines!;
  return `${buyer}\n${items.texts[item[index]!]}\n${price[index]}\n${Math.abs(quantity[index]!)}`;
}

function lineOf({ units, unit, index }: Place, order: number): Line {
  const { price, quantity, time } = units.lines!;
  return {
    order,
    number: units.numbers[unit]!,
    time: time[index]!,
    amount: timesQuantity(price[index]!, quantity[index]!),
  };
}
