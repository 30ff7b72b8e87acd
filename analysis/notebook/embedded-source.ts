import { isTaken, type LetterRows, takenRows } from '../findings/rows/taken';
import { embeddedReview } from './embed';
import type { BehindReview, DataSource } from './source';

/** The review that stands in the page itself: nothing is computed, nothing is fetched. */
export function embeddedSource(page: Document): DataSource {
  return {
    kind: 'embedded',
    load: async () => {
      const embedded = embeddedReview(page);
      if (embedded === null) return { kind: 'empty' };
      const { rows, ...review } = embedded;
      return { kind: 'review', review, refused: [], ...(rows ? { behind: takenAlong(rows) } : {}) };
    },
  };
}

/** The rows that travel with a letter. */
function takenAlong(taken: LetterRows): BehindReview {
  return {
    rows: async (of) => takenRows(taken, of),
    has: (of) => isTaken(taken, of),
    leftOut: null,
    close: () => undefined,
  };
}
