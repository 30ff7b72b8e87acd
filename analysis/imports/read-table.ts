import type { FileRefusal, InputReport, LeftOutRow } from '../dataset';
import type { SummaryFrame } from '../frame/orders';
import type { ReadOptions } from '../options';
import { type Answer, createAnswerRows } from './answers';
import { cleanKey, isRoundedId } from './cell';
import { columnIndex } from './columns';
import type { Header, Match } from './detect';
import type { Batch, Row, Table } from './files/table';
import { MAPPED } from './mapped-name';
import { createOrderRows } from './order-rows';
import type { Pause } from './pause';
import { createSummaryRows } from './summaries';
import { createTally, type Tally } from './tally';
import type { Units } from './units';

/** What one table gave. */
export interface TableResult {
  readonly report: InputReport;
  readonly match: Match;
  readonly units: Units | null;
  readonly keyless: boolean;
  readonly currencies: ReadonlySet<string>;
  readonly answers: readonly Answer[];
  readonly summary: SummaryFrame | null;
  readonly leftOut: readonly LeftOutRow[];
  /** The zone the file's own times name, null where they name none. */
  readonly zone: string | null;
}
export type ReadTable =
  | { readonly ok: true; readonly result: TableResult }
  | { readonly ok: false; readonly refusal: FileRefusal };

interface Rows {
  readonly add: (row: Row) => void;
  readonly end: () => Pick<TableResult, 'units' | 'keyless' | 'currencies' | 'answers' | 'summary' | 'zone'>;
}

const NOTHING = {
  units: null,
  keyless: false,
  currencies: new Set<string>(),
  answers: [],
  summary: null,
  zone: null,
} as const;

/** Reads all rows of a recognised table, in turns. Null: cancelled. */
export async function readTable(
  name: string,
  table: Table,
  match: Match,
  options: ReadOptions,
  overlaps: boolean,
  pause: Pause,
): Promise<ReadTable | null> {
  const tally = createTally(name, options.listLeftOut);
  const rows = rowsFor(match, match.header, options, overlaps, tally);
  for (const batch of table.batches(match.cut)) {
    addRows(batch, match.header.line, rows);
    if (batch.brokenLine !== null) tally.fatal('imports.refusedQuote', { line: batch.brokenLine });
    if (tally.refusal()) break;
    if (!(await pause.turn(batch.part))) return null;
  }
  const read = tally.refusal() ? NOTHING : rows.end();
  const refusal = tally.refusal();
  if (refusal) return { ok: false, refusal };
  const { format } = match;
  const local = (format.kind === 'orders' || format.kind === 'answers') && format.offset === undefined;
  if (local && !format.zoned && options.tz === null) tally.note('zone-unknown');
  const confidence = format.name === MAPPED ? 'mapped' : 'certain';
  const report = tally.report(format.name, confidence, match.cut.encoding);
  return { ok: true, result: { ...read, report, match, leftOut: tally.leftOut() } };
}

/** Hands over the rows of a batch that stand below the header. */
export function addRows({ rows }: Batch, headerLine: number, into: Pick<Rows, 'add'>): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows.at(index)!;
    if (row.line > headerLine) into.add(row);
  }
}

function rowsFor(match: Match, header: Header, options: ReadOptions, overlaps: boolean, tally: Tally): Rows {
  const { format } = match;
  if (format.kind === 'orders') {
    const { dateOrder, tz, currency } = options;
    const rows = createOrderRows(format, header, { dateOrder, tz, currency, fingerprint: overlaps }, tally);
    return {
      add: rows.add,
      end: () => ({
        ...NOTHING,
        units: rows.finish(),
        keyless: rows.keyless(),
        currencies: rows.currencies,
        zone: rows.zone(),
      }),
    };
  }
  if (format.kind === 'answers') {
    const rows = createAnswerRows(format, header, options, tally);
    return { add: rows.add, end: () => ({ ...NOTHING, answers: rows.finish() }) };
  }
  if (format.kind === 'summary') {
    const rows = createSummaryRows(header, tally);
    return { add: rows.add, end: () => ({ ...NOTHING, summary: rows.frame() }) };
  }
  if (format.kind === 'customers') tally.note('customers-only');
  const key = columnIndex(header, format.kind === 'customers' ? format.columns.key : format.key);
  return {
    add: (row) => {
      if (row.cells.every((cell) => cell.trim() === '')) return;
      tally.row();
      const found = cleanKey(row.cells[key] ?? '');
      if (!isRoundedId(found)) return;
      tally.fatal('imports.refusedRoundedIds', { line: row.line, column: header.names[key] ?? '', found });
    },
    end: () => NOTHING,
  };
}
