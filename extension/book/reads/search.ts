import type { Buyer } from '@shared/records/buyer';
import { matchKey } from '@shared/text/normalize';
import type { OpenBook } from '../open';
import type { SearchRow } from '../schema';
import { gramsOf } from '../search-rows';
import { byIds } from './rows';

/** A buyer found, and what of theirs fitted: the display name, a platform key, an order number. */
export interface Found {
  readonly buyer: Buyer;
  readonly by: 'name' | 'order';
}

/** A shorter run of digits would find half the shop's orders. */
const ORDER_DIGITS = 5;

/**
 * Buyers whose name, account, phone, tag, fact or order number holds what was typed. The rarest pair of
 * neighbouring characters is looked up by index, the rest is compared: a hundred thousand buyers are not read.
 */
export async function searchBuyers(book: OpenBook, query: string, limit: number): Promise<readonly Found[]> {
  const wanted = matchKey(query);
  if (wanted === '') return [];
  const rows = await rowsWith(book, wanted, limit);
  const orders = wanted.length >= ORDER_DIGITS ? await buyersByOrder(book, query.trim(), limit) : [];
  const buyers = await byIds(book.db.buyers, [...rows.map((row) => row.buyerId), ...orders]);
  const byName = new Set(rows.toSorted(better(wanted)).map((row) => row.buyerId));
  const ids = [...byName, ...orders.filter((id) => !byName.has(id))];
  return ids
    .flatMap((id): readonly Found[] => {
      const buyer = buyers.get(id);
      return buyer ? [{ buyer, by: byName.has(id) ? 'name' : 'order' }] : [];
    })
    .slice(0, limit);
}

async function rowsWith({ db }: OpenBook, wanted: string, limit: number): Promise<readonly SearchRow[]> {
  const pairs = gramsOf(wanted).slice(0, -1);
  const counts = await Promise.all(pairs.map((pair) => db.search.where('grams').equals(pair).count()));
  const rarest = pairs[counts.indexOf(Math.min(...counts))];
  const grams = db.search.where('grams');
  return (rarest === undefined ? grams.startsWith(wanted) : grams.equals(rarest))
    .distinct()
    .filter((row) => row.text.includes(wanted))
    .limit(limit * 4)
    .toArray();
}

/** Beginning with what was typed before holding it; short before long. */
function better(wanted: string): (a: SearchRow, b: SearchRow) => number {
  const badness = (row: SearchRow) => (row.text.startsWith(wanted) ? 0 : 1000) + row.text.length;
  return (a, b) => badness(a) - badness(b);
}

async function buyersByOrder({ db }: OpenBook, typed: string, limit: number): Promise<readonly string[]> {
  const links = await db.orderLinks.where('number').startsWith(typed).limit(limit).toArray();
  return [...new Set(links.filter((link) => !link.deleted).map((link) => link.buyerId))];
}
