import Papa from 'papaparse';
import type { Slices } from './bytes';
import { cutRows } from './cut-rows';
import { decodeSlices } from './encoding';
import { PlacedRows } from './placed-row';
import type { Batch, Cut, Row } from './table';

/** In the order tried when nothing else decides. */
export const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
/** A cell longer than this (characters) is taken for a quotation mark that never closes. */
const MAX_CELL = 16 * 1024 * 1024;

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly type: string; readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Spreadsheets may say their delimiter on a first line of its own. */
export function declaredDelimiter(firstLine: string): string | null {
  const match = /^"?sep=(.)"?$/i.exec(firstLine.trim());
  return match ? (match[1] ?? null) : null;
}

/**
 * Cuts a text into rows while it is decoded, so that neither the text nor its rows are ever in memory as a
 * whole. Line numbers count the lines of the file, also those inside quoted cells. Stops at a quoted cell that
 * never ends: the parser would swallow the rest of the file as one row.
 */
export function* delimitedBatches(slices: Slices, cut: Cut): Generator<Batch> {
  let rest = '';
  let line = 1;
  let stuck = false;
  let index = 0;
  const [seamRows, ownRows] = [new PlacedRows(cut.quoted), new PlacedRows(cut.quoted)];
  for (const piece of decodeSlices(slices, cut.encoding)) {
    index++;
    const part = index / slices.length;
    if (stuck && !piece.includes('"') && rest.length < MAX_CELL) {
      // Inside a quoted cell that goes on: only put aside, or a long one is looked at again with every piece.
      rest += piece;
      continue;
    }
    const plain = cutPlainly(seamRows, ownRows, rest, piece, line, cut);
    if (plain !== null) {
      rest = plain.rest;
      line = plain.line;
      stuck = false;
      for (const rows of plain.rows) yield { rows, part, brokenLine: null };
      continue;
    }
    rest += piece;
    const parsed = parse(rest, cut, true);
    const { rows, brokenLine, next } = placed(parsed, rest, line);
    stuck = parsed.meta.cursor === 0;
    if (stuck && rest.length >= MAX_CELL) {
      yield { rows: [], part, brokenLine: line };
      return;
    }
    const broken = brokenLine ?? (isTorn(parsed) ? next : null);
    rest = rest.slice(parsed.meta.cursor);
    line = next;
    yield { rows, part, brokenLine: broken };
    if (broken !== null) return;
  }
  if (rest === '') return;
  const { rows, brokenLine } = placed(parse(rest, cut, false), rest, line);
  yield { rows, part: 1, brokenLine };
}

/**
 * Cuts a piece without the parser, which is what nearly all text allows; null where it does not. The row that two
 * pieces share is cut by itself, so that the piece need not be copied.
 */
function cutPlainly(
  seamRows: PlacedRows,
  ownRows: PlacedRows,
  rest: string,
  piece: string,
  line: number,
  { delimiter, quoted }: Cut,
) {
  if (quoted && rest.includes('"')) return null;
  const seam = rest === '' ? -1 : piece.indexOf('\n');
  if (rest !== '' && seam < 0) {
    // Not one whole row yet; a row that never ends is for the parser to tell.
    const longer = rest + piece;
    return longer.length < MAX_CELL && !(quoted && piece.includes('"'))
      ? { rows: [], rest: longer, line }
      : null;
  }
  const shared = seam < 0 ? null : cutRows(seamRows, rest + piece.slice(0, seam + 1), 0, line, delimiter);
  // A quoted cell may go on behind the seam.
  if (seam >= 0 && (shared === null || shared.next < rest.length + seam + 1)) return null;
  const own = cutRows(ownRows, piece, seam + 1, shared?.line ?? line, delimiter);
  if (own === null) return null;
  const rows = shared === null ? [ownRows] : [seamRows, ownRows];
  return { rows, rest: piece.slice(own.next), line: own.line };
}

function parse(text: string, cut: Cut, more: boolean): Parsed {
  const config = {
    delimiter: cut.delimiter,
    newline: '\n' as const,
    ...(cut.quoted ? {} : { fastMode: true }),
  };
  return new Papa.Parser(config).parse(text, 0, more) as Parsed;
}

/**
 * True where the row that has not ended yet will be broken wherever it ends: a quoted cell goes on behind its closing
 * mark. Cut at a wrong delimiter most files do, and would be read to their end in search of it. A single such mark
 * may only be one whose delimiter is still to come.
 */
function isTorn({ data, errors }: Parsed): boolean {
  return errors.filter(({ code, row }) => code === 'InvalidQuotes' && row === data.length).length > 1;
}

/** Gives each row its line; blank lines are counted and left out. */
function placed(parsed: Parsed, text: string, firstLine: number) {
  const mayHoldLines = text.includes('"') && lineBreaks(text, parsed.meta.cursor) > parsed.data.length;
  const rows: Row[] = [];
  let line = firstLine;
  // An error beyond the last complete row only says that the row is not complete yet.
  const faults = parsed.errors.filter(
    (error) => error.type === 'Quotes' && (error.row ?? 0) < parsed.data.length,
  );
  const faultRow = faults[0]?.row ?? -1;
  let brokenLine: number | null = null;
  for (let index = 0; index < parsed.data.length; index++) {
    const cells = parsed.data[index]!;
    if (index === faultRow) {
      brokenLine = line;
      break;
    }
    if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
    line++;
    if (mayHoldLines) for (const cell of cells) line += lineBreaks(cell);
  }
  return { rows, brokenLine, next: line };
}

function lineBreaks(text: string, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
