import { closeSync, openSync, readv, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { WORTH_A_THREAD } from './fit-thread';

/** As much of a file as is read at once: what fits into the processor’s own memory is read fastest. */
export const PIECE = 1 << 20;
/** A larger file (bytes) is read as it is needed: here it would stand in memory whole. */
const LARGEST = 128 << 20;
/** Parts of a file that are read side by side: half as many as Node has threads to read with, for the program is read too. */
const AT_ONCE = 2;
const readInto = promisify(readv);

/** The pieces of a file that is being read, for the first who takes them; null for any other. */
export type ReadAhead = (path: string) => readonly Promise<Uint8Array>[] | null;

/**
 * Begins to read the large files among what was typed, while the program itself is still being loaded. Whatever
 * else was typed is no path, or is told of when it is opened.
 */
export function readAhead(typed: readonly string[]): ReadAhead {
  const begun = new Map<string, readonly Promise<Uint8Array>[]>();
  for (const path of typed) {
    const pieces = piecesOf(path);
    if (pieces !== null) begun.set(resolve(path), pieces);
  }
  return (path) => {
    const pieces = begun.get(resolve(path)) ?? null;
    begun.delete(resolve(path));
    return pieces;
  };
}

function piecesOf(path: string): readonly Promise<Uint8Array>[] | null {
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size < WORTH_A_THREAD || found.size > LARGEST) return null;
    const file = openSync(path, 'r');
    const buffers = Array.from({ length: Math.ceil(found.size / PIECE) }, (_, index) => {
      // Memory that the second thread sees too.
      const piece = new SharedArrayBuffer(Math.min(PIECE, found.size - index * PIECE));
      return new Uint8Array(piece);
    });
    const each = Math.ceil(buffers.length / AT_ONCE);
    const pieces = Array.from({ length: AT_ONCE }, (_, part) => {
      const own = buffers.slice(part * each, (part + 1) * each);
      const filled = fill(file, own, part * each * PIECE);
      return own.map((piece) => filled.then(() => piece));
    }).flat();
    // Also where one could not be read: who takes them is told.
    void Promise.allSettled(pieces).then(() => closeSync(file));
    return pieces;
  } catch {
    return null;
  }
}

async function fill(file: number, pieces: readonly Uint8Array[], from: number): Promise<void> {
  const wanted = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const { bytesRead } = await readInto(file, pieces, from);
  if (bytesRead < wanted) throw new Error(`the file ended after ${from + bytesRead} bytes`);
}
