/// <reference lib="webworker" />
import { writeBackup } from '@shared/backup/write';
import { buildReview } from '../build-review';
import type { InputFile } from '../imports/files/bytes';
import { readInputs } from '../imports/read';
import type { BuyerEstimate } from '../models/buyer-estimates';
import type { Progress } from '../options';
import { partSource } from '../parts';
import { hashesOf, hashOf, type InputHash } from './hashes';
import type { WorkerBook, WorkerReply, WorkerRequest } from './messages';
import type { PartsReply, PartsRequest } from './parts-messages';
import { type PartsSession, partsSession } from './parts-session';
import { pieces } from './pieces';

// Everything heavy happens here: the page stays live, and a cancelled review costs nobody's patience.
declare const self: DedicatedWorkerGlobalScope;

const stop = new AbortController();
const reply = (message: WorkerReply | PartsReply) => self.postMessage(message);

/** The records are what counts: the same book has the same hash whenever it is read. */
const AS_RECORDS = '1970-01-01T00:00:00.000Z';

/** The book goes in by the one door every file goes through. */
function asFile({ name, book }: WorkerBook) {
  const text = writeBackup(book, [], AS_RECORDS);
  return { name, bytes: new TextEncoder().encode(text) };
}

const progress: Progress = {
  report: (step, part) => reply({ kind: 'progress', step, part }),
  signal: stop.signal,
};

type Inputs = Pick<Extract<WorkerRequest, { kind: 'compute' }>, 'book' | 'files' | 'read'>;

function readAll({ book, files, read }: Inputs) {
  progress.report('read', 0);
  const inputs: InputFile[] = files.map(({ name, bytes }) => ({ name, bytes: pieces(bytes) }));
  const records = book === null ? null : asFile(book);
  if (records !== null) inputs.unshift(records);
  return {
    read: readInputs(inputs, read, progress),
    hashes: () => hashesOfAll(records, files),
  };
}

async function hashesOfAll(
  records: ReturnType<typeof asFile> | null,
  files: Inputs['files'],
): Promise<readonly InputHash[]> {
  const own = records === null ? [] : [{ name: records.name, hash: await hashOf(records.bytes) }];
  return [...own, ...(await hashesOf(files))];
}

async function compute(request: Extract<WorkerRequest, { kind: 'compute' }>): Promise<WorkerReply> {
  const inputs = readAll(request);
  const read = await inputs.read;
  if (read === null) return { kind: 'cancelled' };
  if (!read.ok) return { kind: 'refused', refused: read.refusals };
  let buyers: readonly BuyerEstimate[] = [];
  const beside = (estimates: readonly BuyerEstimate[]) => {
    buyers = estimates;
  };
  // Only who looks at single buyers beside their chat has a use for them: the one whose book it is.
  const wanted = request.book === null ? null : beside;
  const hashes = inputs.hashes();
  const review = await buildReview(read.data, request.review, progress, null, wanted);
  if (review === null) return { kind: 'cancelled' };
  return {
    kind: 'review',
    review,
    refused: read.refusals,
    buyers,
    hashes: await hashes,
  };
}

let session: PartsSession | null = null;

/** Reads once; from then on parts are answered until the page ends the worker. */
async function open(request: Extract<PartsRequest, { kind: 'open' }>): Promise<WorkerReply | PartsReply> {
  const read = await readAll(request).read;
  if (read === null) return { kind: 'cancelled' };
  if (!read.ok) return { kind: 'refused', refused: read.refusals };
  const source = partSource(read.data, request.review);
  session = partsSession(source, reply);
  return { kind: 'opened', base: source.base, choices: source.choices, refused: read.refusals };
}

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest | PartsRequest>) => {
  if (data.kind === 'cancel') return stop.abort();
  if (data.kind === 'parts') return session?.ask(data);
  if (data.kind === 'drop') return session?.drop(data.id);
  const work: Promise<WorkerReply | PartsReply> = data.kind === 'open' ? open(data) : compute(data);
  work
    .catch(
      (error: unknown): WorkerReply => ({
        kind: 'failed',
        detail: error instanceof Error ? error.message : String(error),
      }),
    )
    .then(reply);
});
