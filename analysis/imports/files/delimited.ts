import Papa from 'papaparse';
import type { Slices } from './bytes';
import { decodeSlices } from './encoding';
import type { Batch, Cut, Row } from './table';

/** In the order tried when nothing else decides. */
export const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
/** A cell longer than this (characters) is taken for a quotation mark that never closes. */
const MAX_CELL = 16 * 1024 * 1024;

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
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
  for (const piece of decodeSlices(slices, cut.encoding)) {
    index++;
    rest += piece;
    if (stuck && !piece.includes('"') && rest.length < MAX_CELL) continue;
    const parsed = parse(rest, cut, true);
    const { rows, brokenLine, next } = placed(parsed, rest, line);
    stuck = parsed.meta.cursor === 0;
    if (stuck && rest.length >= MAX_CELL) {
      yield { rows: [], part: index / slices.length, brokenLine: line };
      return;
    }
    rest = rest.slice(parsed.meta.cursor);
    line = next;
    yield { rows, part: index / slices.length, brokenLine };
    if (brokenLine !== null) return;
  }
  if (rest === '') return;
  const { rows, brokenLine } = placed(parse(rest, cut, false), rest, line);
  yield { rows, part: 1, brokenLine };
}

function parse(text: string, cut: Cut, more: boolean): Parsed {
  const config = {
    delimiter: cut.delimiter,
    newline: '\n' as const,
    ...(cut.quoted ? {} : { fastMode: true }),
  };
  return new Papa.Parser(config).parse(text, 0, more) as Parsed;
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
