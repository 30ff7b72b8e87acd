/** One line of a table: its cells as written and the line of the file it begins on (1-based). */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows one after the other; a row is good until the next is asked for. */
export interface Rows {
  readonly length: number;
  readonly at: (index: number) => Row | undefined;
}

/** Some rows, and how far into the file they are; good until the next batch is asked for. */
export interface Batch {
  readonly rows: Rows;
  /** From 0 to 1. */
  readonly part: number;
  /** Line on which a quoted cell begins that never ends; nothing after it can be trusted. */
  readonly brokenLine: number | null;
}

/** How a text is cut into cells. */
export interface Cut {
  readonly encoding: string;
  readonly delimiter: string;
  /** False where a quotation mark is a character like any other. */
  readonly quoted: boolean;
}

/** A table found in a file: a whole csv, one sheet of a workbook, a table of a page. */
export interface Table {
  readonly sheet: string | null;
  /** The ways it may be cut, the likeliest first; one for tables that need no cutting. */
  readonly cuts: readonly Cut[];
  /** From the top, as often as asked. */
  readonly batches: (cut: Cut) => Iterable<Batch>;
}

/** How many rows are looked at to find the header. */
export const HEAD_ROWS = 50;

/** The rows of a table to keep. */
export function* rowsOf(table: Table, cut: Cut): Generator<Row> {
  for (const { rows } of table.batches(cut)) {
    for (let index = 0; index < rows.length; index++) {
      const { line, cells } = rows.at(index)!;
      yield { line, cells };
    }
  }
}

/** The first rows of a table that hold anything. */
export function headOf(table: Table, cut: Cut): readonly Row[] {
  const head: Row[] = [];
  for (const row of rowsOf(table, cut)) {
    if (row.cells.some((cell) => cell.trim() !== '')) head.push(row);
    if (head.length === HEAD_ROWS) break;
  }
  return head;
}

/** A table whose rows are in memory already. */
export function tableOfRows(sheet: string | null, rows: readonly Row[], encoding: string): Table {
  const step = 2000;
  return {
    sheet,
    cuts: [{ encoding, delimiter: '', quoted: false }],
    *batches() {
      for (let at = 0; at < rows.length; at += step)
        yield { rows: rows.slice(at, at + step), part: at / rows.length, brokenLine: null };
    },
  };
}
