import type { Account } from '@shared/records/account';
import type { Buyer } from '@shared/records/buyer';
import type { Complaint } from '@shared/records/complaint';
import type { SpecialDate } from '@shared/records/date';
import type { Discount } from '@shared/records/discount';
import type { Gift } from '@shared/records/gift';
import type { Guarantee } from '@shared/records/guarantee';
import type { Lead } from '@shared/records/lead';
import type { PreparedMessage } from '@shared/records/message';
import type { Note } from '@shared/records/note';
import type { Order } from '@shared/records/order';
import type { PackingNote } from '@shared/records/packing';
import type { Person } from '@shared/records/person';
import type { Promised } from '@shared/records/promise';
import type { Referral } from '@shared/records/referral';
import type { Step } from '@shared/records/step';
import type { StockWait } from '@shared/records/stock-wait';
import type { Supply } from '@shared/records/supply';
import type { Visit } from '@shared/records/visit';
import type { Wish } from '@shared/records/wish';
import type { Table } from 'dexie';
import type { OpenBook } from '../open';
import { livingBuyer } from './merged';
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
  readonly people: readonly Person[];
  readonly dates: readonly SpecialDate[];
  readonly guarantees: readonly Guarantee[];
  readonly leads: readonly Lead[];
  readonly referrals: readonly Referral[];
  readonly stockWaits: readonly StockWait[];
  readonly supplies: readonly Supply[];
  readonly wishes: readonly Wish[];
  /** Messages prepared for this buyer, of any state. */
  readonly messages: readonly PreparedMessage[];
  /** What was done about complaints, leads, guarantees … (`aboutId`). */
  readonly steps: readonly Step[];
}

/**
 * What stands on a buyer's page; `null` when the book has no such buyer. The id of a file that was merged into
 * another one opens that other one.
 */
export async function buyerView(book: OpenBook, buyerId: string): Promise<BuyerView | null> {
  const buyer = await livingBuyer(book.db, buyerId);
  if (!buyer) return null;
  const [own, behind] = await Promise.all([ownOf(book, buyer.id), behindOf(book, buyer.id)]);
  return { buyer, ...own, ...behind };
}

async function ownOf(book: OpenBook, buyerId: string) {
  const { db } = book;
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
  return { accounts, promises, discounts, packing, gifts, visits, complaints, notes, orders };
}

/** What comes with first use (J22). */
async function behindOf({ db }: OpenBook, buyerId: string) {
  const [people, dates, guarantees, leads, referrals, stockWaits, supplies, wishes, steps, messages] =
    await Promise.all([
      about(db.people, buyerId),
      about(db.dates, buyerId),
      about(db.guarantees, buyerId, (guarantee) => guarantee.from),
      about(db.leads, buyerId, (lead) => lead.openedAt),
      about(db.referrals, buyerId, (referral) => referral.notedAt),
      about(db.stockWaits, buyerId, (wait) => wait.askedAt),
      about(db.supplies, buyerId, (supply) => supply.boughtOn),
      about(db.wishes, buyerId, (wish) => wish.notedAt),
      about(db.steps, buyerId, (step) => step.at),
      about(db.messages, buyerId, (message) => message.dueOn),
    ]);
  return { people, dates, guarantees, leads, referrals, stockWaits, supplies, wishes, steps, messages };
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
