import { type Refusal, refuse } from './ack';

/**
 * What a storage error means for the seller. A full disk shows under three names: the quota's own, an aborted
 * transaction, and 'UnknownError' where the browser itself could not write its files.
 */
export function refusalOf(error: unknown): Refusal {
  const names = namesOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (isOfDisk(error)) return refuse('disk-full', detail);
  if (names.has('VersionError')) return refuse('newer-book', detail);
  if (names.has('DatabaseClosedError')) return refuse('moved', detail);
  return refuse('failed', detail);
}

const OF_DISK = ['QuotaExceededError', 'AbortError', 'UnknownError'];

/** Whether it was the disk that did not take or give something. */
export function isOfDisk(error: unknown): boolean {
  const names = namesOf(error);
  return OF_DISK.some((name) => names.has(name));
}

/** Whether the browser says outright that there is no room. */
export function isFull(error: unknown): boolean {
  return namesOf(error).has('QuotaExceededError');
}

/** Whether the browser could not read or write its own files: they are damaged, or the disk is full. */
export function isOfFiles(error: unknown): boolean {
  return namesOf(error).has('UnknownError');
}

/** Names of an error and of those inside it: Dexie wraps the browser's error in its own, or many in one. */
function namesOf(error: unknown, depth = 0): ReadonlySet<string> {
  if (typeof error !== 'object' || error === null || depth > 4) return new Set();
  const inside = 'failures' in error && Array.isArray(error.failures) ? error.failures : [];
  const deeper = [...inside, ...('inner' in error ? [error.inner] : [])];
  const names = new Set(deeper.flatMap((one) => [...namesOf(one, depth + 1)]));
  if ('name' in error) names.add(String(error.name));
  return names;
}
