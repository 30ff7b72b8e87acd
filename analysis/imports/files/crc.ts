/** One step of CRC-32 for each byte; the old lock of zips mixes with it too. */
export const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/**
 * CRC-32 as gzip and zip store it. The unpacking library does not compare it, and a flipped bit in an amount
 * would go unseen.
 *
 * @example crc32(new Uint8Array([97, 98, 99])) // => 891568578
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = CRC_TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
