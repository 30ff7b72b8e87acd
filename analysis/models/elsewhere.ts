import { type CoverageTask, coveredShare } from './coverage';
import { type FitPair, type FitTask, fitPair } from './fit-pair';
import { type Ranges, type RangesTask, rangesOf } from './ranges';

/** What may be done in another thread; tasks and results are plain data. */
interface Tasks {
  readonly fit: FitTask;
  readonly covered: CoverageTask;
  readonly ranges: RangesTask;
}
interface Results {
  readonly fit: FitPair;
  readonly covered: number;
  readonly ranges: Ranges;
}
export type Work = keyof Tasks;

const WORK: { readonly [W in Work]: (task: Tasks[W]) => Results[W] } = {
  fit: fitPair,
  covered: coveredShare,
  ranges: rangesOf,
};

/** A question as it goes to the other thread. */
export type Question<W extends Work = Work> = W extends Work
  ? { readonly work: W; readonly task: Tasks[W] }
  : never;
export type Answer<W extends Work = Work> = Results[W];

/** Works a question out, here and now. */
export function answer<W extends Work>(work: W, task: Tasks[W]): Answer<W> {
  return WORK[work](task);
}

/** Work given to another thread. */
export interface Lent {
  /** What it came to; null where it was taken back or can't be done there, or the signal has fired. */
  readonly answer: Promise<Answer | null>;
  /** Takes it back, to be done here; false where the other thread is at it already. */
  readonly takeBack: () => boolean;
}

/** Another thread: it does what it is given one after the other, by the same functions and with the same numbers. */
export interface Elsewhere {
  readonly lend: (question: Question, signal: AbortSignal) => Lent;
}

/**
 * Begins a piece of work in the other thread, where there is one.
 *
 * @returns fetches the result: worked out here where the other thread has not begun by then, or has failed; null
 *   when the signal has fired
 */
export function begin<W extends Work>(
  elsewhere: Elsewhere | null,
  work: W,
  task: Tasks[W],
  signal: AbortSignal,
): () => Promise<Answer<W> | null> {
  const lent = elsewhere?.lend({ work, task } as Question, signal);
  return async () => {
    const found = lent === undefined || lent.takeBack() ? null : await lent.answer;
    if (signal.aborted) return null;
    // What comes back is the answer to this question.
    return found === null ? answer(work, task) : (found as Answer<W>);
  };
}
