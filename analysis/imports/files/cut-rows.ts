import { withRoom } from '../growing';
import type { Row } from './table';

const QUOTE = 34;
const NEWLINE = 10;

/** Where the cells of some rows stand in a text: cell i of a row ends at `ends[first + i]`. */
export interface CellPlaces {
  readonly text: string;
  readonly ends: Int32Array;
  readonly quoted: boolean;
}

/**
 * A row that is cut into texts only when somebody asks for them. A list of a million lines has ten million cells, and
 * most of them are never looked at, or are the same as in the row above.
 */
export class PlacedRow implements Row {
  readonly line: number;
  readonly places: CellPlaces;
  readonly #first: number;
  readonly #start: number;
  /** How many cells it has. */
  readonly count: number;
  #cells: readonly string[] | null = null;

  constructor(line: number, places: CellPlaces, first: number, count: number, start: number) {
    this.line = line;
    this.places = places;
    this.#first = first;
    this.#start = start;
    this.count = count;
  }

  get cells(): readonly string[] {
    this.#cells ??= this.#cut();
    return this.#cells;
  }

  /** Where a cell begins in the text. */
  startOf(cell: number): number {
    return cell === 0 ? this.#start : this.places.ends[this.#first + cell - 1]! + 1;
  }

  /** Where a cell ends in the text (exclusive). */
  endOf(cell: number): number {
    return this.places.ends[this.#first + cell]!;
  }

  #cut(): readonly string[] {
    const { text, quoted } = this.places;
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

/** Rows cut, and where the text after the last whole row begins. */
export interface CutRows {
  readonly rows: readonly Row[];
  readonly next: number;
  /** Line of the file on which `next` stands. */
  readonly line: number;
}

/**
 * Cuts the whole rows of a text, from a place on; a row that is not complete is left. Null where a quotation mark
 * stands in a place that has no plain meaning: the careful parser must look at such a text.
 */
export function cutRows(
  text: string,
  from: number,
  firstLine: number,
  delimiter: string,
  quoted: boolean,
): CutRows | null {
  if (quoted && delimiter === '"') return null;
  const places = { text, ends: new Int32Array(8192), quoted };
  const rows: Row[] = [];
  let line = firstLine;
  let start = from;
  let count = 0;
  // Each search goes on from where it stopped: the engine's own search is several times faster than a loop.
  let mark = text.indexOf(delimiter, from);
  let quote = quoted ? text.indexOf('"', from) : -1;
  for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', start)) {
    const first = count;
    let breaks = 0;
    if (quote >= 0 && quote < end) {
      const ends = cellEnds(text, start, delimiter);
      if (ends === null) return null;
      // The row goes on in a quoted cell and is not all here.
      if (ends.length === 0) break;
      const last = ends.at(-1)!;
      for (; end < last; end = text.indexOf('\n', end + 1)) breaks++;
      while (count + ends.length >= places.ends.length)
        places.ends = withRoom(places.ends, places.ends.length);
      places.ends.set(ends, count);
      count += ends.length;
      while (mark >= 0 && mark < end) mark = text.indexOf(delimiter, mark + 1);
      while (quote >= 0 && quote < end) quote = text.indexOf('"', quote + 1);
    } else {
      while (mark >= 0 && mark < end) {
        if (count === places.ends.length) places.ends = withRoom(places.ends, count);
        places.ends[count++] = mark;
        mark = text.indexOf(delimiter, mark + 1);
      }
      if (count === places.ends.length) places.ends = withRoom(places.ends, count);
      places.ends[count++] = end;
    }
    if (end > start) rows.push(new PlacedRow(line, places, first, count - first, start));
    line += 1 + breaks;
    start = end + 1;
  }
  return { rows, next: start, line };
}

/** Where the cells of a row with quotation marks end; none where the row is not whole, null where it is not plain. */
function cellEnds(text: string, start: number, delimiter: string): readonly number[] | null {
  const mark = delimiter.charCodeAt(0);
  const ends: number[] = [];
  let fresh = true;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === mark || code === NEWLINE) {
      ends.push(at);
      if (code === NEWLINE) return ends;
      fresh = true;
      continue;
    }
    if (fresh && code === QUOTE) {
      const close = closing(text, at);
      // Not to its end, or not known to be: what comes after may be a second mark.
      if (close < 0 || close + 1 === text.length) return [];
      const after = text.charCodeAt(close + 1);
      if (after !== mark && after !== NEWLINE) return null;
      at = close;
    }
    fresh = false;
  }
  return [];
}

/** Where a quoted cell that begins at a place ends; −1 where it does not end in this text. */
function closing(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}
