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

/** Cancellations of one buyer, thing, price and quantity, and the lines they may cancel. */
interface Group {
  readonly buyer: number;
  readonly thing: number;
  readonly price: number;
  readonly quantity: number;
  readonly cancelled: Line[];
  readonly bought: Line[];
}

/** What cancellations take from the orders, by the order's place before it was put into the frame. */
export interface Gone {
  readonly amount: Float64Array;
  readonly lines: Uint32Array;
  /** How many lines they take together. */
  readonly count: number;
}

/**
 * Matches the lines of cancellations against the lines they cancel: same buyer, same thing, same price, same
 * quantity, bought at or before the cancellation; of several the latest. Each line is cancelled once. What finds
 * no such line stays unmatched. Null where no export tells of cancellations.
 */
export function netLines(
  merged: Merged,
  orderOf: readonly Int32Array[],
  owner: (file: number, unit: number) => string,
  orderCount: number,
): Gone | null {
  const buyers = createInterner();
  const things = createInterner();
  const told = merged.files.flatMap((units, file) =>
    units.lines === null
      ? []
      : [toldLines(units, units.lines, things, buyersOf(merged, file, owner, buyers), file)],
  );
  // Two passes: few lines are cancelled, and only lines of the same kind need a look.
  const kinds = new Uint8Array(KINDS);
  const groups = new Map<number, Group[]>();
  for (const lines of told) {
    for (const index of negatives(lines)) {
      const kind = kindOf(lines, index);
      kinds[kind] = 1;
      groupOf(groups, kind, lines, index).cancelled.push(lineOf(lines, index, -1));
    }
  }
  if (groups.size === 0) return null;
  for (const lines of told) {
    for (const index of alike(lines, kinds)) {
      const order = orderOf[lines.file]![lines.unit[index]!]!;
      const group =
        order < 0 ? undefined : groups.get(kindOf(lines, index))!.find((one) => isOf(one, lines, index));
      group?.bought.push(lineOf(lines, index, order));
    }
  }
  const gone = { amount: new Float64Array(orderCount), lines: new Uint32Array(orderCount) };
  let count = 0;
  for (const { cancelled, bought } of [...groups.values()].flat()) {
    const open = bought.sort(byTime);
    for (const cancellation of cancelled.sort(byTime)) {
      const at = open.findLastIndex((line) => line.time <= cancellation.time);
      const [line] = at < 0 ? [] : open.splice(at, 1);
      if (!line) continue;
      gone.amount[line.order]! += line.amount;
      gone.lines[line.order]!++;
      count++;
    }
  }
  return { ...gone, count };
}

function byTime(a: Line, b: Line): number {
  return a.time - b.time || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
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

/** True for a line of the group's buyer, thing, price and quantity. */
function isOf(group: Group, lines: ToldLines, index: number): boolean {
  const { unit, item, thing, buyer, price, quantity } = lines;
  return (
    group.buyer === buyer[unit[index]!]! &&
    group.thing === thing[item[index]!]! &&
    group.price === price[index]! &&
    group.quantity === Math.abs(quantity[index]!)
  );
}

/** The group of a cancellation, made where it is the first of it. */
function groupOf(groups: Map<number, Group[]>, kind: number, lines: ToldLines, index: number): Group {
  const alike = groups.get(kind) ?? [];
  if (alike.length === 0) groups.set(kind, alike);
  const known = alike.find((one) => isOf(one, lines, index));
  if (known) return known;
  const { unit, item, thing, buyer, price, quantity } = lines;
  const made = {
    buyer: buyer[unit[index]!]!,
    thing: thing[item[index]!]!,
    price: price[index]!,
    quantity: Math.abs(quantity[index]!),
    cancelled: [],
    bought: [],
  };
  alike.push(made);
  return made;
}

function lineOf({ numbers, unit, price, quantity, time }: ToldLines, index: number, order: number): Line {
  return {
    order,
    number: numbers[unit[index]!]!,
    time: time[index]!,
    amount: timesQuantity(price[index]!, quantity[index]!),
  };
}
