import type { Action } from '@shared/records/action';
import { type Book, TABLE_NAMES } from '@shared/records/book';
import type { OpenBook } from '../open';
import type { BookDb } from '../schema';

/** The whole book with its history, as it stood at one instant: one read transaction over all tables. */
export async function wholeBookAndHistory({
  db,
}: OpenBook): Promise<{ readonly book: Book; readonly actions: readonly Action[] }> {
  const tables = [...TABLE_NAMES.map((name) => db.table(name)), db.actions];
  return db.transaction('r', tables, async () => {
    const book = await tablesOf(db);
    return { book, actions: await db.actions.toArray() };
  });
}

/** Every record of the book, tombstones included, as it stood at one instant. */
export async function wholeBook({ db }: OpenBook): Promise<Book> {
  return db.transaction(
    'r',
    TABLE_NAMES.map((name) => db.table(name)),
    () => tablesOf(db),
  );
}

async function tablesOf(db: BookDb): Promise<Book> {
  const rows = await Promise.all(TABLE_NAMES.map((name) => db.table(name).toArray()));
  return Object.fromEntries(TABLE_NAMES.map((name, index) => [name, rows[index]!])) as unknown as Book;
}
