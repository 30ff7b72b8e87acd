import type { Lang } from '@shared/i18n';
import type { FileRefusal } from '../dataset';
import type { BuyerEstimate } from '../models/buyer-estimates';
import type { InputHash, Review } from '../review';
import type { BehindReview } from '../worker/ask-behind';
import type { Opened } from '../worker/parts-client';
import type { Asked } from './asked';

export type { InputHash } from '../review';
export type { BehindReview } from '../worker/ask-behind';

/** What came of loading: a review, or the reason there is none. Refusals are values, never exceptions. */
export type LoadResult =
  | {
      readonly kind: 'review';
      readonly review: Review;
      readonly refused: readonly FileRefusal[];
      /** Of single buyers, where the source is the book. */
      readonly buyers?: readonly BuyerEstimate[];
      /** What it was made from, by content; absent where nobody read anything. */
      readonly hashes?: readonly InputHash[];
      /** What it was made from, to be asked row by row; absent where only the review is there. */
      readonly behind?: BehindReview;
    }
  | { readonly kind: 'refused'; readonly refused: readonly FileRefusal[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };

/** What the page asks of a source. */
export interface LoadRequest {
  /** The language the review's own sentences are written in. */
  readonly lang: Lang;
  /** Exports the owner added on the page, in the order they were added. */
  readonly files: readonly File[];
  /** What the owner has said of them. */
  readonly asked?: Asked;
}

/** How far the work is: `step` names it, `part` runs from 0 to 1 within the step. */
export interface LoadProgress {
  readonly report: (step: string, part: number) => void;
  readonly signal: AbortSignal;
  /** Takes what is already counted: sentences to read while the rest is being estimated. */
  readonly first?: (review: Review) => void;
}

/**
 * Where a review comes from: the same page stands over the book in the extension, over files, and over a
 * review embedded in the page itself.
 */
export interface DataSource {
  readonly kind: 'book' | 'files' | 'embedded';
  readonly load: (request: LoadRequest, progress: LoadProgress) => Promise<LoadResult>;
  /** The data themselves, read once and kept, for cells with settings of their own; absent where only a review is there. */
  readonly open?: (request: LoadRequest, progress: LoadProgress) => Promise<Opened>;
}
