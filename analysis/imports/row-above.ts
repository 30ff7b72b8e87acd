import type { PlacedRow } from './files/placed-row';
import { isSame } from './things-seen';

/** Columns side by side, compared at once: first and last. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Columns that stand side by side are compared at once. */
export function runsOf(columns: readonly number[]): readonly Run[] {
  const sorted = [...new Set(columns)].filter((column) => column >= 0).sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const column of sorted) {
    const last = runs.at(-1);
    if (last && last.to === column - 1) last.to = column;
    else runs.push({ from: column, to: column });
  }
  return runs;
}

/**
 * Remembers what a row says in some columns, to be compared with the row below. Where letters are numbers (`codes`)
 * these are compared, several times faster than texts are by the engine; where only one of two rows has them the rows
 * are taken for different, which costs a closer look.
 */
export function createRowAbove(runs: readonly Run[]) {
  let count = -1;
  let texts: readonly string[] | null = null;
  let codes = new Uint8Array(256);
  const lengths = new Int32Array(runs.length);

  function isAlike(row: PlacedRow, own: Uint8Array): boolean {
    let at = 0;
    for (let run = 0; run < runs.length; run++) {
      const start = row.startOf(runs[run]!.from);
      const length = lengths[run]!;
      if (row.endOf(runs[run]!.to) - start !== length || !isSame(codes, at, own, start, length)) return false;
      at += length;
    }
    return true;
  }

  function startsAlike(row: PlacedRow, told: readonly string[]): boolean {
    return runs.every(({ from, to }, run) => {
      const start = row.startOf(from);
      const text = told[run]!;
      return row.endOf(to) - start === text.length && row.places.text.startsWith(text, start);
    });
  }

  return {
    put(row: PlacedRow): void {
      const { codes: own, text } = row.places;
      count = row.count;
      texts = own === null ? runs.map(({ from, to }) => text.slice(row.startOf(from), row.endOf(to))) : null;
      if (own === null) return;
      let at = 0;
      for (let run = 0; run < runs.length; run++) {
        const start = row.startOf(runs[run]!.from);
        const length = row.endOf(runs[run]!.to) - start;
        lengths[run] = length;
        if (at + length > codes.length) codes = widened(codes, at + length);
        for (let i = 0; i < length; i++) codes[at + i] = own[start + i]!;
        at += length;
      }
    },
    isLike(row: PlacedRow): boolean {
      if (row.count !== count) return false;
      const own = row.places.codes;
      if (own === null) return texts !== null && startsAlike(row, texts);
      return texts === null && isAlike(row, own);
    },
  };
}

function widened(codes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(2 * needed);
  wider.set(codes);
  return wider;
}
