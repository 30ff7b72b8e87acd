import { suggestionsFor } from '@extension/chat/suggest';
import { checkSync } from 'recheck';
import { corpus } from '../extension/chat/suggest/corpus';
import type { SoakRound } from './round';

// Tries F-72 of test/faults.md.

const PATTERNS_PER_ROUND = 20;
const CHECK_MS = 10_000;

/** Every pattern that is run while the whole corpus is read, those of the libraries too. */
function patternsInUse(): readonly RegExp[] {
  const seen = new Map<string, RegExp>();
  const { exec, test } = RegExp.prototype;
  const note = (pattern: RegExp) => seen.set(String(pattern), pattern);
  RegExp.prototype.exec = function (text) {
    note(this);
    return exec.call(this, text);
  };
  RegExp.prototype.test = function (text) {
    note(this);
    return test.call(this, text);
  };
  try {
    for (const name of ['promises', 'facts', 'complaints', 'asks', 'memos'])
      for (const { text } of corpus(name))
        for (const side of ['buyer', 'seller'] as const)
          suggestionsFor({ side, text }, { today: '2026-11-22', currency: 'CNY' });
  } finally {
    Object.assign(RegExp.prototype, { exec, test });
  }
  return [...seen.keys()].sort().map((key) => seen.get(key)!);
}

/**
 * Patterns that could be made to hang, by `recheck`: none is exponential. Polynomial ones are no matter: they read
 * a clause of bounded length (a library's at most 200 characters), and the hostile messages measure what that costs.
 */
export function patternCheck(): SoakRound {
  let patterns: readonly RegExp[] | null = null;
  return {
    name: 'patterns that could hang',
    unit: 'patterns',
    goal: 20,
    run: async (number) => {
      patterns ??= patternsInUse();
      const some = patterns.slice(number * PATTERNS_PER_ROUND, (number + 1) * PATTERNS_PER_ROUND);
      for (const { source, flags } of some) {
        const found = checkSync(source, flags, { timeout: CHECK_MS });
        if (found.status !== 'vulnerable') continue;
        if (found.complexity.type === 'exponential')
          throw new Error(`/${source.slice(0, 120)}/ is ${found.complexity.summary}`);
      }
      return some.length;
    },
  };
}
