import type { FileRefusal, InputReport, LeftOutRow, RefusedRow } from '../dataset';
import { NOTE_WORDS, type NoteCode, type RowReason, refuse, type SkipReason } from './reasons';

/** How many refused rows are listed; the rest is counted. */
const LISTED = 100;

/** Counts what became of the rows of one file. */
export interface Tally {
  readonly row: () => void;
  readonly skip: (reason: SkipReason, line: number, rows?: number) => void;
  readonly refuse: (line: number, column: string, found: string, reason: RowReason, rows?: number) => void;
  readonly note: (code: NoteCode) => void;
  /** The whole file can't be used; the first reason stands. */
  readonly fatal: (reason: Parameters<typeof refuse>[1], params?: FileRefusal['params']) => void;
  readonly refusal: () => FileRefusal | null;
  /** Every row left out, where asked for. */
  readonly leftOut: () => readonly LeftOutRow[];
  readonly report: (format: string, confidence: string, encoding: string) => InputReport;
}

/** @param listed whether every row left out is kept: a file may have a million */
export function createTally(file: string, listed = false): Tally {
  let rows = 0;
  let skippedRows = 0;
  let refusedCount = 0;
  const skipped = new Map<string, number>();
  const refused: RefusedRow[] = [];
  const notes = new Set<string>();
  const leftOut: LeftOutRow[] = [];
  let fatal: FileRefusal | null = null;
  return {
    row: () => {
      rows++;
    },
    skip(reason, line, count = 1) {
      if (listed)
        leftOut.push({ file, line, rows: count, outcome: 'skipped', reason, column: '', found: '' });
      skipped.set(reason, (skipped.get(reason) ?? 0) + count);
      skippedRows += count;
    },
    refuse(line, column, found, reason, count = 1) {
      if (listed) leftOut.push({ file, line, rows: count, outcome: 'refused', reason, column, found });
      refusedCount += count;
      if (refused.length < LISTED) refused.push({ line, column, found, reason });
    },
    note: (code) => {
      notes.add(NOTE_WORDS[code]);
    },
    fatal(reason, params = {}) {
      fatal ??= refuse(file, reason, params);
    },
    refusal: () => fatal,
    leftOut: () => leftOut.sort((a, b) => a.line - b.line),
    report: (format, confidence, encoding) => ({
      file,
      format,
      confidence,
      encoding,
      rows,
      used: rows - skippedRows - refusedCount,
      skipped: Object.fromEntries([...skipped].sort(([a], [b]) => (a < b ? -1 : 1))),
      refusedCount,
      refused: [...refused].sort((a, b) => a.line - b.line),
      notes: [...notes].sort(),
    }),
  };
}
