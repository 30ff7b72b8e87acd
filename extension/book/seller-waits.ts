import { Dexie } from 'dexie';

/*
 * What the seller waits for, as far as this page knows: a save under way, a buyer's file that opens. Everything that
 * can wait (a screen asked once more, sounds filled in, a book added up) waits until that is over.
 */

/** Screens are asked again after so many milliseconds, however long a disk takes: another window's news is on them. */
const HOLD = 150;
/** Work of nobody's goes on once there was nothing to wait for in this time, in milliseconds. */
const CALM = 300;
/** And after so many milliseconds in any case, or it would never end on a busy evening. */
const LONGEST = 5_000;

let under = 0;
let last = Number.NEGATIVE_INFINITY;
const freed = new Set<() => void>();
const listeners = new Set<() => void>();

/**
 * A save begins.
 *
 * @returns to be called once, when its answer is there
 */
export function sellerWaits(): () => void {
  under += 1;
  sellerLooks();
  for (const listener of listeners) listener();
  return () => {
    // First whoever saved shows it: what they do with the answer comes before this.
    setTimeout(() => {
      under -= 1;
      last = performance.now();
      if (under > 0) return;
      for (const go of [...freed]) go();
    });
  };
}

/** Something is being opened or was saved just now, here or in another page. */
export function sellerLooks(): void {
  last = performance.now();
}

/** Calls whenever a save begins in this page. */
export function onSellerWaits(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `null` when no save is under way; else to be waited for, also inside a live query. */
export function saveOver(): PromiseLike<void> | null {
  if (under === 0) return null;
  // One of the library's own: it goes on knowing who asked.
  return new Dexie.Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      freed.delete(go);
      resolve();
    };
    const timer = setTimeout(go, HOLD);
    freed.add(go);
  });
}

/** Waits until the seller has waited for nothing for a while. */
export async function sellerCalm(): Promise<void> {
  const end = performance.now() + LONGEST;
  for (;;) {
    const now = performance.now();
    const left = under > 0 ? CALM : last + CALM - now;
    if (left <= 0 || now >= end) return;
    await new Promise((done) => setTimeout(done, left));
  }
}
