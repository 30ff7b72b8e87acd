import type { Promised } from './promise';

/**
 * The wordings of one promise, the newest first: each new agreement names the one it took the place of. The old
 * ones are evidence and stay.
 */
export function wordings(promise: Promised, all: readonly Promised[]): readonly Promised[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const chain: Promised[] = [];
  const seen = new Set<string>();
  for (let one: Promised | undefined = promise; one && !seen.has(one.id); ) {
    seen.add(one.id);
    chain.push(one);
    one = one.replaces === null ? undefined : byId.get(one.replaces);
  }
  return chain;
}
