import type { BehindRow, BehindRows } from './behind';

// One for all: a comparison that looks up the reader's rules each time takes several times longer. Not made
// before names are compared: the first one of a program takes several milliseconds.
let collator: Intl.Collator | null = null;
function byName(one: string, other: string): number {
  collator ??= new Intl.Collator();
  return collator.compare(one, other);
}

/** What a set holds, before it is written out: only the newest are ever shown. */
export interface Found {
  readonly count: number;
  readonly newest: (most: number) => readonly BehindRow[];
}

/**
 * The items that come first in an order, in that order. Of half a million only these are sorted.
 *
 * @example firstOf([3, 1, 2], 2, (a, b) => a - b) // => [1, 2]
 */
export function firstOf<Item>(
  items: Iterable<Item>,
  most: number,
  compare: (one: Item, other: Item) => number,
): readonly Item[] {
  const best: Item[] = [];
  let worst: Item | undefined;
  const cut = () => {
    best.sort(compare).splice(most);
    worst = best.length === most ? best.at(-1) : undefined;
  };
  for (const item of items) {
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    best.push(item);
    if (best.length >= 2 * most) cut();
  }
  cut();
  return best;
}

/** Days are written so that their order is that of their letters. */
const byDay = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Rows that stand written already: the newest first, then by name. */
export function foundRows(rows: readonly BehindRow[]): Found {
  const newestFirst = (a: BehindRow, b: BehindRow) =>
    byDay(b.day ?? '', a.day ?? '') || byName(a.name, b.name);
  return { count: rows.length, newest: (most) => firstOf(rows, most, newestFirst) };
}

/** Places in a frame that are written out only when they are shown: the newest first, then by name. */
export function foundPlaces(
  places: readonly number[],
  told: {
    readonly day: (place: number) => number;
    readonly name: (place: number) => string;
    readonly row: (place: number) => BehindRow;
  },
): Found {
  const newestFirst = (a: number, b: number) =>
    told.day(b) - told.day(a) || byName(told.name(a), told.name(b));
  return {
    count: places.length,
    // Exports end with their newest orders: seen first, they leave the others nothing to push aside.
    newest: (most) => firstOf([...places].reverse(), most, newestFirst).map(told.row),
  };
}

/** As they are shown: how many there are in all, and the newest of them. */
export function shown({ count, newest }: Found, most: number): BehindRows {
  return { count, rows: newest(most) };
}
