import { Gunzip } from 'fflate';
import type { Pause } from '../pause';
import { cutSlices, MAX_BYTES, type Slices, totalBytes } from './bytes';
import { crc32 } from './crc';

export type Unpacked =
  | { readonly ok: true; readonly slices: Uint8Array[] }
  | { readonly ok: false; readonly why: 'damaged' | 'too-big' | 'cancelled' };

/** Unpacks a gzip file piece by piece, stops at the limit, and compares length and checksum at the end. */
export async function gunzip(packed: Slices, pause: Pause, limit = MAX_BYTES): Promise<Unpacked> {
  const slices: Uint8Array[] = [];
  let total = 0;
  let crc = 0;
  let tooBig = false;
  let members = 0;
  const stream = new Gunzip((piece) => {
    total += piece.length;
    if (total > limit) tooBig = true;
    if (tooBig) return;
    crc = crc32(piece, crc);
    cutSlices(piece, slices);
  });
  stream.onmember = () => {
    members++;
  };
  const all = totalBytes(packed);
  let done = 0;
  for (const [index, piece] of packed.entries()) {
    try {
      stream.push(piece, index === packed.length - 1);
    } catch {
      return { ok: false, why: 'damaged' };
    }
    if (tooBig) return { ok: false, why: 'too-big' };
    done += piece.length;
    if (!(await pause.turn(done / all))) return { ok: false, why: 'cancelled' };
  }
  // Several members joined carry one trailer each; the last one says nothing about the whole.
  if (members <= 1 && !trailerAgrees(packed, crc, total)) return { ok: false, why: 'damaged' };
  return { ok: true, slices };
}

function trailerAgrees(packed: Slices, crc: number, total: number): boolean {
  const tail: number[] = [];
  for (let index = packed.length - 1; index >= 0 && tail.length < 8; index--) {
    tail.unshift(...packed[index]!.subarray(-(8 - tail.length)));
  }
  if (tail.length < 8) return false;
  const view = new DataView(Uint8Array.from(tail).buffer);
  return view.getUint32(0, true) === crc && view.getUint32(4, true) === total % 2 ** 32;
}
