/**
 * Where the stored databases lie. A few bits in the wrong place, and Chromium can't open the databases of an
 * extension any more, nor delete them: for good. Then a storage bucket of our own serves as a second room, into
 * which the book is given back from the journal. Every page and the service worker find out in the same way, and
 * come to the same room; the worker is told.
 */
interface StorageBuckets {
  open(
    name: string,
    options: { readonly durability: 'strict'; readonly persisted: boolean },
  ): Promise<{ readonly indexedDB: IDBFactory }>;
}

const SPARE = 'spare';

/** The room beside; `null` in a browser that has no second one. */
export async function spareRoom(): Promise<IDBFactory | null> {
  const buckets =
    typeof navigator === 'undefined'
      ? undefined
      : (navigator as { readonly storageBuckets?: StorageBuckets }).storageBuckets;
  if (!buckets) return null;
  return (await buckets.open(SPARE, { durability: 'strict', persisted: true })).indexedDB;
}

/** Whether an error says that the room itself can't be entered, whichever database is asked for. */
export function roomIsClosed(error: unknown): boolean {
  return error instanceof Error && error.name === 'UnknownError' && /backing store/.test(error.message);
}
