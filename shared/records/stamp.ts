/**
 * A hybrid logical clock reading (Kulkarni et al. 2014): wall time, a counter, and the seat that wrote.
 * Readings compare as text. They never go backward on one seat even when the computer's clock does, so
 * "which edit is newer" has one answer in every copy of a book.
 */
export type Stamp = string;

const STAMP = /^([0-9a-f]{12})-([0-9a-f]{4})-(.+)$/;

/**
 * The next reading after `last`, at wall time `now`.
 *
 * @example nextStamp(null, 1000, 'owner') // => '0000000003e8-0000-owner'
 * @example nextStamp('0000000003e8-0000-owner', 900, 'owner') // => '0000000003e8-0001-owner'
 */
export function nextStamp(last: Stamp | null, now: number, seat: string): Stamp {
  const match = last === null ? null : STAMP.exec(last);
  const lastTime = match ? Number.parseInt(match[1]!, 16) : -1;
  const lastCount = match ? Number.parseInt(match[2]!, 16) : -1;
  const wall = Math.max(0, Math.floor(now));
  if (wall > lastTime) return write(wall, 0, seat);
  // A counter that runs over borrows the next millisecond: order is kept, the clock is a hair ahead.
  return lastCount < 0xffff ? write(lastTime, lastCount + 1, seat) : write(lastTime + 1, 0, seat);
}

function write(time: number, count: number, seat: string): Stamp {
  return `${time.toString(16).padStart(12, '0')}-${count.toString(16).padStart(4, '0')}-${seat}`;
}

/**
 * The wall time in a reading, in milliseconds since the epoch.
 *
 * @example stampTime('0000000003e8-0000-owner') // => 1000
 */
export function stampTime(stamp: Stamp): number {
  const match = STAMP.exec(stamp);
  return match ? Number.parseInt(match[1]!, 16) : 0;
}
