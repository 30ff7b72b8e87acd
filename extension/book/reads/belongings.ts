import type { Account } from '@shared/records/account';
import type { TableName } from '@shared/records/book';
import type { OrderLink } from '@shared/records/order';
import { orderPlatform } from '@shared/records/platform';
import { BUYER_TABLES } from '../buyer-tables';
import type { OpenBook } from '../open';
import { nameKey, nameOf, ordersNamed } from './orders';

/** A record, named. */
export interface RecordRef {
  readonly table: TableName;
  readonly id: string;
}

/** What belongs to one account of a buyer rather than to the buyer. */
export interface Belongings {
  /** Orders linked by the account's platform, and their parcels: they go where the account goes. */
  readonly orders: readonly RecordRef[];
  /** Records said in this account's chat or about those orders: the seller says whether they go along. */
  readonly said: readonly RecordRef[];
}

interface Row {
  readonly id: string;
  readonly deleted: boolean;
  readonly orderNumber?: string | null;
  readonly where?: { readonly platform: string; readonly conversation: string } | null;
  readonly aboutId?: string | null;
}

/** Tables that are no record of something said. */
const NOT_SAID: ReadonlySet<TableName> = new Set(['accounts', 'orderLinks', 'parcels']);

/**
 * What goes with an account when it is linked to somebody else or unlinked. Where the buyer has another account
 * on the same platform, only orders that carry this account's own key are its own: a link tells the platform,
 * not the account.
 */
export async function belongingsOf(book: OpenBook, account: Account): Promise<Belongings> {
  const links = await linksOfAccount(book, account);
  const numbers = new Set(links.map(({ number }) => number));
  const orders: RecordRef[] = links.map(({ id }) => ({ table: 'orderLinks', id }));
  const said: RecordRef[] = [];
  const followers: { readonly ref: RecordRef; readonly aboutId: string }[] = [];
  for (const table of BUYER_TABLES) {
    if (table === 'accounts' || table === 'orderLinks') continue;
    const rows: readonly Row[] = await book.db
      .table(table)
      .where('buyerId')
      .equals(account.buyerId)
      .toArray();
    for (const row of rows) {
      const ref = { table, id: row.id };
      const ordered = typeof row.orderNumber === 'string' && numbers.has(row.orderNumber);
      const here =
        row.where?.platform === account.platform && row.where.conversation === account.key && !row.deleted;
      if (ordered && table === 'parcels') orders.push(ref);
      else if (!NOT_SAID.has(table) && !row.deleted && (ordered || here)) said.push(ref);
      else if (row.aboutId && !row.deleted) followers.push({ ref, aboutId: row.aboutId });
    }
  }
  // Steps, pictures and prepared messages go with what they are about.
  const going = new Set(said.map(({ id }) => id));
  const along = followers.filter(({ aboutId }) => going.has(aboutId)).map(({ ref }) => ref);
  return { orders, said: [...said, ...along] };
}

async function linksOfAccount(book: OpenBook, account: Account): Promise<readonly OrderLink[]> {
  const { db } = book;
  const platforms = new Set([account.platform, orderPlatform(account.platform)]);
  const [all, accounts] = await Promise.all([
    db.orderLinks.where('buyerId').equals(account.buyerId).toArray(),
    db.accounts.where('buyerId').equals(account.buyerId).toArray(),
  ]);
  const links = all.filter((link) => !link.deleted && platforms.has(link.platform));
  const siblings = accounts.filter(
    (one) =>
      !one.deleted &&
      one.id !== account.id &&
      orderPlatform(one.platform) === orderPlatform(account.platform),
  );
  if (siblings.length === 0) return links;
  const orders = new Map(
    (await ordersNamed(book, links.map(nameOf))).map((order) => [nameKey(order), order]),
  );
  return links.filter((link) => orders.get(nameKey(link))?.buyerKey === account.key);
}

/** How many records of each kind, for a preview. */
export type Counts = Readonly<Partial<Record<TableName, number>>>;

/** @example countsOf([{ table: 'gifts', id: 'g' }]) // => { gifts: 1 } */
export function countsOf(refs: readonly RecordRef[]): Counts {
  const counts: Partial<Record<TableName, number>> = {};
  for (const { table } of refs) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}
