import type { FileRefusal } from '../dataset';
import type { Behind, BehindRows } from '../findings/rows/behind';
import type { ReadOptions, ReviewOptions } from '../options';
import type { Filter, FilterChoices, PartName, ReviewBase } from '../parts';
import type { Review } from '../review';
import type { WorkerBook, WorkerFile } from './messages';

/**
 * Page → worker, for the notebook whose cells have settings of their own: the data are read once and stay, and
 * parts are asked for one cell at a time, each under a number of the page's.
 */
export type PartsRequest =
  | {
      readonly kind: 'open';
      readonly book: WorkerBook | null;
      readonly files: readonly WorkerFile[];
      readonly read: ReadOptions;
      readonly review: Omit<ReviewOptions, 'today'>;
      readonly now: number;
    }
  | {
      readonly kind: 'parts';
      readonly id: number;
      readonly names: readonly PartName[];
      readonly filter: Filter;
    }
  /** The rows behind a number of a cell with this filter. */
  | { readonly kind: 'rows'; readonly id: number; readonly of: Behind; readonly filter: Filter }
  /** Nobody wants this answer any more. */
  | { readonly kind: 'drop'; readonly id: number };

/** Worker → page. */
export type PartsReply =
  | {
      readonly kind: 'opened';
      readonly base: ReviewBase;
      readonly choices: FilterChoices;
      readonly refused: readonly FileRefusal[];
    }
  | { readonly kind: 'parts'; readonly id: number; readonly parts: Partial<Review> }
  | { readonly kind: 'rows'; readonly id: number; readonly rows: BehindRows }
  | { readonly kind: 'dropped'; readonly id: number }
  | { readonly kind: 'unable'; readonly id: number; readonly detail: string };
