import { pointTo, storedGeneration } from '../generations';
import { keepNews, type News, readBound, type SmallStore } from './news';
import type { RemoteDesk } from './protocol';
import { findBook, rebuildFrom } from './rebuild';

export interface RecoverWays {
  readonly desk: () => RemoteDesk;
  readonly small: SmallStore;
  /** Runs alone among the pages; gives up waiting after a while. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Whether there ever was a journal here: a first start need not begin a worker to find none. */
  readonly everKept: () => Promise<boolean>;
}

/**
 * Before an empty book is set up where there should be one: no pointer to a book is stored, or the book it points
 * to can't be opened. Finds the stored book again or gives it back from the journal; leaves everything as it is
 * where there is neither.
 */
export async function recoverBook(ways: RecoverWays, onRows: (rows: number) => void): Promise<void> {
  const broken = await storedGeneration();
  await ways.alone(async () => {
    // Another page may have done it while this one waited.
    if ((await storedGeneration()) !== broken) return;
    const news = await giveBack(ways, broken ?? 0, onRows);
    if (news) await keepNews(ways.small, news).catch(() => undefined);
  });
}

async function giveBack(
  ways: RecoverWays,
  broken: number,
  onRows: (rows: number) => void,
): Promise<News | null> {
  const desk = (await ways.everKept().catch(() => false)) ? ways.desk() : null;
  try {
    const journal = desk ? await desk.open(null).catch(() => null) : null;
    const bound = await readBound(ways.small).catch(() => null);
    const near = Math.max(journal?.epoch ?? 0, bound?.epoch ?? 0);
    const found = broken === 0 ? await findBook(journal, near) : null;
    if (found !== null) {
      await pointTo(found, journal?.seat);
      return null;
    }
    if (desk && journal && (journal.head.seq > 0 || !journal.fromEmpty)) {
      const rebuilt = await rebuildFrom(desk, journal, broken, onRows);
      return { kind: rebuilt.part ? 'part' : 'rebuilt', n: rebuilt.records };
    }
    return bound && bound.seq > 0 ? { kind: 'gone', n: bound.seq } : null;
  } finally {
    desk?.close();
  }
}
