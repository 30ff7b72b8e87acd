import type { Entry } from './entry';
import { fold } from './fold';
import type { Shelf } from './shelf';
import { type Chunk, chunksOf, snapshotSound } from './snapshot';

/** Where a whole book can be read from: a snapshot and the entries after it. */
export interface Source {
  readonly shape: number;
  readonly part: boolean;
  readonly chunks: () => Iterable<Chunk>;
  readonly close: () => void;
}

/** Snapshot and entries that together are the book; without a whole pair, the best there is. */
export async function soundSource(here: Shelf, until = here.head().seq): Promise<Source | null> {
  const upTo = (entries: readonly Entry[]) => entries.filter(({ seq }) => seq <= until);
  let best: Source | null = null;
  for (const { number, header } of here.snapshots()) {
    const file = await here.openSnapshot(number);
    if (!snapshotSound(file)) {
      file.close();
      continue;
    }
    const entries = here.entriesAfter(header.head.seq);
    const chunks = (found: readonly Entry[]) => () => fold(chunksOf(file), found);
    const source = { shape: header.shape, close: () => file.close() };
    if (entries) {
      best?.close();
      return { ...source, part: false, chunks: chunks(upTo(entries)) };
    }
    if (best) file.close();
    else best = { ...source, part: true, chunks: chunks(here.entriesLeft(header.head.seq)) };
  }
  const fromStart = here.fromEmpty() ? here.entriesAfter(0) : null;
  if (fromStart) {
    best?.close();
    return {
      shape: here.header.shape,
      part: false,
      chunks: () => fold([], upTo(fromStart)),
      close: () => undefined,
    };
  }
  if (best) return best;
  const left = here.entriesLeft(0);
  const part = { shape: here.header.shape, part: true, close: () => undefined };
  return left.length > 0 ? { ...part, chunks: () => fold([], left) } : null;
}
