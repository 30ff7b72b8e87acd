import type { World } from '../calendar/clock';
import { sha256 } from '../text/sha256';

/** UUIDv7 (RFC 9562): sorts by the time it was made, needs no counter shared between windows. */
export type Id = string;

/**
 * A new identifier.
 *
 * @example newId({ now: () => 0, timeZone: 'UTC', random: (n) => new Uint8Array(n) }) // => '00000000-0000-7000-8000-000000000000'
 */
export function newId(world: World): Id {
  const bytes = world.random(16);
  let time = world.now();
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  return writeUuid(bytes, 0x70);
}

function writeUuid(bytes: Uint8Array, version: number): Id {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | version;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/**
 * The identifier of a thing that the outside world already names (an account on a platform, an order number):
 * UUIDv8 over its name. Two windows, or two seats that never met, then write the same record instead of two.
 *
 * @example derivedId('order', 'pdd', '1') === derivedId('order', 'pdd', '1') // => true
 */
export function derivedId(kind: string, ...name: readonly string[]): Id {
  const digest = sha256(new TextEncoder().encode(JSON.stringify([kind, ...name])));
  return writeUuid(digest.slice(0, 16), 0x80);
}
