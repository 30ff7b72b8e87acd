import type { Book } from '@shared/records/book';
import { computeInWorker, type WorkerPort } from '../worker/client';
import { openInWorker, type PartsPort } from '../worker/parts-client';
import { reviewRequest } from './review-request';
import type { DataSource, LoadRequest } from './source';

/** What the extension passes in: the book and the clock. */
export interface BookSourceOptions {
  /** The book, read fresh at every computing: by the page, or by a worker that reaches it. */
  readonly readBook: () => Promise<{
    readonly book: Book | 'stored';
    readonly timeZone: string;
    readonly currency: string | null;
  }>;
  readonly newWorker: () => WorkerPort;
  readonly now: () => number;
}

/** Reviews the book together with the exports added on the page, in a worker. */
export function bookSource({ readBook, newWorker, now }: BookSourceOptions): DataSource {
  const inputs = async (request: LoadRequest) =>
    reviewRequest(request, { ...(await readBook()), now: now() });
  return {
    kind: 'book',
    async load(request, progress) {
      progress.report('book', 0);
      const all = await inputs(request);
      if (progress.signal.aborted) return { kind: 'cancelled' };
      return computeInWorker(newWorker, { kind: 'compute', ...all }, progress);
    },
    async open(request, progress) {
      progress.report('book', 0);
      const all = await inputs(request);
      if (progress.signal.aborted) return { kind: 'cancelled' };
      // The same script speaks both: it is asked for a review, or for its parts.
      return openInWorker(newWorker() as unknown as PartsPort, { kind: 'open', ...all }, progress);
    },
  };
}
