import { createReadStream, readSync } from 'node:fs';
import { type FileHandle, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { type FitThread, WORTH_A_THREAD } from './fit-thread';
import type { Io } from './io';

/**
 * The real world of the command line. `letter` is the path of the letter's built page; `thread` fits models beside
 * this one when a file is large enough.
 */
export function nodeIo(letter: string, signal: AbortSignal, thread: FitThread | null = null): Io {
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stderrIsTerminal: process.stderr.isTTY === true,
    read: async (path) => (path === '-' ? process.stdin : openFile(path, thread)),
    write: writeWhole,
    letterTemplate: () => readFile(letter, 'utf8'),
    env: process.env,
    now: () => Date.now(),
    signal,
    ...(thread === null ? {} : { elsewhere: thread, hash: thread.hash }),
  };
}

/** Opened here and not at the first read, so that a missing file is told before any work is done. */
async function openFile(path: string, thread: FitThread | null): Promise<AsyncIterable<Uint8Array>> {
  const handle = await open(path, 'r');
  const found = await handle.stat();
  if (found.isDirectory()) {
    await handle.close();
    throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  }
  if (found.size >= WORTH_A_THREAD) thread?.start();
  // A pipe may keep its reader waiting, and then somebody may want to stop.
  return found.isFile()
    ? piecesOf(handle, thread?.isStarted() ?? false)
    : createReadStream(path, { fd: handle });
}

/** As much of a file as is read at once: what fits into the processor’s own memory is read fastest. */
const PIECE = 1 << 20;

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
