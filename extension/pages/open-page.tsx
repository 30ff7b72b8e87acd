import { currentBook, onBookBlocked, onBookMoved, onBookRebuilding } from '@extension/book/current';
import { isOfFiles } from '@extension/book/failure';
import type { OpenBook } from '@extension/book/open';
import { setting } from '@extension/book/reads/settings';
import { BookTrouble } from '@extension/ui/BookTrouble';
import { pageReady, speak, startPage } from '@extension/ui/page';
import { type Words, WordsProvider } from '@extension/ui/words';
import type { Lang } from '@shared/i18n/lang';
import { loadTranslator } from '@shared/i18n/shop';
import { type ComponentChildren, render } from 'preact';

/** Opens the book and draws a page over it, or says why there is none. */
export function openPage(draw: (book: OpenBook, onReady: () => void) => ComponentChildren): void {
  const page = startPage();
  // Fetched while the book opens; the owner's choice is in the book and may be another.
  let words = wordsIn(page.lang);
  const show = async (content: ComponentChildren) =>
    render(<WordsProvider words={await words}>{content}</WordsProvider>, page.app);
  let drawn = false;
  onBookMoved((why) => {
    const trouble = () => void show(<BookTrouble kind="moved" onDrawn={pageReady} />);
    void keeping().then((here) => here.reloadWhenIdle(why === 'replaced' ? trouble : null), trouble);
  });
  // Not ready yet: the book itself comes as soon as the other window lets go.
  onBookBlocked(() => drawn || void show(<BookTrouble kind="blocked" onDrawn={() => undefined} />));
  onBookRebuilding((rows) => {
    if (!drawn) void keeping().then((here) => (drawn ? undefined : here.showRebuilding(page.app, rows)));
  });
  currentBook().then(
    async (book) => {
      const lang = speak(await setting(book, 'language', ''));
      if (lang !== page.lang) words = wordsIn(lang);
      drawn = true;
      await show(draw(book, pageReady));
      void keeping().then((here) => here.tellKeeping());
    },
    (error: unknown) =>
      void show(<BookTrouble kind={isOfFiles(error) ? 'refused' : 'closed'} onDrawn={pageReady} />),
  );
}

/** What is told of how the book is kept: seldom needed, and never for the first sight. */
const keeping = () => import('@extension/ui/keeping');

async function wordsIn(lang: Lang): Promise<Words> {
  return { lang, t: await loadTranslator(lang) };
}
