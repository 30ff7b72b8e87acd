import { plainDecimal, timesQuantity } from './amount';
import type { Facts } from './facts';
import { PlacedRow } from './files/placed-row';
import type { Row } from './files/table';
import type { Interner } from './interner';
import { createRowAbove, runsOf } from './row-above';
import { createThingsSeen } from './things-seen';

/** Which columns a row of the same order may differ in, and which must be alike; −1 where a format has none. */
export interface LineColumns {
  readonly alike: readonly number[];
  readonly item: number;
  readonly title: number;
  readonly price: number;
  readonly quantity: number;
}

/**
 * Reads rows that only add a line to the order of the row above: everything but thing, title, price and quantity is the same
 * text. In exports with a row per item that is nearly every row, and what is the same need not be read again.
 *
 * @param things numbers the things of lines that are kept; null where none are
 */
export function createSameOrder(
  { alike, item, title, price, quantity }: LineColumns,
  things: Interner | null,
) {
  const QUOTE = 34;
  const titled: { row: Row | null; readonly column: number } = { row: null, column: title };
  const runs = runsOf(alike);
  const thingOf = things === null || item < 0 ? null : createThingsSeen(things);
  const above = createRowAbove(runs);
  let facts: { -readonly [Key in keyof Facts]: Facts[Key] } | null = null;

  function decimal(row: PlacedRow, column: number): number {
    return plainDecimal(row.places.text, row.startOf(column), row.endOf(column));
  }

  return {
    /** Takes a row as the one above. */
    keep(row: Row, read: Facts): void {
      const plain = row instanceof PlacedRow && read.number !== '';
      facts = plain ? { ...read, ...(title < 0 ? {} : { title: titled }) } : null;
      if (plain) above.put(row);
    },
    forget(): void {
      facts = null;
    },
    /** What the row says; null where it is not plainly one more line. Good until the next call. */
    next(row: Row): Facts | null {
      if (facts === null || !(row instanceof PlacedRow) || !above.isLike(row)) return null;
      if (price >= 0) {
        const amount = decimal(row, price);
        const pieces = quantity < 0 ? 10_000 : decimal(row, quantity);
        if (Number.isNaN(amount) || Number.isNaN(pieces)) return null;
        facts.price = amount;
        facts.quantity = quantity < 0 ? Number.NaN : pieces;
        facts.paid = timesQuantity(amount, pieces);
      }
      if (item >= 0 && row.places.text.charCodeAt(row.startOf(item)) === QUOTE) return null;
      if (thingOf !== null) {
        facts.thing = thingOf(row, item);
        if (facts.thing < 0) facts.item = '';
      }
      titled.row = row;
      return facts;
    },
  };
}
