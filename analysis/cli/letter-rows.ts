import type { Dataset } from '../dataset';
import { buyerNames } from '../findings/lists/lists';
import { rowsOfLetter } from '../findings/rows/of-letter';
import type { LetterRows } from '../findings/rows/taken';
import { measureInput } from '../measures/input';
import type { ReviewOptions } from '../options';
import type { Review } from '../review';

/** The rows behind a letter's numbers. Loaded by itself: no other document takes them along. */
export function rowsBehindLetter(review: Review, data: Dataset, options: ReviewOptions): LetterRows {
  return rowsOfLetter(review, measureInput(data, options), buyerNames(data.book));
}
