import type { OpenBook } from './open';
import { fillSome, type Sounds } from './search-later';
import { sellerCalm } from './seller-waits';

const LOCK = 'search-later';
/** Other windows write too; whatever they wrote is looked for this often, in milliseconds. */
const EVERY = 30_000;
/** After a save the panel has other things to do first. */
const SOON = 1_000;

/**
 * Keeps the second half of the search filled, in the idle moments of a page. One page does it at a time; it is all
 * derived, so that being stopped half-way loses nothing.
 *
 * @returns stops it
 */
export function keepSearchFilled(book: OpenBook): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  const plan = (wait: number) => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void round(), wait);
  };
  async function round(): Promise<void> {
    if (running || book.readOnly) return;
    running = true;
    try {
      await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        const sounds = await loadSounds();
        while (!stopped && (await fillSome(book.db, sounds, idle))) await idle();
      });
    } catch {
      // The book was closed or is being put elsewhere: the next page goes on from the mark.
    }
    running = false;
    plan(EVERY);
  }
  const off = book.onCommitted(() => plan(SOON));
  book.onClosed(() => {
    stopped = true;
  });
  plan(SOON);
  return () => {
    stopped = true;
    clearTimeout(timer);
    off();
  };
}

/** The next moment in which nobody waits for this page. */
async function idle(): Promise<void> {
  await sellerCalm();
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 20);
  });
}

/** The dictionary of sounds. A surname is read as a surname: 单 is shàn. */
export async function loadSounds(): Promise<Sounds> {
  const { pinyin } = await import('pinyin-pro');
  return (text) => {
    const read = (pattern: 'pinyin' | 'first') =>
      pinyin(text, { toneType: 'none', type: 'array', pattern, surname: 'head' })
        .join('')
        .replaceAll('ü', 'v')
        .replace(/\s+/g, '')
        .toLowerCase();
    return { full: read('pinyin'), initials: read('first') };
  };
}
