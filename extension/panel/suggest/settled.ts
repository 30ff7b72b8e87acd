import { suggestionKey } from '@extension/chat/suggest/key';

/** Suggestions that were taken or waved away, on this computer: short keys, no words. */
const KEY = 'suggest.settled';
const MOST = 1000;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Under which a suggestion is remembered: the same words to somebody else are another one. */
export function settledKey(conversation: string, key: string): string {
  return suggestionKey('in', `${conversation} ${key}`);
}

export function readSettled(storage: Store): readonly string[] {
  let kept: unknown;
  try {
    kept = JSON.parse(storage.getItem(KEY) ?? '[]');
  } catch {
    kept = [];
  }
  return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : [];
}

/** The oldest are forgotten first. */
export function settle(storage: Store, key: string): void {
  const others = readSettled(storage).filter((one) => one !== key);
  storage.setItem(KEY, JSON.stringify([...others, key].slice(-MOST)));
}
