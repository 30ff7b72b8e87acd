import { type FitPair, type FitTask, fitPair } from './fit-pair';
import { type Ranges, type RangesTask, rangesOf } from './ranges';

/**
 * Another thread that takes a part of the models. Each resolves to null where that can't be done (or the signal
 * fires): then it is done here, by the same functions and with the same numbers. One question at a time.
 */
export interface Elsewhere {
  readonly fit: (tasks: readonly FitTask[], signal: AbortSignal) => Promise<readonly FitPair[] | null>;
  readonly ranges: (task: RangesTask, signal: AbortSignal) => Promise<Ranges | null>;
}

/** A question as it goes to the other thread. */
export type Question =
  | { readonly kind: 'fit'; readonly tasks: readonly FitTask[] }
  | { readonly kind: 'ranges'; readonly task: RangesTask };

/** Answers a question. */
export function answer(question: Question): readonly FitPair[] | Ranges {
  return question.kind === 'fit' ? question.tasks.map(fitPair) : rangesOf(question.task);
}
