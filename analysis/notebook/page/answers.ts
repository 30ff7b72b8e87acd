import type { Review } from '../../review';
import type { Cell, CellSettings } from '../cell';

/** A question with its answer; null where the review has too little for it. */
export interface Answered {
  readonly cell: Cell;
  readonly result: unknown;
}

export function answer(cell: Cell, review: Review, settings: CellSettings): Answered {
  return { cell, result: cell.compute(review, settings) };
}

export function isMissing({ result }: Answered): boolean {
  return result === null;
}

/** Questions that wait for the same thing say so once; those nobody misses say nothing. */
export function withoutRepetition(all: readonly Answered[]): readonly Answered[] {
  const advised = new Set<string>();
  return all.filter(({ cell, result }) => {
    if (result !== null) return true;
    if (cell.advice === null || advised.has(cell.advice)) return false;
    advised.add(cell.advice);
    return true;
  });
}
