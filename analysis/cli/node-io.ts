import { createReadStream, readSync } from 'node:fs';
import { type FileHandle, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type FitThread, WORTH_A_THREAD } from './fit-thread';
import type { Io } from './io';
import { PIECE, type ReadAhead } from './read-ahead';

/**
 * The real world of the command line. `letter` is the path of the letter's built page; `thread` fits models beside
 * this one when a file is large enough; `ahead` has begun to read some.
 */
export function nodeIo(
  letter: string,
  signal: AbortSignal,
  thread: FitThread | null = null,
  ahead: ReadAhead = () => null,
): Io {
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stderrIsTerminal: process.stderr.isTTY === true,
    read: async (path) =>
      path === '-' ? untilStopped(process.stdin, signal) : openFile(path, thread, ahead, signal),
    write: writeWhole,
    letterTemplate: () => readFile(letter, 'utf8'),
    env: process.env,
    now: () => Date.now(),
    signal,
    ...(thread === null ? {} : { elsewhere: thread, hash: thread.hash }),
  };
}

/** Opened here and not at the first read, so that a missing file is told before any work is done. */
async function openFile(
  path: string,
  thread: FitThread | null,
  ahead: ReadAhead,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const begun = ahead(path);
  if (begun !== null) {
    thread?.start();
    return inOrder(begun);
  }
  // Opening a pipe waits for somebody to write into it.
  const opened = new AbortController();
  const handle = await Promise.race([open(path, 'r'), whenStopped(signal, opened.signal)]).finally(() =>
    opened.abort(),
  );
  if (handle === null) return nothing();
  const found = await handle.stat();
  if (found.isDirectory()) {
    await handle.close();
    throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  }
  if (found.size >= WORTH_A_THREAD) thread?.start();
  // A pipe may keep its reader waiting, and then somebody may want to stop.
  return found.isFile()
    ? piecesOf(handle, thread?.isStarted() ?? false)
    : untilStopped(createReadStream(path, { fd: handle }), signal);
}

/** Resolves when the reader stops; listens no longer than until it is `over`. */
function whenStopped(signal: AbortSignal, over: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true, signal: over });
  });
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** What comes out of a stream, until its end or until the reader stops: whoever writes may never write again. */
async function* untilStopped(stream: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stop = () => void stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (!signal.aborted) yield* stream;
  } catch (problem) {
    if (!signal.aborted) throw problem;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function* inOrder(pieces: readonly Promise<Uint8Array>[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await piece;
}

/**
 * The file piece by piece. Read here and now: a stream spends longer on handing pieces over than on reading.
 *
 * @param shared whether another thread is to see the pieces
 */
async function* piecesOf(handle: FileHandle, shared: boolean): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const piece = shared ? new Uint8Array(new SharedArrayBuffer(PIECE)) : Buffer.allocUnsafeSlow(PIECE);
      const length = readSync(handle.fd, piece, 0, PIECE, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    await handle.close();
  }
}

/**
 * Beside the target first, then renamed onto it: whoever looks sees the old file or the new one, whole. A link is
 * followed; a device or a pipe (`/dev/stdout`) is written to, because a rename would put a file in its place.
 */
async function writeWhole(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => null);
  if (there !== null && !there.isFile()) return writeFile(target, text, 'utf8');
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text, 'utf8');
    await rename(beside, target);
  } catch (problem) {
    await rm(beside, { force: true });
    throw problem;
  }
}
