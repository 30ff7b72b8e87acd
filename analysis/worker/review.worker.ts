/// <reference lib="webworker" />
import { writeBackup } from '@shared/backup/write';
import { buildReview } from '../build-review';
import type { InputFile } from '../imports/files/bytes';
import { readInputs } from '../imports/read';
import type { BuyerEstimate } from '../models/buyer-estimates';
import type { Progress } from '../options';
import { hashesOf, hashOf, type InputHash } from './hashes';
import type { WorkerBook, WorkerReply, WorkerRequest } from './messages';
import { pieces } from './pieces';

// Everything heavy happens here: the page stays live, and a cancelled review costs nobody's patience.
declare const self: DedicatedWorkerGlobalScope;

const stop = new AbortController();
const reply = (message: WorkerReply) => self.postMessage(message);

/** The records are what counts: the same book has the same hash whenever it is read. */
const AS_RECORDS = '1970-01-01T00:00:00.000Z';

/** The book goes in by the one door every file goes through. */
function asFile({ name, book }: WorkerBook) {
  const text = writeBackup(book, [], AS_RECORDS);
  return { name, bytes: new TextEncoder().encode(text) };
}

async function compute(request: Extract<WorkerRequest, { kind: 'compute' }>): Promise<WorkerReply> {
  const progress: Progress = {
    report: (step, part) => reply({ kind: 'progress', step, part }),
    signal: stop.signal,
  };
  progress.report('read', 0);
  const files: InputFile[] = request.files.map(({ name, bytes }) => ({ name, bytes: pieces(bytes) }));
  const hashes: Promise<readonly InputHash[]>[] = [];
  if (request.book !== null) {
    const book = asFile(request.book);
    files.unshift(book);
    hashes.push(hashOf(book.bytes).then((hash) => [{ name: book.name, hash }]));
  }
  hashes.push(hashesOf(request.files));
  const read = await readInputs(files, request.read, progress);
  if (read === null) return { kind: 'cancelled' };
  if (!read.ok) return { kind: 'refused', refused: read.refusals };
  let buyers: readonly BuyerEstimate[] = [];
  const beside = (estimates: readonly BuyerEstimate[]) => {
    buyers = estimates;
  };
  // Only who looks at single buyers beside their chat has a use for them: the one whose book it is.
  const wanted = request.book === null ? null : beside;
  const review = await buildReview(read.data, request.review, progress, null, wanted);
  if (review === null) return { kind: 'cancelled' };
  return {
    kind: 'review',
    review,
    refused: read.refusals,
    buyers,
    hashes: (await Promise.all(hashes)).flat(),
  };
}

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'cancel') {
    stop.abort();
    return;
  }
  compute(data)
    .catch(
      (error: unknown): WorkerReply => ({
        kind: 'failed',
        detail: error instanceof Error ? error.message : String(error),
      }),
    )
    .then(reply);
});
