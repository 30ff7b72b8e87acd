import { notifyBookChanged } from '@extension/messaging';
import { type Day, dayOf } from '@shared/calendar/day';
import { liveQuery } from 'dexie';
import { beginDay } from './actions/day';
import { lateHand } from './hand';
import type { News } from './journal/news';
import { type OpenBook, openBook } from './open';
import { setting } from './reads/settings';
import { isZone, systemWorld, zoneHere } from './world';

/** How often a page that stays open looks whether the day has turned. */
const DAY_CHECK = 60_000;

let opened: Promise<OpenBook> | null = null;
const movedListeners = new Set<(why: 'replaced' | 'rebuilt') => void>();
const blockedListeners = new Set<() => void>();
const newsListeners = new Set<(news: News) => void>();
const rebuildingListeners = new Set<(rows: number) => void>();

/** Fetched once the page has asked for its book: the first sight needs none of it. */
const keeping = () => import('./journal/page');

/** The book of this page: opened once, over the real world. */
export function currentBook(): Promise<OpenBook> {
  opened ??= openHere().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/**
 * Called when the book this page holds is not the book any more: another window restored one, an update needs it
 * closed, or it was damaged and has been rebuilt beside. The page shows "reload", or reloads when nothing is being
 * typed.
 */
export function onBookMoved(listener: (why: 'replaced' | 'rebuilt') => void): () => void {
  movedListeners.add(listener);
  return () => movedListeners.delete(listener);
}

let movingItself = false;

/** This page puts another book in place itself, and loads again when it is done: it need not be told. */
export function movesBookItself(moves: boolean): void {
  movingItself = moves;
}

/** Called when there is something to tell about how the book is kept. */
export function onBookNews(listener: (news: News) => void): () => void {
  newsListeners.add(listener);
  return () => newsListeners.delete(listener);
}

/** Called on and on while a lost book is given back, with how many rows so far. */
export function onBookRebuilding(listener: (rows: number) => void): () => void {
  rebuildingListeners.add(listener);
  return () => rebuildingListeners.delete(listener);
}

/** Called while another window of an older version keeps the book from being opened: the seller closes that one. */
export function onBookBlocked(listener: () => void): () => void {
  blockedListeners.add(listener);
  return () => blockedListeners.delete(listener);
}

async function openHere(): Promise<OpenBook> {
  let zone = zoneHere();
  const onBlocked = () => {
    for (const listener of blockedListeners) listener();
  };
  const world = systemWorld(() => zone);
  let rows = 0;
  const onRebuilding = (more: number) => {
    rows += more;
    for (const listener of rebuildingListeners) listener(rows);
  };
  const onNews = (news: News) => {
    for (const listener of newsListeners) listener(news);
  };
  const book = await openBook(world, undefined, {
    onBlocked,
    recover: async () => (await keeping()).recover(onRebuilding),
    hand: (opened) =>
      lateHand(async () =>
        (await keeping()).guardedHand(opened, { onNews, onRebuilding, onMoved: () => moved('rebuilt') }),
      ),
  });
  const readZone = async () => {
    const chosen = await setting(book, 'timeZone', '');
    zone = isZone(chosen) ? chosen : zoneHere();
  };
  await readZone();
  const zoneWatch = liveQuery(readZone).subscribe({ error: () => undefined });
  const moveWatch = liveQuery(() => book.db.marks.get('sentinel')).subscribe({
    next: (sentinel) => sentinel?.retired && moved('replaced'),
    error: () => undefined,
  });
  const stopDays = followDays(book);
  book.onCommitted(() => void notifyBookChanged());
  const moved = (why: 'replaced' | 'rebuilt') => {
    if (opened === null) return;
    zoneWatch.unsubscribe();
    moveWatch.unsubscribe();
    stopDays();
    book.close();
    opened = null;
    if (!movingItself) for (const listener of movedListeners) listener(why);
  };
  book.onClosed(() => moved('replaced'));
  return book;
}

/** Begins each new day, also in a page that stays open overnight. */
function followDays(book: OpenBook): () => void {
  let begun: Day | null = null;
  const look = () => {
    const today = dayOf(book.world.now(), book.world.timeZone);
    if (today === begun || book.readOnly) return;
    begun = today;
    void beginDay(book, today);
  };
  look();
  const timer = setInterval(look, DAY_CHECK);
  return () => clearInterval(timer);
}
