import type { Pause } from '../pause';

/** A file as handed over by the page or the command line. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/** The most one input may hold once unpacked; stated in the refusal. */
export const MAX_BYTES = 600 * 1024 * 1024;
/** Pieces in which bytes are decoded and parsed: small enough that a page stays live, and that their rows die young. */
const SLICE = 64 * 1024;

/** Bytes in small pieces; nothing joins them, so that a big file is in memory once. */
export type Slices = readonly Uint8Array[];

/** Cuts a piece of any size. */
export function cutSlices(bytes: Uint8Array, into: Uint8Array[]): void {
  for (let at = 0; at < bytes.length; at += SLICE) into.push(bytes.subarray(at, at + SLICE));
}

/** All bytes of an input, in the pieces they come in, or why not. */
export async function collect(
  input: InputFile['bytes'],
  pause: Pause,
  limit = MAX_BYTES,
): Promise<Uint8Array[] | 'too-big' | 'cancelled'> {
  const slices: Uint8Array[] = [];
  if (input instanceof Uint8Array) {
    if (input.length > limit) return 'too-big';
    cutSlices(input, slices);
    return slices;
  }
  let total = 0;
  for await (const piece of input) {
    total += piece.length;
    if (total > limit) return 'too-big';
    cutSlices(piece, slices);
    // How much is still to come nobody knows here.
    if (!(await pause.turn(0))) return 'cancelled';
  }
  // A reader who stops ends the input too.
  return (await pause.turn(0)) ? slices : 'cancelled';
}

/** Joins pieces, for containers that must be read from their end. */
export function joinSlices(slices: Slices): Uint8Array {
  if (slices.length === 1) return slices[0]!;
  const whole = new Uint8Array(slices.reduce((sum, slice) => sum + slice.length, 0));
  let at = 0;
  for (const slice of slices) {
    whole.set(slice, at);
    at += slice.length;
  }
  return whole;
}

/** @example totalBytes([new Uint8Array(2), new Uint8Array(3)]) // => 5 */
export function totalBytes(slices: Slices): number {
  return slices.reduce((sum, slice) => sum + slice.length, 0);
}
