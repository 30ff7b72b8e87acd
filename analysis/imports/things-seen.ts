import { cleanCell } from './cell';
import type { PlacedRow } from './files/placed-row';
import type { Interner } from './interner';

/** How many things are remembered at most; one that takes another's room is only looked up again. */
const ROOM = 1 << 15;
/** Letters of a name that is remembered; what shops number their things by is shorter. */
const LONGEST = 16;

/**
 * Numbers the things that rows name, −1 where a cell names none. A shop sells the same few thousand things over and
 * over: a cell that holds what one has held lately need not be cut out of the text, cleaned and looked up. All that is
 * remembered lies side by side in the processor's own memory.
 */
export function createThingsSeen(things: Interner): (row: PlacedRow, column: number) => number {
  const seen = new Uint8Array(ROOM * LONGEST);
  const lengths = new Uint8Array(ROOM);
  const numbers = new Int32Array(ROOM);
  const numberOf = (text: string): number => {
    const clean = cleanCell(text);
    return clean === '' ? -1 : things.of(clean);
  };
  return (row, column) => {
    const { codes, text } = row.places;
    const start = row.startOf(column);
    const end = row.endOf(column);
    const length = end - start;
    if (codes === null || length === 0 || length > LONGEST) return numberOf(text.slice(start, end));
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ codes[at]!, 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (ROOM - 1);
    const known = slot * LONGEST;
    if (lengths[slot] === length && isSame(seen, known, codes, start, length)) return numbers[slot]!;
    const number = numberOf(text.slice(start, end));
    for (let at = 0; at < length; at++) seen[known + at] = codes[start + at]!;
    lengths[slot] = length;
    numbers[slot] = number;
    return number;
  };
}

/** True where as many codes from two places on are the same. */
export function isSame(a: Uint8Array, from: number, b: Uint8Array, start: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[from + at] !== b[start + at]) return false;
  return true;
}
