import { plainDecimal, timesQuantity } from './amount';
import { cleanCell } from './cell';
import type { Facts } from './facts';
import { PlacedRow } from './files/cut-rows';
import type { Row } from './files/table';

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
 */
export function createSameOrder({ alike, item, title, price, quantity }: LineColumns) {
  const QUOTE = 34;
  const titled: { row: Row | null; readonly column: number } = { row: null, column: title };
  let above: PlacedRow | null = null;
  let facts: { -readonly [Key in keyof Facts]: Facts[Key] } | null = null;

  function decimal(row: PlacedRow, column: number): number {
    return plainDecimal(row.places.text, row.startOf(column), row.endOf(column));
  }

  return {
    /** Takes a row as the one above. */
    keep(row: Row, read: Facts): void {
      above = row instanceof PlacedRow && read.number !== '' ? row : null;
      facts = above === null ? null : { ...read, ...(title < 0 ? {} : { title: titled }) };
    },
    forget(): void {
      above = null;
    },
    /** What the row says; null where it is not plainly one more line. Good until the next call. */
    next(row: Row): Facts | null {
      if (above === null || facts === null || !(row instanceof PlacedRow) || row.count !== above.count)
        return null;
      for (const column of alike) if (!isSame(above, row, column)) return null;
      if (price >= 0) {
        const amount = decimal(row, price);
        const pieces = quantity < 0 ? 10_000 : decimal(row, quantity);
        if (Number.isNaN(amount) || Number.isNaN(pieces)) return null;
        facts.price = amount;
        facts.quantity = quantity < 0 ? Number.NaN : pieces;
        facts.paid = timesQuantity(amount, pieces);
      }
      if (item >= 0) {
        const start = row.startOf(item);
        const { text } = row.places;
        if (text.charCodeAt(start) === QUOTE) return null;
        facts.item = cleanCell(text.slice(start, row.endOf(item)));
      }
      titled.row = row;
      return facts;
    },
  };
}

function isSame(a: PlacedRow, b: PlacedRow, column: number): boolean {
  const [startA, startB] = [a.startOf(column), b.startOf(column)];
  const length = a.endOf(column) - startA;
  if (b.endOf(column) - startB !== length) return false;
  const [textA, textB] = [a.places.text, b.places.text];
  for (let at = length - 1; at >= 0; at--)
    if (textA.charCodeAt(startA + at) !== textB.charCodeAt(startB + at)) return false;
  return true;
}
