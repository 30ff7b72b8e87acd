/// <reference lib="webworker" />
import { writeBackup } from '@shared/backup/write';
import { dayOf } from '@shared/calendar/day';
import { translator } from '@shared/i18n';
import type { Book } from '@shared/records/book';
import { buildReview } from '../build-review';
import { leftOutCsv } from '../cli/left-out';
import type { Dataset } from '../dataset';
import { buyerNames } from '../findings/lists/lists';
import { type Behind, type BehindRows, NO_ROWS } from '../findings/rows/behind';
import { rowsBehind } from '../findings/rows/rows-behind';
import { once } from '../frame/once';
import type { InputFile } from '../imports/files/bytes';
import { readInputs } from '../imports/read';
import { type MeasureInput, measureInput } from '../measures/input';
import type { BuyerEstimate } from '../models/buyer-estimates';
import type { Progress, ReviewOptions } from '../options';
import { partSource } from '../parts';
import type { InputHash, Review } from '../review';
import { hashesOf, hashOf } from './hashes';
import type { WorkerBook, WorkerReply, WorkerRequest } from './messages';
import type { PartsReply, PartsRequest } from './parts-messages';
import { type PartsSession, partsSession } from './parts-session';
import { pieces } from './pieces';

// Everything heavy happens here: the page stays live, and a cancelled review costs nobody's patience.
declare const self: DedicatedWorkerGlobalScope;

/** A book that this worker can reach by itself. */
export interface StoredBook {
  readonly read: () => Promise<Book>;
  /** Puts what was estimated of single buyers beside their chat. */
  readonly keep: (review: Review, buyers: readonly BuyerEstimate[]) => Promise<void>;
}

let stored: StoredBook | null = null;

const stop = new AbortController();
const reply = (message: WorkerReply | PartsReply) => self.postMessage(message);

/** The records are what counts: the same book has the same hash whenever it is read. */
const AS_RECORDS = '1970-01-01T00:00:00.000Z';

/** The book goes in by the one door every file goes through. */
async function asFile({ name, book }: WorkerBook) {
  const records = book === 'stored' ? await stored?.read() : book;
  if (records === undefined) throw new Error('This worker reaches no book by itself.');
  const text = writeBackup(records, [], AS_RECORDS);
  return { name, bytes: new TextEncoder().encode(text) };
}

const progress: Progress = {
  report: (step, part) => reply({ kind: 'progress', step, part }),
  signal: stop.signal,
};

type Inputs = Pick<Extract<WorkerRequest, { kind: 'compute' }>, 'book' | 'files' | 'read'>;

async function readAll({ book, files, read }: Inputs) {
  progress.report('read', 0);
  const inputs: InputFile[] = files.map(({ name, bytes }) => ({ name, bytes: pieces(bytes) }));
  const records = book === null ? null : await asFile(book);
  if (records !== null) inputs.unshift(records);
  return {
    read: readInputs(inputs, read, progress),
    hashes: () => hashesOfAll(records, files),
  };
}

async function hashesOfAll(
  records: Awaited<ReturnType<typeof asFile>> | null,
  files: Inputs['files'],
): Promise<readonly InputHash[]> {
  const own = records === null ? [] : [{ name: records.name, hash: await hashOf(records.bytes) }];
  return [...own, ...(await hashesOf(files))];
}

async function compute(request: Extract<WorkerRequest, { kind: 'compute' }>): Promise<WorkerReply> {
  const inputs = await readAll(request);
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
  const review = await buildReview(read.data, onTheDay(request, read.data), progress, null, wanted, (first) =>
    reply({ kind: 'first', review: first }),
  );
  if (review === null) return { kind: 'cancelled' };
  made = {
    input: once(() => measureInput(read.data, onTheDay(request, read.data))),
    data: read.data,
    leftOut: () => leftOutCsv(read.leftOut, translator(request.review.lang)),
  };
  // What is known of single buyers goes where the book is: into it from here, else to the page that has it. The
  // letter never waits for it, and is as good without it.
  if (request.book?.book === 'stored') void stored?.keep(review, buyers).catch(() => undefined);
  return {
    kind: 'review',
    review,
    refused: read.refusals,
    ...(request.book?.book === 'stored' ? {} : { buyers }),
    hashes: await hashes,
  };
}

/** Today is a day of the shop: in which zone, the files may have to tell. */
function onTheDay(
  { review, now }: Pick<Extract<WorkerRequest, { kind: 'compute' }>, 'review' | 'now'>,
  { timeZone }: Dataset,
): ReviewOptions {
  return { ...review, today: dayOf(now, timeZone) };
}

/** What the last review was made from, for whoever asks what is behind a number. */
let made: {
  readonly input: () => MeasureInput;
  readonly data: Dataset;
  readonly leftOut: () => string;
} | null = null;

/** What cannot be told has no rows: thrown here, it would end the worker under a review that stands. */
function behind(of: Behind): BehindRows {
  try {
    return made === null ? NO_ROWS : rowsBehind(of, made.input(), buyerNames(made.data.book));
  } catch {
    return NO_ROWS;
  }
}

/** Left empty for the same reason. */
function leftOut(): string {
  try {
    return made?.leftOut() ?? '';
  } catch {
    return '';
  }
}

let session: PartsSession | null = null;

/** Reads once; from then on parts are answered until the page ends the worker. */
async function open(request: Extract<PartsRequest, { kind: 'open' }>): Promise<WorkerReply | PartsReply> {
  const read = await (await readAll(request)).read;
  if (read === null) return { kind: 'cancelled' };
  if (!read.ok) return { kind: 'refused', refused: read.refusals };
  const source = partSource(read.data, onTheDay(request, read.data));
  session = partsSession(source, reply);
  return { kind: 'opened', base: source.base, choices: source.choices, refused: read.refusals };
}

/** Answers the page that started this worker, about files and about the book that it is sent or can reach. */
export function serveReviews(book: StoredBook | null): void {
  stored = book;
  self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest | PartsRequest>) => {
    if (data.kind === 'cancel') return stop.abort();
    if (data.kind === 'behind') return reply({ kind: 'behind', id: data.id, behind: behind(data.of) });
    if (data.kind === 'left-out') return reply({ kind: 'left-out', id: data.id, table: leftOut() });
    if (data.kind === 'parts') return session?.ask(data);
    if (data.kind === 'drop') return session?.drop(data.id);
    if (data.kind === 'rows') return session?.rows(data.id, data.of, data.filter);
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
}
