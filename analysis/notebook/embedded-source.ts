import { type BehindRows, NO_ROWS } from '../findings/rows/behind';
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
function takenAlong(rows: Readonly<Record<string, BehindRows>>): BehindReview {
  return {
    rows: async (of) => rows[of] ?? NO_ROWS,
    has: (of) => Object.hasOwn(rows, of),
    leftOut: null,
    close: () => undefined,
  };
}
