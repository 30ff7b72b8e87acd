import type { Review } from '@analysis/review';
import sample from '../../fixtures/review/sample.json';

/** A whole review of an invented shop. JSON knows no literal types, hence the cast in this one place. */
export const review = sample as unknown as Review;
