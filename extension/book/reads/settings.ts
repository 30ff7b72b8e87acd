import type { Json } from '@shared/text/json';
import type { OpenBook } from '../open';

/** The identifier of a setting: the same on every computer, so that two books merge into one. */
export function settingId(key: string): string {
  return `setting:${key}`;
}

/** A setting of the shop, or the fallback where it was never set or holds another kind of value. */
export async function setting<T extends Json>(book: OpenBook, key: string, fallback: T): Promise<T> {
  const stored = await storedSetting(book, key);
  if (stored === undefined) return fallback;
  const fits = fallback === null || kindOf(stored) === kindOf(fallback);
  return fits ? (stored as T) : fallback;
}

/** A setting just as it is stored, for a reader with a shape of its own; `undefined` when it was never set. */
export async function storedSetting({ db }: OpenBook, key: string): Promise<Json | undefined> {
  const stored = await db.settings.get(settingId(key));
  return stored && !stored.deleted ? stored.value : undefined;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
