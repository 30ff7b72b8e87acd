import type { Pause } from '../pause';
import type { Slices } from './bytes';

/** `legacy` = not Unicode: which table it is depends on who wrote the file. */
export type EncodingGuess =
  | { readonly encoding: 'utf-8'; readonly cutTail: boolean }
  | { readonly encoding: 'utf-16le' | 'utf-16be' | 'legacy'; readonly cutTail: false };

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without its mark: every second byte of Latin text and separators is 0. */
function utf16ByZeros(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const length = Math.min(head.length, 4096);
  for (let at = 0; at < length; at++) if (head[at] === 0) zeros[at % 2]!++;
  if (zeros[1]! > length / 8 && zeros[1]! > 4 * zeros[0]!) return 'utf-16le';
  if (zeros[0]! > length / 8 && zeros[0]! > 4 * zeros[1]!) return 'utf-16be';
  return null;
}

/**
 * How a text is encoded: by its mark, else strictly as UTF-8 over the whole file (a GBK name may stand on the
 * last line only). Replacement characters are never accepted: a name read wrong is a buyer lost. Null when
 * cancelled.
 */
export async function guessEncoding(slices: Slices, pause: Pause): Promise<EncodingGuess | null> {
  const head = slices[0] ?? new Uint8Array();
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', cutTail: false };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', cutTail: false };
  const zeros = utf16ByZeros(head);
  if (zeros) return { encoding: zeros, cutTail: false };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const [index, slice] of slices.entries()) {
    try {
      decoder.decode(slice, { stream: true });
    } catch {
      return { encoding: 'legacy', cutTail: false };
    }
    if (!(await pause.turn(index / slices.length))) return null;
  }
  try {
    decoder.decode();
  } catch {
    // Everything was UTF-8 but the last character is cut in half: the file was not saved to its end.
    return { encoding: 'utf-8', cutTail: true };
  }
  return { encoding: 'utf-8', cutTail: false };
}

/** True when the whole file can be read in an encoding. */
export function decodes(slices: Slices, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (const slice of slices) decoder.decode(slice, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The text piece by piece, with one kind of line end and without its mark. */
export function* decodeSlices(slices: Slices, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  let waiting = '';
  for (const slice of slices) {
    let text = waiting + decoder.decode(slice, { stream: true });
    waiting = '';
    if (text.endsWith('\r')) {
      waiting = '\r';
      text = text.slice(0, -1);
    }
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  if (waiting) yield '\n';
}
