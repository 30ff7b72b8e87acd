import type { PlacedRows } from './placed-row';

const QUOTE = 34;
const NEWLINE = 10;

/** Where the text after the last whole row begins, and on which line of the file. */
export interface CutRows {
  readonly next: number;
  readonly line: number;
}

/**
 * Cuts the whole rows of a text, from a place on; a row that is not complete is left. Null where a quotation mark
 * stands in a place that has no plain meaning: the careful parser must look at such a text.
 *
 * @param rows takes the rows
 */
export function cutRows(
  rows: PlacedRows,
  text: string,
  from: number,
  firstLine: number,
  delimiter: string,
): CutRows | null {
  const { quoted } = rows;
  if (quoted && delimiter === '"') return null;
  rows.begin(text);
  let line = firstLine;
  let start = from;
  // Each search goes on from where it stopped: the engine's own search is several times faster than a loop.
  let mark = text.indexOf(delimiter, from);
  let quote = quoted ? text.indexOf('"', from) : -1;
  for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', start)) {
    let breaks = 0;
    if (quote >= 0 && quote < end) {
      const ends = cellEnds(text, start, delimiter);
      if (ends === null) return null;
      // The row goes on in a quoted cell and is not all here.
      if (ends.length === 0) break;
      const last = ends.at(-1)!;
      for (; end < last; end = text.indexOf('\n', end + 1)) breaks++;
      rows.addRow(line, start);
      for (const cell of ends) rows.addCell(cell);
      while (mark >= 0 && mark < end) mark = text.indexOf(delimiter, mark + 1);
      while (quote >= 0 && quote < end) quote = text.indexOf('"', quote + 1);
    } else if (end > start) {
      rows.addRow(line, start);
      for (; mark >= 0 && mark < end; mark = text.indexOf(delimiter, mark + 1)) rows.addCell(mark);
      rows.addCell(end);
    }
    line += 1 + breaks;
    start = end + 1;
  }
  return { next: start, line };
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
