import { Inflate } from 'fflate';
import { crc32 } from './crc';

/** One file inside a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  /** What the last byte before a weakly locked file must be, once unlocked. */
  readonly check: number;
  /** Length of the key of a strong lock, in bytes; 0 where there is none. */
  readonly keyBytes: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 2000;

/**
 * The list of a zip, read from its directory at the end; null when there is none or it is damaged. Names are
 * only labels here: nothing is ever written to a path.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    const extraAt = at + 46 + nameLength;
    const lock = strongLock(view, extraAt, Math.min(extraAt + view.getUint16(at + 30, true), bytes.length));
    const crc = view.getUint32(at + 16, true);
    entries.push({
      name: entryName(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (flags & 1) === 1,
      method: lock?.method ?? view.getUint16(at + 10, true),
      crc,
      check: (flags & 8) === 0 ? crc >>> 24 : view.getUint16(at + 12, true) >>> 8,
      keyBytes: lock?.keyBytes ?? 0,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const STRONG = 0x9901;

/** What a strongly locked file says beside its name: how long its key is and how it was packed before. */
function strongLock(view: DataView, from: number, end: number) {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== STRONG || at + 11 > end) continue;
    const keyBytes = { 1: 16, 2: 24, 3: 32 }[view.getUint8(at + 8)];
    return keyBytes === undefined ? null : { keyBytes, method: view.getUint16(at + 9, true) };
  }
  return null;
}

/** Chinese tools write names in GBK without saying so. */
function entryName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export type EntryBytes =
  | { readonly ok: true; readonly pieces: Uint8Array[] }
  | { readonly ok: false; readonly why: 'damaged' | 'too-big' };

/** The bytes of an entry as they lie in the zip; null where they are not all there. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  return packed.length < entry.packed ? null : packed;
}

/**
 * Unpacks one entry, never more than `limit` bytes whatever the sizes written in the zip claim.
 *
 * @param unlocked its bytes with the lock taken off, where it has one
 */
export function unzipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  limit: number,
  unlocked: Uint8Array | null = null,
): EntryBytes {
  if (entry.size > limit) return { ok: false, why: 'too-big' };
  const packed = unlocked ?? packedBytes(bytes, entry);
  if (packed === null) return { ok: false, why: 'damaged' };
  const pieces: Uint8Array[] = [];
  let total = 0;
  let crc = 0;
  const take = (piece: Uint8Array) => {
    total += piece.length;
    if (total > limit) return;
    crc = crc32(piece, crc);
    pieces.push(piece);
  };
  if (entry.method === 0) take(packed);
  else if (entry.method !== 8) return { ok: false, why: 'damaged' };
  else {
    const stream = new Inflate(take);
    const step = 64 * 1024;
    try {
      for (let from = 0; from < packed.length && total <= limit; from += step)
        stream.push(packed.subarray(from, from + step), from + step >= packed.length);
    } catch {
      return { ok: false, why: 'damaged' };
    }
  }
  if (total > limit) return { ok: false, why: 'too-big' };
  // The strong lock has a mark of its own and often leaves the checksum empty.
  const sound = crc === entry.crc || (unlocked !== null && entry.keyBytes > 0 && entry.crc === 0);
  return total === entry.size && sound ? { ok: true, pieces } : { ok: false, why: 'damaged' };
}
