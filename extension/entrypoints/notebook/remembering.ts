import type { DataSource } from '@analysis/notebook/source';
import { currentBook } from '@extension/book/current';
import { keepEstimates } from '@extension/book/estimates';
import { estimatesOf } from './estimates-of';

/** The same source; what each review says of single buyers is put beside the chat as well (P23). */
export function remembering(source: DataSource): DataSource {
  return {
    ...source,
    async load(request, progress) {
      const result = await source.load(request, progress);
      if (result.kind === 'review') {
        const { review, buyers } = result;
        // Who has read the book has put them into it.
        if (buyers === undefined) return result;
        // The letter never waits for it, and is as good without it.
        void currentBook()
          .then((book) => (book.readOnly ? undefined : keepEstimates(book, estimatesOf(review, buyers))))
          .catch(() => undefined);
      }
      return result;
    },
  };
}
