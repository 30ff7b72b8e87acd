import '@analysis/notebook/style/notebook.css';
import { bookSource } from '@analysis/notebook/book-source';
import { mountNotebook } from '@analysis/notebook/mount';
import { currentBook } from '@extension/book/current';
import { inSpareRoom } from '@extension/book/in-room';
import { setting } from '@extension/book/reads/settings';
import { wholeBook } from '@extension/book/reads/whole';
import { speak, startPage } from '@extension/ui/page';
import { bookHome } from './home';
import { remembering } from './remembering';

const { app } = startPage();

/** The book of this moment, which the worker reads like any other file; only in the spare room it can't reach it. */
async function readBook() {
  const book = await currentBook();
  const currency = await setting(book, 'currency', '');
  return {
    book: inSpareRoom() ? await wholeBook(book) : ('stored' as const),
    timeZone: book.world.timeZone,
    currency: currency === '' ? null : currency,
  };
}

const source = bookSource({
  readBook,
  now: () => Date.now(),
  newWorker: () => new Worker(new URL('./review.worker.ts', import.meta.url), { type: 'module' }),
});

const chosen = await currentBook().then(
  (book) => setting(book, 'language', ''),
  () => '',
);
void mountNotebook(app, { source: remembering(source), lang: speak(chosen), home: bookHome });
