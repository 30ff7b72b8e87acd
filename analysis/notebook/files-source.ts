import { computeInWorker, type WorkerPort } from '../worker/client';
import { openInWorker, type PartsPort } from '../worker/parts-client';
import { reviewRequest } from './review-request';
import type { DataSource } from './source';

interface FilesSourceOptions {
  readonly newWorker: () => WorkerPort;
  readonly now: () => number;
}

/** Reviews the files dropped on the page, and nothing else: there is no book beside them. */
export function filesSource({ newWorker, now }: FilesSourceOptions): DataSource {
  const besides = () => ({ book: null, timeZone: null, currency: null, now: now() });
  return {
    kind: 'files',
    async load(request, progress) {
      if (request.files.length === 0) return { kind: 'empty' };
      return computeInWorker(newWorker, { kind: 'compute', ...reviewRequest(request, besides()) }, progress);
    },
    async open(request, progress) {
      if (request.files.length === 0) return { kind: 'cancelled' };
      const port = newWorker() as unknown as PartsPort;
      return openInWorker(port, { kind: 'open', ...reviewRequest(request, besides()) }, progress);
    },
  };
}
