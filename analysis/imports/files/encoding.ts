import type { Pause } from '../pause';
import { joinSlices, type Slices, totalBytes } from './bytes';

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
  // Decoders that must remember half a character are several times slower than ones that need not.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const total = totalBytes(slices);
  let done = 0;
  for (const piece of wholeCharacters(slices)) {
    done += piece.length;
    try {
      if (!isAscii(piece)) decoder.decode(piece);
    } catch {
      // Everything was UTF-8 but the last character is cut in half: the file was not saved to its end.
      if (done === total && isHalfCharacter(piece)) return { encoding: 'utf-8', cutTail: true };
      return { encoding: 'legacy', cutTail: false };
    }
    if (!(await pause.turn(done / total))) return null;
  }
  return { encoding: 'utf-8', cutTail: false };
}

/**
 * True where no byte is above 127: such a piece is UTF-8 without a look at its characters. Four bytes at once, which
 * takes a fifth of the time of decoding them.
 *
 * @example isAscii(Uint8Array.of(116, 101, 97, 44, 49)) // => true
 * @example isAscii(Uint8Array.of(116, 101, 97, 44, 0xc3, 0xa9)) // => false
 */
export function isAscii(bytes: Uint8Array): boolean {
  const odd = (byte: number) => byte > 127;
  const { buffer, byteOffset, length } = bytes;
  if (length < 4) return !bytes.some(odd);
  const lead = -byteOffset & 3;
  // Signed words stay plain numbers for the engine.
  const words = new Int32Array(buffer, byteOffset + lead, (length - lead) >> 2);
  if ((together(words) & 0x80808080) !== 0) return false;
  return !bytes.subarray(0, lead).some(odd) && !bytes.subarray(lead + words.length * 4).some(odd);
}

/** The bits that any of the words has. */
function together(words: Int32Array): number {
  let seen = 0;
  for (let i = 0; i < words.length; i += 1) seen |= words[i]!;
  return seen;
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

/** Pieces as long as the slices (or a single character), none of which ends inside a character of UTF-8. */
function* wholeCharacters(slices: Slices): Generator<Uint8Array> {
  let half: Uint8Array = new Uint8Array();
  for (const slice of slices) {
    let start = 0;
    if (half.length > 0) {
      while (start < slice.length && start < 4 && (slice[start]! & 0xc0) === 0x80) start++;
      const joined = joinSlices([half, slice.subarray(0, start)]);
      half = new Uint8Array();
      if (endOfWhole(joined) < joined.length && start === slice.length) {
        half = joined;
        continue;
      }
      yield joined;
    }
    const end = endOfWhole(slice);
    if (end > start) yield slice.subarray(start, end);
    half = slice.subarray(Math.max(start, end));
  }
  if (half.length > 0) yield half;
}

/** Where the last whole character of UTF-8 ends. */
function endOfWhole(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** True for the beginning of a character that is not all there. */
function isHalfCharacter(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }) === '';
  } catch {
    return false;
  }
}

function* decodedPieces(slices: Slices, encoding: string): Generator<string> {
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding);
    for (const slice of slices) yield decoder.decode(slice, { stream: true });
    return;
  }
  const [first, rest] = [new TextDecoder(), new TextDecoder('utf-8', { ignoreBOM: true })];
  let decoder = first;
  for (const piece of wholeCharacters(slices)) {
    if (piece.length < 4 && isHalfCharacter(piece)) continue;
    yield decoder.decode(piece);
    decoder = rest;
  }
}

/** The text piece by piece, with one kind of line end and without its mark. */
export function* decodeSlices(slices: Slices, encoding: string): Generator<string> {
  let waiting = '';
  for (const piece of decodedPieces(slices, encoding)) {
    let text = waiting + piece;
    waiting = '';
    if (text.endsWith('\r')) {
      waiting = '\r';
      text = text.slice(0, -1);
    }
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  if (waiting) yield '\n';
}
