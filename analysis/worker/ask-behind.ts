import type { Behind, BehindRows } from '../findings/rows/behind';
import type { WorkerPort } from './client';

/** What a review was made from, to be asked while its worker lives. */
export interface BehindReview {
  readonly rows: (of: Behind) => Promise<BehindRows>;
  /** Whether the rows of a set are at hand; without it all are. */
  readonly has?: (of: Behind) => boolean;
  /** Every row left out of the review, as a table for a spreadsheet; null where nobody can tell any more. */
  readonly leftOut: (() => Promise<string>) | null;
  /** Nobody asks any more: the worker and all it holds may go. */
  readonly close: () => void;
}

/** Asks the worker that made a review; answers come under the number they were asked by. */
export function askBehind(worker: WorkerPort): BehindReview {
  let last = 0;
  const asked = new Map<number, (answer: never) => void>();
  worker.addEventListener('message', ({ data }) => {
    if (data.kind !== 'behind' && data.kind !== 'left-out') return;
    asked.get(data.id)?.((data.kind === 'behind' ? data.behind : data.table) as never);
    asked.delete(data.id);
  });
  const ask = <Answer>(
    question: { readonly kind: 'behind'; readonly of: Behind } | { readonly kind: 'left-out' },
  ) =>
    new Promise<Answer>((resolve) => {
      last += 1;
      asked.set(last, resolve as (answer: never) => void);
      worker.postMessage({ ...question, id: last });
    });
  return {
    rows: (of) => ask<BehindRows>({ kind: 'behind', of }),
    leftOut: () => ask<string>({ kind: 'left-out' }),
    close: () => worker.terminate(),
  };
}
