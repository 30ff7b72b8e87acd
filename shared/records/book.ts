import type * as v from 'valibot';
import { accountSchema } from './account';
import { buyerSchema } from './buyer';
import { complaintSchema } from './complaint';
import { discountSchema } from './discount';
import { giftSchema, giftStockSchema } from './gift';
import { noteSchema } from './note';
import { orderLinkSchema, orderSchema } from './order';
import { packingSchema } from './packing';
import { parcelSchema } from './parcel';
import { promiseSchema } from './promise';
import { settingSchema, siteSchema } from './shop';
import { visitSchema } from './visit';

/** Every table of the book with the schema of its records: the one list that storage, backup and merge share. */
export const BOOK_TABLES = {
  buyers: buyerSchema,
  accounts: accountSchema,
  orders: orderSchema,
  orderLinks: orderLinkSchema,
  promises: promiseSchema,
  discounts: discountSchema,
  packing: packingSchema,
  gifts: giftSchema,
  giftStock: giftStockSchema,
  parcels: parcelSchema,
  visits: visitSchema,
  complaints: complaintSchema,
  notes: noteSchema,
  sites: siteSchema,
  settings: settingSchema,
} as const;

export type TableName = keyof typeof BOOK_TABLES;
export const TABLE_NAMES = Object.keys(BOOK_TABLES) as readonly TableName[];
export type RecordOf<Table extends TableName> = v.InferOutput<(typeof BOOK_TABLES)[Table]>;

/** A whole book, in memory: what a backup holds and the analysis reads. */
export type Book = { readonly [Table in TableName]: readonly RecordOf<Table>[] };

/** A book with nothing in it. */
export function emptyBook(): Book {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, []])) as unknown as Book;
}
