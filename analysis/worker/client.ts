import type { LoadProgress, LoadResult } from '../notebook/source';
import { askBehind } from './ask-behind';
import type { WorkerReply, WorkerRequest } from './messages';

/** What is used of a worker; a test passes its own. */
export interface WorkerPort {
  postMessage(message: WorkerRequest): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerReply }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

/** How long a cancelled worker may take to stop by itself before it is stopped, in milliseconds. */
const GRACE_MS = 1_000;

/**
 * Computes a review off the page's thread. Resolves always: with the review, refusals, `cancelled` when the
 * signal fires, or `failed` with the worker's own words.
 */
export function computeInWorker(
  newWorker: () => WorkerPort,
  request: Extract<WorkerRequest, { kind: 'compute' }>,
  progress: LoadProgress,
): Promise<LoadResult> {
  return new Promise((resolve) => {
    const worker = newWorker();
    let grace: ReturnType<typeof setTimeout> | undefined;
    const finish = (result: LoadResult, over = true) => {
      clearTimeout(grace);
      // Who made a review can be asked what is behind it, until the page wants another one.
      if (over) worker.terminate();
      resolve(result);
    };
    worker.addEventListener('message', ({ data }) => {
      if (data.kind === 'progress') progress.report(data.step, data.part);
      else if (data.kind === 'first') progress.first?.(data.review);
      else if (data.kind === 'review') finish({ ...data, behind: askBehind(worker) }, false);
      else if (data.kind !== 'behind' && data.kind !== 'left-out') finish(data);
    });
    worker.addEventListener('error', (event) => finish({ kind: 'failed', detail: event.message ?? '' }));
    progress.signal.addEventListener(
      'abort',
      () => {
        worker.postMessage({ kind: 'cancel' });
        grace = setTimeout(() => finish({ kind: 'cancelled' }), GRACE_MS);
      },
      { once: true },
    );
    worker.postMessage(request);
  });
}
