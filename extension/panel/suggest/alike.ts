import { matchKey } from '@shared/text/normalize';

/** Signs two by two, without stops: what is left of a sentence after small edits. */
function pairsOf(text: string): Map<string, number> {
  const signs = [...matchKey(text).replace(/[\p{P}\p{S}]/gu, '')];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < signs.length; at++) {
    const pair = `${signs[at]}${signs[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/**
 * How much two texts are the same sentence, 0–1: twice the pairs of signs both have, over all pairs (Dice 1945).
 *
 * @example alike('明天给您发货', '明天给您发货哦') > 0.8 // => true
 * @example alike('明天给您发货', '在的亲') // => 0
 */
export function alike(a: string, b: string): number {
  const one = pairsOf(a);
  const two = pairsOf(b);
  let [shared, all] = [0, 0];
  for (const [pair, count] of one) {
    shared += Math.min(count, two.get(pair) ?? 0);
    all += count;
  }
  for (const count of two.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}
