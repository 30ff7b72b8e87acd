import { crc32 } from './crc32';
import type { SyncFile } from './files';

/**
 * How a file of the journal is written: one line per frame, its length and checksum in front.
 *
 *     0000002c<tab>9ae0daaf<tab>{"seq":1, … }<newline>
 *
 * Length in bytes and checksum are 8 hexadecimal digits. Texts are JSON without raw newlines, so that a reader
 * who lost the thread finds the next frame behind a newline.
 */
const HEAD = 18;
const TAB = 0x09;
const NEWLINE = 0x0a;
/** How much is read at once. */
const WINDOW = 1 << 20;

export interface Frame {
  /** What it says; its letters are made when it is asked for, so that checking a file needs none. */
  readonly text: string;
  readonly crc: string;
  /** Where it begins and where the next one would. */
  readonly at: number;
  readonly end: number;
}

/** A stretch that is no frame: torn by a crash at the end of a file, damaged anywhere else. */
export interface Gap {
  readonly gap: true;
  readonly at: number;
  readonly end: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The bytes of a frame and its checksum. */
export function frameOf(text: string): { readonly bytes: Uint8Array; readonly crc: string } {
  const body = encoder.encode(text);
  const crc = crc32(body);
  const bytes = new Uint8Array(HEAD + body.length + 1);
  bytes.set(encoder.encode(`${body.length.toString(16).padStart(8, '0')}\t${crc}\t`));
  bytes.set(body, HEAD);
  bytes[bytes.length - 1] = NEWLINE;
  return { bytes, crc };
}

/** Every frame of a file in order, and the stretches between them that are none. */
export function* framesOf(file: SyncFile, from = 0): Generator<Frame | Gap> {
  const size = file.size();
  const read = windowOver(file);
  let at = from;
  while (at < size) {
    const frame = frameAt(read, at, size);
    const end = frame?.end ?? nextFrame(read, at, size);
    yield frame ?? { gap: true, at, end };
    at = end;
  }
}

/** The last frame of a file, found from its end; `null` when the file does not end with a whole one. */
export function lastFrame(file: SyncFile): Frame | null {
  const size = file.size();
  const read = windowOver(file);
  const from = Math.max(0, size - WINDOW);
  const tail = file.read(from, size - from);
  if (tail.at(-1) !== NEWLINE) return null;
  const before = tail.lastIndexOf(NEWLINE, -2);
  return before < 0 && from > 0 ? null : frameAt(read, from + before + 1, size);
}

type Read = (at: number, length: number) => Uint8Array;

function windowOver(file: SyncFile): Read {
  let start = 0;
  let seen = new Uint8Array(0);
  return (at, length) => {
    if (at < start || at + length > start + seen.length) {
      start = at;
      seen = Uint8Array.from(file.read(at, Math.max(length, WINDOW)));
    }
    return seen.subarray(at - start, at - start + length);
  };
}

function frameAt(read: Read, at: number, size: number): Frame | null {
  const head = read(at, HEAD);
  if (head.length < HEAD || head[8] !== TAB || head[17] !== TAB) return null;
  const length = hex(head, 0);
  const end = at + HEAD + length + 1;
  if (!(length >= 0) || end > size) return null;
  const rest = read(at + HEAD, length + 1);
  if (rest[length] !== NEWLINE) return null;
  const body = rest.subarray(0, length);
  const crc = decoder.decode(head.subarray(9, 17));
  if (crc32(body) !== crc) return null;
  return {
    get text() {
      return decoder.decode(body);
    },
    crc,
    at,
    end,
  };
}

function hex(bytes: Uint8Array, from: number): number {
  const digits = decoder.decode(bytes.subarray(from, from + 8));
  return /^[0-9a-f]{8}$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
}

/** Where the next frame begins after a place that is none; the end of the file when there is no other. */
function nextFrame(read: Read, at: number, size: number): number {
  for (let place = at; place < size; ) {
    const bytes = read(place, WINDOW);
    if (bytes.length === 0) break;
    const newline = bytes.indexOf(NEWLINE);
    if (newline < 0) {
      place += bytes.length;
      continue;
    }
    place += newline + 1;
    if (place < size && frameAt(read, place, size)) return place;
  }
  return size;
}
