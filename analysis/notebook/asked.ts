import { type HeaderMemory, remember } from '../imports/header-memory';
import type { ColumnMap } from '../options';

/** What only the owner can say of the files, and has said. */
export interface Asked {
  /** Which column is which, by the columns of the file. */
  readonly memory: HeaderMemory;
  /** Of a table without a header there is nothing to remember it by: it counts for this page only. */
  readonly map: ColumnMap | null;
  /** Where the files hold several: the one that is counted. */
  readonly currency: string | null;
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly password: string | null;
}

export const NOTHING_ASKED: Asked = {
  memory: {},
  map: null,
  currency: null,
  dateOrder: null,
  password: null,
};

/**
 * What was said, with which column is which in a table added; a table without names of its own is told by place.
 *
 * @example withColumns({ memory: {}, map: null, currency: null, dateOrder: null, password: null }, ['Who'], { buyer: 'Who' }).memory // => { Who: { buyer: 'Who' } }
 */
export function withColumns(asked: Asked, columns: readonly string[], map: ColumnMap): Asked {
  if (columns.every((name) => name.startsWith('#'))) return { ...asked, map };
  return { ...asked, memory: remember(asked.memory, columns, map) };
}
