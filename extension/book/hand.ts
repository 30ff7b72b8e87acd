import type { World } from '@shared/calendar/clock';
import { erasesSomebody, type Hand } from './deed';
import { cleanBook, markJournalClean } from './erasing';
import { dropOtherGenerations } from './generations';
import type { BookDb } from './schema';
import { writeDeed } from './write';

/** Writes by this page itself, without a journal: where the browser has no lock to say whose turn it is. */
export function plainHand(db: BookDb, world: World, epoch: number): Hand {
  return {
    write: async (deed, limit) => {
      const outcome = await writeDeed({ db, world, epoch, pen: null }, deed, limit);
      if (outcome !== 'overtaken' && outcome.ok && erasesSomebody(deed)) {
        await cleanBook(db, deed.plan.buyerId === null ? null : [deed.plan.buyerId]);
        await markJournalClean(db);
        await dropOtherGenerations(epoch).catch(() => undefined);
      }
      return outcome;
    },
    beside: async () => null,
    close: () => undefined,
  };
}

/**
 * A hand whose program is still being fetched: what the page does first waits for it. The first sight of a page
 * needs none of it.
 */
export function lateHand(fetch: () => Promise<Hand>): Hand {
  const fetched = fetch();
  // Whoever writes hears of it.
  fetched.catch(() => undefined);
  return {
    write: async (deed, limit) => (await fetched).write(deed, limit),
    beside: async () => (await fetched).beside(),
    close: () => void fetched.then((hand) => hand.close()).catch(() => undefined),
  };
}
