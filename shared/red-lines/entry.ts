import type { RedLineEntry } from './schema';

/** Words of a list written with bars between them: English ones hold spaces. */
export function list(words: string): string[] {
  return words.split('|');
}

/** An entry with the usual values for what is not given. */
export function entry(
  id: string,
  reason: RedLineEntry['reason'],
  rest: Partial<Omit<RedLineEntry, 'id' | 'reason'>>,
): RedLineEntry {
  return {
    id,
    reason,
    weight: 'fined',
    words: [],
    together: [],
    within: 8,
    except: [],
    notAfter: [],
    on: [],
    notOn: [],
    ...rest,
  };
}
