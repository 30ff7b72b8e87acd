import { withRoom } from '../growing';
import type { Row, Rows } from './table';

const QUOTE = 34;
const encoder = new TextEncoder();

/** Where the cells of some rows stand in a text: cell i of a row ends at `ends[first + i]`. */
export interface CellPlaces {
  readonly text: string;
  /**
   * The letters of the text as numbers, where each is one of ASCII; null elsewhere. Cells are compared by them several
   * times faster than by the text.
   */
  readonly codes: Uint8Array | null;
  readonly ends: Int32Array;
  readonly quoted: boolean;
}

/**
 * A row that is cut into texts only when somebody asks for them. A list of a million lines has ten million cells, and
 * most of them are never looked at, or are the same as in the row above.
 */
export class PlacedRow implements Row {
  line = 0;
  /** How many cells it has. */
  count = 0;
  readonly #rows: PlacedRows;
  #first = 0;
  #start = 0;
  #cells: readonly string[] | null = null;

  constructor(rows: PlacedRows) {
    this.#rows = rows;
  }

  /** Makes it another row of the same text. */
  put(line: number, first: number, count: number, start: number): void {
    this.line = line;
    this.count = count;
    this.#first = first;
    this.#start = start;
    this.#cells = null;
  }

  get places(): CellPlaces {
    return this.#rows;
  }

  get cells(): readonly string[] {
    this.#cells ??= this.#cut();
    return this.#cells;
  }

  /** Where a cell begins in the text. */
  startOf(cell: number): number {
    return cell === 0 ? this.#start : this.#rows.ends[this.#first + cell - 1]! + 1;
  }

  /** Where a cell ends in the text (exclusive). */
  endOf(cell: number): number {
    return this.#rows.ends[this.#first + cell]!;
  }

  #cut(): readonly string[] {
    const { text, quoted } = this.#rows;
    const cells = new Array<string>(this.count);
    let start = this.#start;
    for (let cell = 0; cell < this.count; cell++) {
      const end = this.endOf(cell);
      cells[cell] =
        quoted && text.charCodeAt(start) === QUOTE && end > start
          ? text.slice(start + 1, end - 1).replaceAll('""', '"')
          : text.slice(start, end);
      start = end + 1;
    }
    return cells;
  }
}

/**
 * The rows cut from one piece of a text after the other, in columns that are used again: a row object for each of a
 * million lines, and new columns for each piece, kept the garbage collector busy.
 */
export class PlacedRows implements Rows, CellPlaces {
  text = '';
  codes: Uint8Array | null = null;
  ends = new Int32Array(8192);
  readonly quoted: boolean;
  length = 0;
  #cells = 0;
  #lines = new Int32Array(1024);
  #firsts = new Int32Array(1024);
  #starts = new Int32Array(1024);
  #room = new Uint8Array();
  readonly #row: PlacedRow;

  constructor(quoted: boolean) {
    this.quoted = quoted;
    this.#row = new PlacedRow(this);
  }

  /** Begins with another text; rows of the one before are no more. */
  begin(text: string): void {
    this.text = text;
    this.length = 0;
    this.#cells = 0;
    if (this.#room.length < text.length) this.#room = new Uint8Array(text.length);
    const { read, written } = encoder.encodeInto(text, this.#room);
    this.codes = read === text.length && written === read ? this.#room : null;
  }

  /** Tells where the next cell ends. */
  addCell(end: number): void {
    if (this.#cells === this.ends.length) this.ends = withRoom(this.ends, this.#cells);
    this.ends[this.#cells++] = end;
  }

  /** Begins a row; its cells are told next. */
  addRow(line: number, start: number): void {
    const at = this.length++;
    if (at === this.#lines.length) {
      this.#lines = withRoom(this.#lines, at);
      this.#firsts = withRoom(this.#firsts, at);
      this.#starts = withRoom(this.#starts, at);
    }
    this.#lines[at] = line;
    this.#firsts[at] = this.#cells;
    this.#starts[at] = start;
  }

  at(index: number): PlacedRow {
    const first = this.#firsts[index]!;
    const next = index + 1 < this.length ? this.#firsts[index + 1]! : this.#cells;
    this.#row.put(this.#lines[index]!, first, next - first, this.#starts[index]!);
    return this.#row;
  }
}
