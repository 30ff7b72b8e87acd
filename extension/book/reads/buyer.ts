import type { Account } from '@shared/records/account';
import type { Buyer } from '@shared/records/buyer';
import type { Complaint } from '@shared/records/complaint';
import type { Discount } from '@shared/records/discount';
import type { Gift } from '@shared/records/gift';
import type { Note } from '@shared/records/note';
import type { Order } from '@shared/records/order';
import type { PackingNote } from '@shared/records/packing';
import type { Promised } from '@shared/records/promise';
import type { Visit } from '@shared/records/visit';
import type { Table } from 'dexie';
import type { OpenBook } from '../open';
import { ordersOf } from './orders';

/** Everything the book holds about one buyer; each list newest first. */
export interface BuyerView {
  readonly buyer: Buyer;
  readonly accounts: readonly Account[];
  readonly promises: readonly Promised[];
  readonly discounts: readonly Discount[];
  readonly packing: readonly PackingNote[];
  readonly gifts: readonly Gift[];
  readonly visits: readonly Visit[];
  readonly complaints: readonly Complaint[];
  readonly notes: readonly Note[];
  readonly orders: readonly Order[];
}

/** What stands on a buyer's page; `null` when the book has no such buyer. */
export async function buyerView(book: OpenBook, buyerId: string): Promise<BuyerView | null> {
  const { db } = book;
  const buyer = await db.buyers.get(buyerId);
  if (!buyer || buyer.deleted) return null;
  const [accounts, promises, discounts, packing, gifts, visits, complaints, notes, orders] =
    await Promise.all([
      about(db.accounts, buyerId),
      about(db.promises, buyerId, (promise) => promise.saidAt),
      about(db.discounts, buyerId, (discount) => discount.saidAt),
      about(db.packing, buyerId, (note) => note.notedAt),
      about(db.gifts, buyerId, (gift) => gift.saidAt),
      about(db.visits, buyerId, (visit) => visit.askedAt ?? visit.planned ?? ''),
      about(db.complaints, buyerId, (complaint) => complaint.openedAt),
      about(db.notes, buyerId, (note) => note.notedAt),
      ordersOf(book, buyerId),
    ]);
  return { buyer, accounts, promises, discounts, packing, gifts, visits, complaints, notes, orders };
}

async function about<T extends { readonly deleted: boolean }>(
  table: Table<T, string>,
  buyerId: string,
  when: (row: T) => string = () => '',
): Promise<readonly T[]> {
  const rows = await table.where('buyerId').equals(buyerId).toArray();
  const dated = rows.filter((row) => !row.deleted).map((row) => ({ row, at: when(row) }));
  return dated.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).map(({ row }) => row);
}
