import { currentBook, onBookMoved } from '@extension/book/current';
import type { OpenBook } from '@extension/book/open';
import { setting } from '@extension/book/reads/settings';
import { BookTrouble } from '@extension/ui/BookTrouble';
import { pageReady, speak, startPage } from '@extension/ui/page';
import { WordsProvider } from '@extension/ui/words';
import { type ComponentChildren, render } from 'preact';

/** Opens the book and draws a page over it, or says why there is none. */
export function openPage(draw: (book: OpenBook, onReady: () => void) => ComponentChildren): void {
  const page = startPage();
  let lang = page.lang;
  const show = (content: ComponentChildren) =>
    render(<WordsProvider lang={lang}>{content}</WordsProvider>, page.app);
  onBookMoved(() => show(<BookTrouble kind="moved" onDrawn={pageReady} />));
  currentBook().then(
    async (book) => {
      lang = speak(await setting(book, 'language', ''));
      show(draw(book, pageReady));
    },
    () => show(<BookTrouble kind="closed" onDrawn={pageReady} />),
  );
}
