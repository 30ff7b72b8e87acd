import type { Book } from '@shared/records/book';
import type { Frozen } from '@shared/records/freeze-file';
import type { AnswerFrame, OrderFrame, SummaryFrame } from './frame/orders';
import type { ColumnMap } from './options';

/** A row that could not be read: told with its place, its text and why. */
export interface RefusedRow {
  readonly line: number;
  readonly column: string;
  readonly found: string;
  /** Reason code; the sentence is written in the reader's language. */
  readonly reason: string;
}

/** A row that is no purchase or could not be read, for a list of all of them. */
export interface LeftOutRow {
  readonly file: string;
  /** Where it begins; the first line of an order that was judged as a whole. */
  readonly line: number;
  readonly rows: number;
  readonly outcome: 'skipped' | 'refused';
  /** Reason code. */
  readonly reason: string;
  readonly column: string;
  readonly found: string;
}

/** What became of one input file (contract: `inputs[]`). */
export interface InputReport {
  readonly file: string;
  readonly format: string;
  /** 'certain' when signature and columns agree, 'mapped' by --map, 'likely' otherwise. */
  readonly confidence: string;
  readonly encoding: string;
  /** Data rows without header and blank lines. */
  readonly rows: number;
  readonly used: number;
  /** Rows that are no purchase, by reason code. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly refusedCount: number;
  /** The first 100. */
  readonly refused: readonly RefusedRow[];
  readonly notes: readonly string[];
}

/** What to look at to say which column is which. */
export interface TablePreview {
  readonly sheet: string | null;
  /** Names of the columns, or their places (`#1`) where there is no header. */
  readonly columns: readonly string[];
  /** The first rows, each with a cell per column. */
  readonly rows: readonly (readonly string[])[];
  /** What the columns might be: a proposal, never applied by itself. */
  readonly guess: ColumnMap;
}

/** A file that can't be used at all; nothing is written unless --partial. */
export interface FileRefusal {
  readonly file: string;
  /** Word key of the sentence (area `imports`) and what to fill in. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where the file can be used once its columns are named. */
  readonly preview?: TablePreview;
}

/** Everything read, ready to be measured. */
export interface Dataset {
  readonly inputs: readonly InputReport[];
  readonly orders: OrderFrame;
  /** The same after matching cancellations against the orders they cancel; null when there is nothing to net. */
  readonly netted: OrderFrame | null;
  /** What netting takes off; `amount` in major units. */
  readonly nettedAway: {
    readonly orders: number;
    readonly lines: number;
    readonly amount: number;
    readonly buyers: number;
  };
  /** Rows or orders left out because the format has a buyer column and theirs is empty. */
  readonly withoutBuyer: number;
  readonly duplicatesDropped: number;
  /** Platforms whose exports carry no buyer key (rates only on *known* orders, J1). */
  readonly platformsWithoutKey: readonly string[];
  readonly answers: AnswerFrame;
  readonly summaries: SummaryFrame | null;
  readonly book: Book | null;
  /** Weeks put away that were given as files; those of the book are in it. */
  readonly frozen?: readonly Frozen[];
  /** ISO 4217, null when unknown. */
  readonly currency: string | null;
  readonly timeZone: string;
}
