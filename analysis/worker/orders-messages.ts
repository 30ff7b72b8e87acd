import type { Lang } from '@shared/i18n/lang';
import type { TablePreview } from '../dataset';
import type { BuyerInput } from '../imports/buyer-rows';
import type { OrderInput } from '../imports/to-book';
import type { ReadOptions } from '../options';
import type { WorkerFile } from './messages';

/** Page → worker: exports to be read as orders for the book. */
export interface OrdersRequest {
  readonly files: readonly WorkerFile[];
  readonly read: ReadOptions;
  /** The language in which refusals are said. */
  readonly lang: Lang;
}

/** A file that was not taken, and what would help. */
export interface RefusedFile {
  readonly file: string;
  /** Key of the sentence. */
  readonly reason: string;
  /** Why, in the reader's language. */
  readonly said: string;
  readonly preview: TablePreview | null;
}

/** A row that was not taken, and why, in the reader's language. */
export interface RefusedLine {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly found: string;
  readonly said: string;
}

export interface OrdersRead {
  readonly kind: 'orders';
  readonly orders: readonly OrderInput[];
  readonly buyers: readonly BuyerInput[];
  readonly refusedRows: number;
  /** The first of them. */
  readonly refused: readonly RefusedLine[];
  readonly files: readonly RefusedFile[];
}

/** Worker → page. */
export type OrdersReply =
  | { readonly kind: 'progress'; readonly part: number }
  | OrdersRead
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };
