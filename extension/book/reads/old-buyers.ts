import { addMonths, type Day, dayOf } from '@shared/calendar/day';
import type { AnyRecord } from '@shared/records/apply';
import type { TableName } from '@shared/records/book';
import type { Buyer } from '@shared/records/buyer';
import { BUYER_TABLES } from '@shared/records/buyer-tables';
import { lastDayIn } from '@shared/records/last-heard';
import type { OpenBook } from '../open';
import { nameKey } from './orders';
import { setting } from './settings';

/** Settings: months without a word after which a file is shown to the owner; 0 for never. */
export const KEEP_BUYERS = 'keepBuyersMonths';
export const KEEP_LEADS = 'keepLeadsMonths';
/** Three years: as long as a shop may be asked about an order (China, EU), and as a returning buyer is one. */
export const KEEP_BUYERS_USUAL = 36;
/** Who asked and never bought in a year has bought elsewhere. */
export const KEEP_LEADS_USUAL = 12;

/** Somebody of whom nothing was heard for longer than the owner wants to keep what the book knows. */
export interface OldBuyer {
  readonly buyer: Buyer;
  /** The last day that stands in anything about them. */
  readonly last: Day;
  /** They asked and never bought. */
  readonly leadOnly: boolean;
}

/** Written when something was imported or linked, and not when anything happened. */
const UNDATED: ReadonlySet<TableName> = new Set(['accounts', 'orderLinks', 'dates', 'people']);

/**
 * Old files, the oldest first. They are shown and nothing is done about them: the owner decides. Who was looked at
 * and kept is not shown again for as many months.
 */
export async function oldBuyers(book: OpenBook, today: Day): Promise<readonly OldBuyer[]> {
  const { db } = book;
  const [buyerMonths, leadMonths] = await Promise.all([
    setting(book, KEEP_BUYERS, KEEP_BUYERS_USUAL),
    setting(book, KEEP_LEADS, KEEP_LEADS_USUAL),
  ]);
  const buyers = await db.buyers
    .filter((one) => !one.deleted && !one.sample && one.mergedInto === null)
    .toArray();
  const last = new Map<string, Day>();
  const heard = (id: string, day: Day | null) => {
    if (day !== null && day > (last.get(id) ?? '')) last.set(id, day);
  };
  for (const { id, since } of buyers) heard(id, since);
  for (const table of BUYER_TABLES.filter((name) => !UNDATED.has(name))) {
    const rows: readonly (AnyRecord & { readonly buyerId?: string | null })[] = await db
      .table(table)
      .toArray();
    for (const { stamps, deleted, ...row } of rows) {
      if (!deleted && row.buyerId) heard(row.buyerId, lastDayIn(row, today));
    }
  }
  const bought = await boughtBy(book, heard, today);
  const kept = await keptOn(book);
  const before = (months: number) => (months > 0 ? addMonths(today, -months) : '');
  return buyers
    .map((buyer) => ({ buyer, last: last.get(buyer.id) ?? buyer.since, leadOnly: !bought.has(buyer.id) }))
    .filter((one) => {
      const limit = before(one.leadOnly ? leadMonths : buyerMonths);
      return one.last < limit && (kept.get(one.buyer.id) ?? '') < limit;
    })
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
}

async function boughtBy(
  { db }: OpenBook,
  heard: (id: string, day: Day | null) => void,
  today: Day,
): Promise<ReadonlySet<string>> {
  const [links, orders] = await Promise.all([db.orderLinks.toArray(), db.orders.toArray()]);
  const owners = new Map(links.filter((one) => !one.deleted).map((link) => [nameKey(link), link.buyerId]));
  const bought = new Set(owners.values());
  for (const { stamps, ...order } of orders) {
    const owner = order.deleted ? undefined : owners.get(nameKey(order));
    if (owner !== undefined) heard(owner, lastDayIn(order, today));
  }
  return bought;
}

/** When the owner last decided to keep a file. */
async function keptOn({ db, world }: OpenBook): Promise<ReadonlyMap<string, Day>> {
  const looked = await db.requests.filter((one) => !one.deleted && one.kind === 'retention').toArray();
  const kept = new Map<string, Day>();
  for (const { aboutId, at } of looked) {
    const day = dayOf(Date.parse(at), world.timeZone);
    if (aboutId && day > (kept.get(aboutId) ?? '')) kept.set(aboutId, day);
  }
  return kept;
}
