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
  const runs = runsOf(alike);
  let above: PlacedRow | null = null;
  /** What the row above says in each run of columns. */
  let texts: readonly string[] = [];
  let facts: { -readonly [Key in keyof Facts]: Facts[Key] } | null = null;

  function decimal(row: PlacedRow, column: number): number {
    return plainDecimal(row.places.text, row.startOf(column), row.endOf(column));
  }

  return {
    /** Takes a row as the one above. */
    keep(row: Row, read: Facts): void {
      above = row instanceof PlacedRow && read.number !== '' ? row : null;
      if (above !== null) texts = runs.map(({ from, to }) => textOf(row as PlacedRow, from, to));
      facts = above === null ? null : { ...read, ...(title < 0 ? {} : { title: titled }) };
    },
    forget(): void {
      above = null;
    },
    /** What the row says; null where it is not plainly one more line. Good until the next call. */
    next(row: Row): Facts | null {
      if (above === null || facts === null || !(row instanceof PlacedRow) || row.count !== above.count)
        return null;
      for (let run = 0; run < runs.length; run++) {
        const { from, to } = runs[run]!;
        const start = row.startOf(from);
        const text = texts[run]!;
        // The engine's own comparison is several times faster than a loop over the letters.
        if (row.endOf(to) - start !== text.length || !row.places.text.startsWith(text, start)) return null;
      }
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

/** Columns that stand side by side are compared at once: first and last of each run. */
function runsOf(columns: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const sorted = [...new Set(columns)].filter((column) => column >= 0).sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const column of sorted) {
    const last = runs.at(-1);
    if (last && last.to === column - 1) last.to = column;
    else runs.push({ from: column, to: column });
  }
  return runs;
}

function textOf(row: PlacedRow, from: number, to: number): string {
  return row.places.text.slice(row.startOf(from), row.endOf(to));
}
