import type { Dataset } from '../dataset';
import { MONEY_SCALE, type OrderFrame, pickSides } from '../frame/orders';
import { timesQuantity } from './amount';
import { createInterner, type Interner } from './interner';
import type { Merged } from './merge';
import type { LineColumns, Units } from './units';

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
  const buyers = createInterner();
  const things = createInterner();
  const told = merged.files.flatMap((units, file) =>
    units.lines === null
      ? []
      : [toldLines(units, units.lines, things, buyersOf(merged, file, owner, buyers), file)],
  );
  // Two passes: few lines are cancelled, and only lines of the same kind need a look.
  const kinds = new Uint8Array(KINDS);
  for (const lines of told) {
    for (const index of negatives(lines)) {
      kinds[kindOf(lines, index)] = 1;
      push(cancelled, keyOf(lines, index, buyers.texts), lineOf(lines, index, -1));
    }
  }
  const found = cancelled.size > 0;
  if (found) {
    for (const lines of told) {
      for (const index of alike(lines, kinds)) {
        const order = orderOf[lines.file]![lines.unit[index]!]!;
        const key = keyOf(lines, index, buyers.texts);
        if (order >= 0 && cancelled.has(key)) push(bought, key, lineOf(lines, index, order));
      }
    }
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
const KINDS = 1 << 18;

/** The lines of one file, with numbers that hold across files: of a line's thing, and of a unit's buyer. */
interface ToldLines extends LineColumns {
  readonly file: number;
  readonly numbers: readonly string[];
  readonly thing: Int32Array;
  /** By unit; −1 where nobody is known or the unit does not count. */
  readonly buyer: Int32Array;
}

function toldLines(
  { numbers }: Units,
  lines: LineColumns,
  things: Interner,
  buyer: Int32Array,
  file: number,
): ToldLines {
  const thing = Int32Array.from(lines.items.texts, (text) => things.of(text));
  return { ...lines, file, numbers, thing, buyer };
}

/** By unit: number of its buyer, −1 where nobody is known or its order does not count. */
function buyersOf(
  merged: Merged,
  file: number,
  owner: (file: number, unit: number) => string,
  buyers: Interner,
): Int32Array {
  return Int32Array.from(merged.kept[file]!, (stays, unit) => {
    const buyer = stays === 0 ? '' : owner(file, unit);
    return buyer === '' ? -1 : buyers.of(buyer);
  });
}

/**
 * Buyer, thing, price and quantity of a line in one number, for a first look: different ones may share it, the same
 * ones always do.
 */
function kindOf({ unit, item, thing, buyer, price, quantity }: ToldLines, index: number): number {
  const who = Math.imul(buyer[unit[index]!]!, 0x27d4eb2f) ^ Math.imul(thing[item[index]!]!, 0x9e3779b1);
  const mixed = Math.imul(who ^ (price[index]! | 0), 0x85ebca6b) ^ (Math.abs(quantity[index]!) | 0);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 14;
}

/** Lines of known buyers that take something back. */
function negatives(lines: ToldLines): readonly number[] {
  const { count, quantity, unit, buyer } = lines;
  const found: number[] = [];
  for (let index = 0; index < count; index++)
    if (quantity[index]! < 0 && buyer[unit[index]!]! >= 0) found.push(index);
  return found;
}

/** Lines of known buyers whose kind is marked. */
function alike(lines: ToldLines, kinds: Uint8Array): readonly number[] {
  const { count, quantity, unit, buyer } = lines;
  const found: number[] = [];
  for (let index = 0; index < count; index++) {
    if (!(quantity[index]! > 0) || buyer[unit[index]!]! < 0) continue;
    if (kinds[kindOf(lines, index)] === 1) found.push(index);
  }
  return found;
}

/** What must agree between a line and its cancellation. */
function keyOf(lines: ToldLines, index: number, buyers: readonly string[]): string {
  const { items, item, price, quantity, unit, buyer } = lines;
  const who = buyers[buyer[unit[index]!]!]!;
  return `${who}\n${items.texts[item[index]!]}\n${price[index]}\n${Math.abs(quantity[index]!)}`;
}

function lineOf({ numbers, unit, price, quantity, time }: ToldLines, index: number, order: number): Line {
  return {
    order,
    number: numbers[unit[index]!]!,
    time: time[index]!,
    amount: timesQuantity(price[index]!, quantity[index]!),
  };
}
