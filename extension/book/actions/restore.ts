import type { Action } from '@shared/records/action';
import { type Book, TABLE_NAMES } from '@shared/records/book';
import { withoutErased } from '@shared/records/erasing';
import type { Stamp } from '@shared/records/stamp';
import type { Beside } from '../beside';
import { buildBook, type RestoreOptions } from '../build';
import { bookName } from '../generations';
import type { Chunk, Row } from '../journal/snapshot';
import type { OpenBook } from '../open';
import { type Builder, type Restored, replaceBook } from '../replace';
import { bookDb } from '../schema';

export type { RestoreOptions } from '../build';
export type { Restored } from '../replace';

/** Records per transaction and piece of the journal. */
const AT_ONCE = 2_000;

/** Puts a book that is at hand in this one's place, in this page; see `replaceBook`. */
export async function restoreBook(
  book: OpenBook,
  contents: Book,
  actions: readonly Action[],
  options: RestoreOptions = {},
): Promise<Restored> {
  const wanted = await withoutWhomWeErased(book, contents, actions);
  return replaceBook(book, inThisPage(book, wanted.book, wanted.actions, options), options.signal);
}

/** An older backup, or another computer's, must not bring back whom this book has erased (F-60). */
async function withoutWhomWeErased({ db }: OpenBook, contents: Book, actions: readonly Action[]) {
  const here = await db.erasures.toArray();
  const known = new Set(contents.erasures.map(({ id }) => id));
  const erasures = [...contents.erasures, ...here.filter(({ id }) => !known.has(id))];
  return withoutErased({ ...contents, erasures }, actions, erasures);
}

function inThisPage(
  book: OpenBook,
  contents: Book,
  actions: readonly Action[],
  options: RestoreOptions,
): Builder {
  let beside: Beside | null = null;
  return {
    build: async (epoch, last) => {
      beside = await book.beside();
      const db = bookDb(bookName(epoch));
      try {
        await db.open();
        const rows = TABLE_NAMES.reduce((sum, table) => sum + contents[table].length, actions.length);
        const stamp = newest(contents, actions, last);
        const order = { epoch, seat: book.seat, seq: actions.length, stamp, rows };
        return await buildBook(db.backendDB(), beside, chunksOf(contents, actions), order, options);
      } finally {
        db.close();
      }
    },
    install: async (mark) => beside?.install(mark),
    drop: async () => beside?.drop(),
    close: () => beside?.close(),
  };
}

function* chunksOf(contents: Book, actions: readonly Action[]): Generator<Chunk> {
  const tables = [
    ...TABLE_NAMES.map((table) => [table, contents[table]] as const),
    ['actions', actions] as const,
  ];
  for (const [table, all] of tables) {
    const rows = all as unknown as readonly Row[];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      yield { table, rows: rows.slice(from, from + AT_ONCE) };
    }
  }
}

/** The clock goes on after everything that was ever written, here or where the backup was made. */
function newest(contents: Book, actions: readonly Action[], last: Stamp | null): Stamp | null {
  let stamp = last;
  const see = (reading: Stamp) => {
    if (stamp === null || reading > stamp) stamp = reading;
  };
  for (const table of TABLE_NAMES) for (const row of contents[table]) Object.values(row.stamps).forEach(see);
  for (const action of actions) see(action.stamp);
  return stamp;
}
