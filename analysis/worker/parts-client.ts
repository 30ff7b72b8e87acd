import type { FileRefusal } from '../dataset';
import { type Behind, type BehindRows, NO_ROWS } from '../findings/rows/behind';
import type { LoadProgress } from '../notebook/source';
import type { Filter, FilterChoices, PartName, ReviewBase } from '../parts';
import type { Review } from '../review';
import type { BehindReview } from './ask-behind';
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
  /** The rows behind a number; null where the data are not at hand themselves. */
  readonly rows: ((of: Behind, filter: Filter) => Promise<BehindRows>) | null;
  /** Whether the rows of a set are at hand; without it all are. */
  readonly has?: (of: Behind) => boolean;
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
  const asked: Asked = { parts: new Map(), rows: new Map(), last: 0 };
  return new Promise((resolve) => {
    const end = (result: Opened) => {
      worker.terminate();
      resolve(result);
    };
    const broken = (detail: string) => {
      for (const answer of asked.parts.values()) answer({ kind: 'failed', detail });
      for (const answer of asked.rows.values()) answer(NO_ROWS);
      asked.parts.clear();
      asked.rows.clear();
      end({ kind: 'failed', detail });
    };
    worker.addEventListener('message', ({ data }) => {
      if (data.kind === 'progress') progress.report(data.step, data.part);
      else if (data.kind === 'opened') {
        const { base, choices, refused } = data;
        resolve({ kind: 'open', data: opened(worker, asked, base, choices), refused });
      } else if (data.kind === 'refused') end(data);
      else if (data.kind === 'failed') broken(data.detail);
      else if (data.kind === 'rows') {
        asked.rows.get(data.id)?.(data.rows);
        asked.rows.delete(data.id);
      } else if ('id' in data) {
        const answer = asked.parts.get(data.id);
        asked.parts.delete(data.id);
        asked.rows.get(data.id)?.(NO_ROWS);
        asked.rows.delete(data.id);
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

/** What was asked and not answered yet, by number. */
interface Asked {
  readonly parts: Map<number, (answer: PartsAnswer) => void>;
  readonly rows: Map<number, (answer: BehindRows) => void>;
  last: number;
}

function opened(worker: PartsPort, asked: Asked, base: ReviewBase, choices: FilterChoices): OpenData {
  return {
    base,
    choices,
    narrows: true,
    rows: (of, filter) =>
      new Promise((resolve) => {
        asked.last += 1;
        asked.rows.set(asked.last, resolve);
        worker.postMessage({ kind: 'rows', id: asked.last, of, filter });
      }),
    ask: (names, filter, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve({ kind: 'cancelled' });
        asked.last += 1;
        const id = asked.last;
        asked.parts.set(id, resolve);
        const drop = () => {
          // The page has its answer at once; the worker's own comes later and is nobody's.
          asked.parts.delete(id);
          worker.postMessage({ kind: 'drop', id });
          resolve({ kind: 'cancelled' });
        };
        signal.addEventListener('abort', drop, { once: true });
        worker.postMessage({ kind: 'parts', id, names, filter });
      }),
    close: () => worker.terminate(),
  };
}

/** A review that is all there is: its parts as they stand, for every cell, and nothing to narrow; rows where it took some along. */
export function fixedData(review: Review, behind: BehindReview | null = null): OpenData {
  return {
    base: review,
    choices: {},
    narrows: false,
    rows: behind && ((of) => behind.rows(of)),
    ...(behind?.has ? { has: behind.has } : {}),
    ask: async () => ({ kind: 'parts', parts: review }),
    close: () => undefined,
  };
}
