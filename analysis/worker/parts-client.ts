import type { FileRefusal } from '../dataset';
import type { Filter, FilterChoices } from '../measures/filter';
import type { LoadProgress } from '../notebook/source';
import type { PartName, ReviewBase } from '../parts';
import type { Review } from '../review';
import type { WorkerReply } from './messages';
import type { PartsReply, PartsRequest } from './parts-messages';

/** What is used of a worker; a test passes its own. */
export interface PartsPort {
  postMessage(message: PartsRequest): void;
  terminate(): void;
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: PartsReply | WorkerReply }) => void,
  ): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

/** What came of asking for parts. */
export type PartsAnswer =
  | { readonly kind: 'parts'; readonly parts: Partial<Review> }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };

/** Data that were read and stay at hand, in a worker. */
export interface OpenData {
  readonly base: ReviewBase;
  /** What cells can be narrowed to; nothing where the data are not at hand themselves. */
  readonly choices: FilterChoices;
  /** Whether cells can be given days and sides of their own. */
  readonly narrows: boolean;
  readonly ask: (names: readonly PartName[], filter: Filter, signal: AbortSignal) => Promise<PartsAnswer>;
  readonly close: () => void;
}

export type Opened =
  | { readonly kind: 'open'; readonly data: OpenData; readonly refused: readonly FileRefusal[] }
  | { readonly kind: 'refused'; readonly refused: readonly FileRefusal[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };

/** Reads data in a worker that stays. Resolves always; a cancelled one ends its worker. */
export function openInWorker(
  worker: PartsPort,
  request: Extract<PartsRequest, { kind: 'open' }>,
  progress: LoadProgress,
): Promise<Opened> {
  const asked = new Map<number, (answer: PartsAnswer) => void>();
  return new Promise((resolve) => {
    const end = (result: Opened) => {
      worker.terminate();
      resolve(result);
    };
    const broken = (detail: string) => {
      for (const answer of asked.values()) answer({ kind: 'failed', detail });
      asked.clear();
      end({ kind: 'failed', detail });
    };
    worker.addEventListener('message', ({ data }) => {
      if (data.kind === 'progress') progress.report(data.step, data.part);
      else if (data.kind === 'opened') {
        const { base, choices, refused } = data;
        resolve({ kind: 'open', data: opened(worker, asked, base, choices), refused });
      } else if (data.kind === 'refused') end(data);
      else if (data.kind === 'failed') broken(data.detail);
      else if ('id' in data) {
        const answer = asked.get(data.id);
        asked.delete(data.id);
        if (data.kind === 'parts') answer?.({ kind: 'parts', parts: data.parts });
        else
          answer?.(data.kind === 'unable' ? { kind: 'failed', detail: data.detail } : { kind: 'cancelled' });
      }
    });
    worker.addEventListener('error', (event) => broken(event.message ?? ''));
    progress.signal.addEventListener('abort', () => end({ kind: 'cancelled' }), { once: true });
    worker.postMessage(request);
  });
}

function opened(
  worker: PartsPort,
  asked: Map<number, (answer: PartsAnswer) => void>,
  base: ReviewBase,
  choices: FilterChoices,
): OpenData {
  let last = 0;
  return {
    base,
    choices,
    narrows: true,
    ask: (names, filter, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve({ kind: 'cancelled' });
        last += 1;
        const id = last;
        asked.set(id, resolve);
        const drop = () => {
          // The page has its answer at once; the worker's own comes later and is nobody's.
          asked.delete(id);
          worker.postMessage({ kind: 'drop', id });
          resolve({ kind: 'cancelled' });
        };
        signal.addEventListener('abort', drop, { once: true });
        worker.postMessage({ kind: 'parts', id, names, filter });
      }),
    close: () => worker.terminate(),
  };
}

/** A review that is all there is: its parts as they stand, for every cell, and nothing to narrow. */
export function fixedData(review: Review): OpenData {
  return {
    base: review,
    choices: {},
    narrows: false,
    ask: async () => ({ kind: 'parts', parts: review }),
    close: () => undefined,
  };
}
