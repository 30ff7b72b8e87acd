/** The world passed in: nothing below the entry points reads the time or rolls a die by itself. */
export interface World {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** IANA zone the shop lives in, e.g. 'Asia/Shanghai': decides which day it is. */
  readonly timeZone: string;
  /** Fills a fresh array with `count` random bytes. */
  readonly random: (count: number) => Uint8Array;
}
