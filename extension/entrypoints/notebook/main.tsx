import '@analysis/notebook/style/notebook.css';
import { bookSource } from '@analysis/notebook/book-source';
import { mountNotebook } from '@analysis/notebook/mount';
import { currentBook } from '@extension/book/current';
import { setting } from '@extension/book/reads/settings';
import { wholeBook } from '@extension/book/reads/whole';
import { speak, startPage } from '@extension/ui/page';
import { remembering } from './estimates';
import { bookHome } from './home';

const { app } = startPage();

/** The book of this moment, as records: the worker reads it like any other file. */
async function readBook() {
  const book = await currentBook();
  const currency = await setting(book, 'currency', '');
  return {
    book: await wholeBook(book),
    timeZone: book.world.timeZone,
    currency: currency === '' ? null : currency,
  };
}

const source = bookSource({
  readBook,
  now: () => Date.now(),
  newWorker: () =>
    new Worker(new URL('../../../analysis/worker/review.worker.ts', import.meta.url), { type: 'module' }),
});

const chosen = await currentBook().then(
  (book) => setting(book, 'language', ''),
  () => '',
);
void mountNotebook(app, { source: remembering(source), lang: speak(chosen), home: bookHome });
