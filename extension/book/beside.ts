import type { Head } from './journal/entry';

/**
 * The journal's side of putting another book in place: it is laid down beside the one in use, and is nothing until
 * it is installed.
 */
export interface Beside {
  begin(header: LaidHeader): Promise<void>;
  /** Rows of a table as a JSON array. */
  rows(table: string, json: string, rows: number): Promise<void>;
  /** All of it is on the disk. */
  end(): Promise<void>;
  /** From now on this is the newest book the journal knows. */
  install(head: Head): Promise<void>;
  /** What was laid down is removed again. */
  drop(): Promise<void>;
  close(): void;
}

export interface LaidHeader {
  /** The generation it is going to be. */
  readonly epoch: number;
  readonly seat: string;
  readonly shape: number;
  readonly head: Head;
}
