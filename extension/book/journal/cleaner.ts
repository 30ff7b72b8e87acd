import { cleanBook, erasingDue, markJournalClean } from '../erasing';
import { rememberErasures } from './erasures-beside';
import type { Kept } from './kept';
import type { RemoteDesk } from './protocol';
import { purgeJournal } from './purge';

/** Whoever keeps the book. */
interface Keeper {
  /** Does something between two writes. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly desk: () => RemoteDesk | null;
  readonly closed: () => boolean;
}

/** Takes out of a book, and out of its journal, what an erasure leaves to be done; one after the other. */
export function cleanerOf({ db, generation, seat, small }: Kept, { alone, desk, closed }: Keeper) {
  let cleanings = 0;
  let cleaning: Promise<void> = Promise.resolve();

  async function cleanNow(known: readonly string[] | null): Promise<void> {
    const due = await erasingDue(db);
    if (closed() || !(due.book || due.journal)) return;
    cleanings += 1;
    if (due.book) await alone(() => cleanBook(db, known));
    cleanings += 1;
    const here = desk();
    if (here && !(await purgeJournal({ db, generation, seat, desk: here, alone }))) return;
    await rememberErasures(small, await db.erasures.toArray()).catch(() => undefined);
    await markJournalClean(db);
  }

  return {
    /** Erases what is to be erased from the stored book, then from the journal. */
    clean: (known: readonly string[] | null): Promise<void> => {
      cleaning = cleaning.then(() => cleanNow(known)).catch(() => undefined);
      return cleaning;
    },
    /** Goes up whenever the book is cleaned of somebody: what it adds up to changes then, and its number does not. */
    cleanings: () => cleanings,
  };
}
