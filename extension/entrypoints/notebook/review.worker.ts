/// <reference lib="webworker" />
import { serveReviews } from '@analysis/worker/serve';
import { keepEstimates } from '@extension/book/estimates';
import { type OpenBook, openForReading } from '@extension/book/open';
import { wholeBook } from '@extension/book/reads/whole';
import { systemWorld, zoneHere } from '@extension/book/world';
import { estimatesOf } from './estimates-of';

// A book of hundreds of thousands of records is read here and never passes through the page.
serveReviews({
  read: () => withBook(wholeBook),
  keep: (review, buyers) =>
    withBook((book) => (book.readOnly ? undefined : keepEstimates(book, estimatesOf(review, buyers)))),
});

async function withBook<Value>(work: (book: OpenBook) => Value | Promise<Value>): Promise<Value> {
  const book = await openForReading(systemWorld(zoneHere));
  if (book === null) throw new Error('The book is not where it was a moment ago.');
  try {
    return await work(book);
  } finally {
    book.close();
  }
}
