import { embeddedReview } from './embed';
import type { DataSource } from './source';

/** The review that stands in the page itself: nothing is computed, nothing is fetched. */
export function embeddedSource(page: Document): DataSource {
  return {
    kind: 'embedded',
    load: async () => {
      const review = embeddedReview(page);
      return review === null ? { kind: 'empty' } : { kind: 'review', review, refused: [] };
    },
  };
}
