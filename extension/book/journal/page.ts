import { storageIsKept } from '@extension/platform/kept-storage';
import { newId } from '@shared/records/id';
import type { Hand } from '../deed';
import { plainHand } from '../hand';
import type { Opened } from '../open';
import { joinGuard } from './guard';
import { keepBook } from './keep';
import { layBeside } from './lay-beside';
import type { News } from './news';
import { recoverBook } from './recover';
import { remoteDesk } from './remote';
import { canGuard, freshLogHere, hasPrivateFiles, lifeHere, pageWays, recoverWays, smallStore } from './ways';

/** What a page wants to hear of the book's keeping. */
export interface KeepingEvents {
  readonly onNews: (news: News) => void;
  readonly onMoved: () => void;
  readonly onRebuilding: (rows: number) => void;
}

/** The hand of a real page: with lock, channel and journal, as far as this browser has them. */
export function guardedHand(book: Opened, events: KeepingEvents): Hand {
  const { db, world, generation } = book;
  // Before much is in it: a browser that clears storage by itself takes database and journal together.
  void storageIsKept().catch(() => false);
  if (!canGuard()) return plainHand(db, world, generation);
  const guarded = { generation, newId: () => newId(world) };
  const ways = { desk: remoteDesk, small: smallStore, freshLog: freshLogHere, life: lifeHere };
  const become = (onMoved: () => void) => keepBook({ ...book, ...events, ...ways, onMoved });
  return {
    ...joinGuard(guarded, pageWays, become, events.onMoved),
    beside: async () => ((await hasPrivateFiles()) ? layBeside(remoteDesk()) : null),
  };
}

/** Looks for a book that is not where it should be. */
export async function recover(onRows: (rows: number) => void): Promise<void> {
  if (canGuard()) await recoverBook(recoverWays, onRows);
}
