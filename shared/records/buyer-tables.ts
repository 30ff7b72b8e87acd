import { BOOK_TABLES, TABLE_NAMES, type TableName } from './book';

/** Every table whose records are about a buyer: what moves when two files become one, and what a buyer leans on. */
export const BUYER_TABLES: readonly TableName[] = TABLE_NAMES.filter(
  (name) => 'buyerId' in BOOK_TABLES[name].entries,
);
