import { sha256Hex } from '../text/sha256';
import type { Erasure } from './privacy';

/**
 * The hash under which something is remembered as erased.
 *
 * @example erasureHash('b1', 'salt') === erasureHash('b1', 'salt') // => true
 * @example erasureHash('b1', 'salt') === erasureHash('b1', 'pepper') // => false
 */
export function erasureHash(id: string, salt: string): string {
  return sha256Hex(`${salt}:${id}`);
}

/** Answers for any identifier whether what it named was erased on request. */
export function erasedIds(erasures: readonly Erasure[]): (id: string) => boolean {
  const bySalt = new Map<string, Set<string>>();
  for (const { salt, hash, deleted } of erasures) {
    if (!deleted) bySalt.set(salt, (bySalt.get(salt) ?? new Set()).add(hash));
  }
  return (id) => [...bySalt].some(([salt, hashes]) => hashes.has(erasureHash(id, salt)));
}
