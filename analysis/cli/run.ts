import { dayOf } from '@shared/calendar/day';
import { type Translate, translator } from '@shared/i18n/translator';
import { buildReview } from '../build-review';
import type { FileRefusal } from '../dataset';
import { readInputs } from '../imports/read';
import type { Review } from '../review';
import { sharedReview } from '../share';
import { documentOf, letterName } from './document';
import { openInputs } from './inputs';
import { EXIT, type Io } from './io';
import { leftOutCsv } from './left-out';
import { parseArguments } from './parse-arguments';
import { progressOn } from './progress';
import { noteLines, refusalLines, rowLines } from './refusals';
import type { Request } from './request';

/**
 * The whole command line program: reads the arguments and the files, computes the review, writes one document.
 * The words of the reader's language are there already. Resolves to the exit code: 0 done, 2 wrong usage, 3 a file
 * refused, 4 internal.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(argv, io.env);
  if (!parsed.ok) {
    const hint = translator(parsed.lang)('cli.seeHelp');
    io.stderr(`${parsed.sentence}\n${hint}\n`);
    return EXIT.usage;
  }
  if (parsed.kind === 'help') {
    io.stdout(`${translator(parsed.lang)('cli.help')}\n`);
    return EXIT.done;
  }
  const { request } = parsed;
  const t = translator(request.lang);
  try {
    return await analyze(request, io, t);
  } catch (problem) {
    const detail = problem instanceof Error ? problem.message : String(problem);
    io.stderr(`${t('cli.internal', { detail })}\n`);
    return EXIT.internal;
  }
}

async function analyze(request: Request, io: Io, t: Translate): Promise<number> {
  const progress = progressOn(io, t, request.progress);
  const opened = await openInputs(request.files, io);
  if (opened.refusals.length > 0) say(io, refusalLines(opened.refusals, t));
  if (stops(opened.refusals, request) || opened.files.length === 0) return EXIT.refused;
  const read = await readInputs(opened.files, request.read, progress);
  progress.end();
  if (read === null) return cancelled(io, t);
  if (read.refusals.length > 0) say(io, refusalLines(read.refusals, t));
  if (!read.ok || stops(read.refusals, request)) return EXIT.refused;
  const today = dayOf(io.now(), read.data.timeZone);
  const review = await buildReview(read.data, { ...request.review, today }, progress, io.elsewhere ?? null);
  progress.end();
  if (review === null) return cancelled(io, t);
  say(io, [...noteLines(review.inputs), ...rowLines(review.inputs, t)]);
  if (request.rows !== null) {
    const failed = await put(request.rows, leftOutCsv(read.leftOut, t), io, t);
    if (failed !== null) return failed;
  }
  const made = { ...review, inputHashes: await opened.hashes() };
  if (request.share) return write(sharedReview(made), request, io, t, async () => undefined);
  const { data } = read;
  const rows = async () => {
    const { rowsBehindLetter } = await import('./letter-rows');
    return rowsBehindLetter(made, data, { ...request.review, today });
  };
  return write(made, request, io, t, rows);
}

/** A refused file ends the run before anything is written, unless the rest was asked for. */
function stops(refusals: readonly FileRefusal[], request: Request): boolean {
  return refusals.length > 0 && !request.partial;
}

function say(io: Io, lines: readonly string[]): void {
  if (lines.length > 0) io.stderr(`${lines.join('\n')}\n`);
}

function cancelled(io: Io, t: Translate): number {
  io.stderr(`${t('cli.cancelled')}\n`);
  return EXIT.cancelled;
}

/** A place that does not exist is a mistake in what was typed; a full disk is not. */
function notWritten(path: string, problem: unknown, io: Io, t: Translate): number {
  const code = problem instanceof Error && 'code' in problem ? problem.code : '';
  const misnamed = code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
  const detail = problem instanceof Error ? problem.message : String(problem);
  const key = code === 'EISDIR' ? 'cli.outIsFolder' : misnamed ? 'cli.noSuchFolder' : 'cli.cannotWrite';
  io.stderr(`${t(key, { path, detail })}\n`);
  return misnamed ? EXIT.usage : EXIT.internal;
}

/** Writes one text; the exit code where that failed. */
async function put(path: string, text: string, io: Io, t: Translate): Promise<number | null> {
  if (path === '-') {
    io.stdout(text);
    return null;
  }
  try {
    await io.write(path, text);
    return null;
  } catch (problem) {
    return notWritten(path, problem, io, t);
  }
}

async function write(
  review: Review,
  request: Request,
  io: Io,
  t: Translate,
  rows: Parameters<typeof documentOf>[4],
): Promise<number> {
  const text = await documentOf(review, request, io, t, rows);
  const path = request.out ?? (request.format === 'html' ? letterName(review) : '-');
  const failed = await put(path, text, io, t);
  if (failed !== null || path === '-') return failed ?? EXIT.done;
  const { summaryLines } = await import('./summary');
  io.stdout(`${[...summaryLines(review, request.lang), '', t('cli.written', { path })].join('\n')}\n`);
  return EXIT.done;
}
