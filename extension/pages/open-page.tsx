import { currentBook, onBookMoved } from '@extension/book/current';
import type { OpenBook } from '@extension/book/open';
import { BookTrouble } from '@extension/ui/BookTrouble';
import { pageReady, startPage } from '@extension/ui/page';
import { WordsProvider } from '@extension/ui/words';
import { type ComponentChildren, render } from 'preact';

/** Opens the book and draws a page over it, or says why there is none. */
export function openPage(draw: (book: OpenBook, onReady: () => void) => ComponentChildren): void {
  const { lang, app } = startPage();
  const show = (content: ComponentChildren) =>
    render(<WordsProvider lang={lang}>{content}</WordsProvider>, app);
  onBookMoved(() => show(<BookTrouble kind="moved" onDrawn={pageReady} />));
  currentBook().then(
    (book) => show(draw(book, pageReady)),
    () => show(<BookTrouble kind="closed" onDrawn={pageReady} />),
  );
}
