import type { OpenBook } from '@extension/book/open';
import { useEffect } from 'preact/hooks';

/** Keeps the second half of the search filled while the panel is open; fetched once the first view stands. */
export function useFilledSearch(book: OpenBook, ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    let stop: (() => void) | null = null;
    let here = true;
    void import('@extension/book/fill-search').then(({ keepSearchFilled }) => {
      if (here) stop = keepSearchFilled(book);
    });
    return () => {
      here = false;
      stop?.();
    };
  }, [book, ready]);
}
