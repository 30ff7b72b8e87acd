/**
 * What an integrity check has found.
 *
 * - `book`: `sound`: every record is what was written, and every index holds it; `damaged`: not; `busy`: it was written
 *   while it was added up; `unknown`: there is nothing to compare with.
 * - `journal`: `whole`: the book can be given back from it, to the last action; `part`: not; `none`: there is none.
 */
export interface Examined {
  readonly book: 'sound' | 'damaged' | 'busy' | 'unknown';
  readonly journal: 'whole' | 'part' | 'none';
  readonly records: number;
  /** Something was put right. */
  readonly repaired: boolean;
}

/** Where no journal is kept there is nothing to compare with. */
export const UNEXAMINED: Examined = { book: 'unknown', journal: 'none', records: 0, repaired: false };
