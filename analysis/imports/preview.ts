import type { TablePreview } from '../dataset';
import { type Header, headerOf, steadyWidth } from './detect';
import { type Cut, headOf, type Row, type Table } from './files/table';
import { guessColumns } from './guess-columns';

/** Rows shown below the header. */
const SHOWN = 5;
/** As much of a cell as a look needs. */
const LONGEST = 40;

/**
 * What an owner has to see to say which column is which: the names of the columns, the first rows below, and what
 * each column might be. Null where a table holds nothing.
 *
 * @param header the row taken for the header; null: the table has none, and its columns are called by place
 */
export function previewOf(table: Table, header: Header | null): TablePreview | null {
  const best = bestCut(table, header);
  if (best === null) return null;
  const { head } = best;
  const width = Math.max(...head.map((row) => row.cells.length));
  const names = header?.names ?? [];
  const named = names.some((name) => /\p{L}/u.test(name));
  const columns = named ? names : Array.from({ length: width }, (_, index) => `#${index + 1}`);
  const rows = head
    .filter((row) => !named || row.line > (header?.line ?? 0))
    .slice(0, SHOWN)
    .map((row) => columns.map((_, index) => (row.cells[index] ?? '').trim().slice(0, LONGEST)));
  return { sheet: table.sheet, columns, rows, guess: named ? guessColumns(columns, rows) : {} };
}

/** The cut under which the header was found, else the one that gives the steadiest table. */
function bestCut(table: Table, header: Header | null): { cut: Cut; head: readonly Row[] } | null {
  let best: { cut: Cut; head: readonly Row[]; score: number } | null = null;
  for (const cut of table.cuts) {
    const head = headOf(table, cut);
    const row = header === null ? undefined : head.find((one) => one.line === header.line);
    const same = row !== undefined && headerOf(row).names.join('\n') === header!.names.join('\n');
    const score = steadyWidth(head).score + (same ? 1e9 : 0);
    if (head.length > 0 && score > (best?.score ?? 0)) best = { cut, head, score };
  }
  return best;
}
