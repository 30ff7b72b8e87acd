/**
 * What all records of a book add up to: the sum of a hash of each. Writing a record takes its old hash off and
 * puts the new one on, so the sum costs the same in a book of ten and of a million; walking the whole book gives
 * it again, and a record that a disk lost or changed in silence shows by it.
 *
 * 16 hexadecimal digits: two lanes of 32 bits.
 */
export type Sum = string;

export const EMPTY_SUM: Sum = '0'.repeat(16);

/** Adds records up. `add` and `take` are given a record as JSON, as it lies in the book, with its place. */
export interface Summing {
  add(place: string, json: string): void;
  take(place: string, json: string): void;
  sum(): Sum;
}

export function summing(start: Sum = EMPTY_SUM): Summing {
  let [high, low] = [lane(start, 0), lane(start, 8)];
  const lanes = new Uint32Array(2);
  return {
    add: (place, json) => {
      hash(place, json, lanes);
      high = (high + lanes[0]!) >>> 0;
      low = (low + lanes[1]!) >>> 0;
    },
    take: (place, json) => {
      hash(place, json, lanes);
      high = (high - lanes[0]!) >>> 0;
      low = (low - lanes[1]!) >>> 0;
    },
    sum: () => digits(high) + digits(low),
  };
}

function lane(sum: Sum, from: number): number {
  return Number.parseInt(sum.slice(from, from + 8), 16) >>> 0;
}

function digits(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** Two multiply-and-rotate hashes in one walk over the characters, each stirred at the end as MurmurHash3 does. */
function hash(place: string, json: string, lanes: Uint32Array): void {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (const text of [place, json]) {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      a = Math.imul(a ^ unit, 0x9e3779b1);
      b = Math.imul((b << 5) | (b >>> 27), 5) ^ Math.imul(unit + 1, 0xc2b2ae35);
    }
    a ^= text.length;
  }
  lanes[0] = stir(a);
  lanes[1] = stir(b);
}

function stir(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
