import type { FileRefusal } from '../dataset';
import type { ReadOptions, ReviewOptions } from '../options';
import type { Review } from '../review';

/** A file handed to the worker: its bytes travel as a blob, without a copy. */
export interface WorkerFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** Page → worker. One worker does one review; the next one gets a fresh worker. */
export type WorkerRequest =
  | {
      readonly kind: 'compute';
      readonly files: readonly WorkerFile[];
      readonly read: ReadOptions;
      readonly review: ReviewOptions;
    }
  | { readonly kind: 'cancel' };

/** Worker → page. */
export type WorkerReply =
  | { readonly kind: 'progress'; readonly step: string; readonly part: number }
  | { readonly kind: 'review'; readonly review: Review; readonly refused: readonly FileRefusal[] }
  | { readonly kind: 'refused'; readonly refused: readonly FileRefusal[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };
