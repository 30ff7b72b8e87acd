import { type Refusal, refuse } from './ack';

/**
 * What a storage error means for the seller. A full disk shows under three names: the quota's own, an aborted
 * transaction, and 'UnknownError' where the browser itself could not write its files.
 */
export function refusalOf(error: unknown): Refusal {
  const names = namesOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (names.has('QuotaExceededError') || names.has('AbortError') || names.has('UnknownError')) {
    return refuse('disk-full', detail);
  }
  if (names.has('VersionError')) return refuse('newer-book', detail);
  if (names.has('DatabaseClosedError')) return refuse('moved', detail);
  return refuse('failed', detail);
}

/** Whether the browser could not read or write its own files: they are damaged, or the disk is full. */
export function isOfFiles(error: unknown): boolean {
  return namesOf(error).has('UnknownError');
}

/** Names of an error and of those inside it: Dexie wraps the browser's error in its own. */
function namesOf(error: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  let current: unknown = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    if ('name' in current) names.add(String(current.name));
    current = 'inner' in current ? current.inner : null;
  }
  return names;
}
