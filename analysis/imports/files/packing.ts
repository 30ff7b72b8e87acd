import { isSealed } from '@shared/backup/seal';
import type { Slices } from './bytes';

/** What a file can be packed in; `compound`: the container of old and of locked workbooks. */
export type Packing = 'gzip' | 'zip' | 'compound' | 'sealed';

const MARKS: readonly (readonly [Packing, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0]],
];

/**
 * How a file is packed, by its first bytes; null for plain text.
 *
 * @example packingOf([Uint8Array.of(0x1f, 0x8b, 8)]) // => 'gzip'
 * @example packingOf([Uint8Array.of(0x61, 0x2c)]) // => null
 */
export function packingOf(slices: Slices): Packing | null {
  const head = slices[0] ?? new Uint8Array();
  if (isSealed(head)) return 'sealed';
  return MARKS.find(([, mark]) => mark.every((byte, index) => head[index] === byte))?.[0] ?? null;
}
