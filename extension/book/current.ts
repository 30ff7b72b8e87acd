import { notifyBookChanged } from '@extension/messaging';
import { type Day, dayOf } from '@shared/calendar/day';
import { liveQuery } from 'dexie';
import { beginDay } from './actions/day';
import { type OpenBook, openBook } from './open';
import { setting } from './reads/settings';
import { isZone, systemWorld, zoneHere } from './world';

/** How often a page that stays open looks whether the day has turned. */
const DAY_CHECK = 60_000;

let opened: Promise<OpenBook> | null = null;
const movedListeners = new Set<() => void>();
const blockedListeners = new Set<() => void>();

/** The book of this page: opened once, over the real world. */
export function currentBook(): Promise<OpenBook> {
  opened ??= openHere().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/**
 * Called when the book this page holds is not the book any more: another window restored one, or an update
 * needs it closed. The page shows "reload", or reloads when nothing is being typed.
 */
export function onBookMoved(listener: () => void): () => void {
  movedListeners.add(listener);
  return () => movedListeners.delete(listener);
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
  const book = await openBook(world, undefined, { onBlocked });
  const readZone = async () => {
    const chosen = await setting(book, 'timeZone', '');
    zone = isZone(chosen) ? chosen : zoneHere();
  };
  await readZone();
  const zoneWatch = liveQuery(readZone).subscribe({ error: () => undefined });
  const moveWatch = liveQuery(() => book.db.marks.get('sentinel')).subscribe({
    next: (sentinel) => sentinel?.retired && moved(),
    error: () => undefined,
  });
  const stopDays = followDays(book);
  book.onCommitted(() => void notifyBookChanged());
  const moved = () => {
    zoneWatch.unsubscribe();
    moveWatch.unsubscribe();
    stopDays();
    book.close();
    opened = null;
    for (const listener of movedListeners) listener();
  };
  book.onClosed(moved);
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
