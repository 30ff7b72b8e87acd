import type { Random } from '@analysis/numerics/random';

export type { Random } from '@analysis/numerics/random';

/**
 * Named streams of seeded random numbers. Every buyer draws from streams of their own, so that the same buyer
 * comes out whatever the size of the shop, and adding a draw in one place moves nothing elsewhere.
 */
/**
 * FNV-1a over the parts, spread. Called with three first parts, so that two names must collide three times
 * before they share a stream: with 32 bits alone a shop of 100,000 buyers would hold twins.
 */
function hash(parts: readonly (string | number)[]): number {
  let h = 0x811c9dc5;
  for (const character of parts.join('\u0001')) {
    h = Math.imul(h ^ character.charCodeAt(0), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A stream named by its parts: the same parts give the same numbers. sfc32 (Chris Doty-Humphrey, PractRand).
 *
 * @example stream('a', 1)() === stream('a', 1)() // => true
 */
export function stream(...parts: readonly (string | number)[]): Random {
  let a = hash(['a', ...parts]);
  let b = hash(['b', ...parts]);
  let c = hash(['c', ...parts]);
  let d = 1;
  function next(): number {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return ((t >>> 0) + 0.5) / 4_294_967_296;
  }
  for (let warm = 0; warm < 12; warm++) next();
  return next;
}

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the list. */
export function pick<Item>(random: Random, list: readonly Item[]): Item {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError('pick: the list is empty; give it at least one item');
  return item;
}

/** Exponential with the given mean. */
export function exponential(random: Random, mean: number): number {
  return -Math.log(random()) * mean;
}

/** Successes in `trials` tries. */
export function binomial(random: Random, trials: number, probability: number): number {
  let successes = 0;
  for (let trial = 0; trial < trials; trial++) if (chance(random, probability)) successes++;
  return successes;
}

/** Index drawn by weights that need not sum to 1. */
export function weighted<Key extends string>(random: Random, weights: Readonly<Record<Key, number>>): Key {
  const keys = Object.keys(weights) as Key[];
  let left = random() * keys.reduce((sum, key) => sum + weights[key], 0);
  for (const key of keys) {
    left -= weights[key];
    if (left <= 0) return key;
  }
  return keys[keys.length - 1] as Key;
}
