const KEY = 'palette';
const KEPT = 20;

/** What was done from the list before on this computer, the newest last. */
export function readRecent(storage: Pick<Storage, 'getItem'>): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(-KEPT) : [];
  } catch {
    return [];
  }
}

/** Remembers that something was done. Buyers are not remembered: names stay in the book. */
export function keepRecent(storage: Pick<Storage, 'getItem' | 'setItem'>, id: string): void {
  if (id.startsWith('buyer:')) return;
  const others = readRecent(storage).filter((other) => other !== id);
  storage.setItem(KEY, JSON.stringify([...others, id].slice(-KEPT)));
}
