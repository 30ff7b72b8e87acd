import type { Book } from '@shared/records/book';
import type { FileRefusal } from '../dataset';
import type { Behind, BehindRows } from '../findings/rows/behind';
import type { BuyerEstimate } from '../models/buyer-estimates';
import type { ReadOptions, ReviewOptions } from '../options';
import type { InputHash, Review } from '../review';

/** A file handed to the worker: its bytes travel as a blob, without a copy. */
export interface WorkerFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** The book as records: writing it as a file is work too, and work is the worker's. */
export interface WorkerBook {
  readonly name: string;
  /** `stored`: the worker reaches it by itself, and nothing of it passes through the page. */
  readonly book: Book | 'stored';
}

/** Page → worker. One worker does one review and then tells what is behind it; the next one gets a fresh worker. */
export type WorkerRequest =
  | {
      readonly kind: 'compute';
      readonly book: WorkerBook | null;
      readonly files: readonly WorkerFile[];
      readonly read: ReadOptions;
      readonly review: Omit<ReviewOptions, 'today'>;
      /** The instant of the asking, ms: which day it is in the shop is known once the files are read. */
      readonly now: number;
    }
  | { readonly kind: 'cancel' }
  /** Once the review is there: the rows behind one of its numbers, or all rows that were left out. */
  | { readonly kind: 'behind'; readonly id: number; readonly of: Behind }
  | { readonly kind: 'left-out'; readonly id: number };

/** Worker → page. */
export type WorkerReply =
  | { readonly kind: 'progress'; readonly step: string; readonly part: number }
  | {
      readonly kind: 'review';
      readonly review: Review;
      readonly refused: readonly FileRefusal[];
      /** Of single buyers, beside the review; absent where the worker has put them into the book itself. */
      readonly buyers?: readonly BuyerEstimate[];
      readonly hashes: readonly InputHash[];
    }
  | { readonly kind: 'refused'; readonly refused: readonly FileRefusal[] }
  /** What is counted, while the models are still being fitted. */
  | { readonly kind: 'first'; readonly review: Review }
  | { readonly kind: 'behind'; readonly id: number; readonly behind: BehindRows }
  /** A table for a spreadsheet. */
  | { readonly kind: 'left-out'; readonly id: number; readonly table: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };
