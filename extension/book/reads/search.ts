import type { Buyer } from '@shared/records/buyer';
import { holdsNearly } from '@shared/text/nearly';
import { matchKey } from '@shared/text/normalize';
import type { OpenBook } from '../open';
import type { SearchRow } from '../schema';
import { unbuiltRows } from '../search-built';
import { gramsOf } from '../search-rows';
import { livingBuyers } from './merged';

/** What of a buyer's fitted: their file or an account, an order number, or a record about them. */
export type FoundBy = 'name' | 'order' | 'notes' | 'promises' | 'records';

/** A buyer found, and by what. */
export interface Found {
  readonly buyer: Buyer;
  readonly by: FoundBy;
}

/** A shorter run of digits would find half the shop's orders. */
const ORDER_DIGITS = 5;

/** A shorter word with a letter wrong is another word. */
const FORGIVEN = 5;
/** Rows that are looked at for a word with a letter wrong. */
const NEAR = 2000;

/**
 * Buyers whose name (as written or as it sounds), account, phone, tag, fact, note, promise or order number holds
 * what was typed, grouped by what fitted. The rarest pair of neighbouring characters is looked up by index, the
 * rest is compared: a hundred thousand buyers are not read. A Latin word may have one letter wrong.
 */
export async function searchBuyers(book: OpenBook, query: string, limit: number): Promise<readonly Found[]> {
  const wanted = matchKey(query);
  if (wanted === '') return [];
  const exact = await rowsWith(book, wanted, limit);
  const rows = exact.length > 0 ? exact : await rowsNear(book, wanted, limit);
  const orders = wanted.length >= ORDER_DIGITS ? await buyersByOrder(book, query.trim(), limit) : [];
  const buyers = await livingBuyers(book.db, [...rows.map((row) => row.buyerId), ...orders]);
  const hits = [
    ...rows.toSorted(better(wanted)).map((row) => ({ id: row.buyerId, by: whatFitted(row) })),
    ...orders.map((id) => ({ id, by: 'order' as const })),
  ].toSorted((a, b) => GROUPS.indexOf(a.by) - GROUPS.indexOf(b.by));
  const found = new Map<string, Found>();
  for (const { id, by } of hits) {
    const buyer = buyers.get(id);
    if (buyer && !found.has(buyer.id)) found.set(buyer.id, { buyer, by });
  }
  return [...found.values()].slice(0, limit);
}

/** The order of the groups. */
const GROUPS: readonly FoundBy[] = ['name', 'order', 'notes', 'promises', 'records'];
const NAMES: ReadonlySet<string> = new Set(['buyers', 'accounts', 'sound']);

function whatFitted({ id }: SearchRow): FoundBy {
  const [kind = ''] = id.split(':');
  if (NAMES.has(kind)) return 'name';
  return kind === 'notes' || kind === 'promises' ? kind : 'records';
}

async function rowsWith({ db }: OpenBook, wanted: string, limit: number): Promise<readonly SearchRow[]> {
  const rarest = await rarestOf(db, gramsOf(wanted).slice(0, -1));
  const grams = db.search.where('grams');
  const fits = (row: SearchRow) => row.text.includes(wanted);
  const most = limit * 4;
  // Before the built ones: what is built in between is then found twice, and not missed.
  const unbuilt = await unbuiltRows(db, fits, most);
  const built = await (rarest === null ? grams.startsWith(wanted) : grams.equals(rarest))
    .distinct()
    .filter(fits)
    .limit(most)
    .toArray();
  return [...built, ...unbuilt];
}

async function rarestOf(db: OpenBook['db'], pairs: readonly string[]): Promise<string | null> {
  const counts = await Promise.all(pairs.map((pair) => db.search.where('grams').equals(pair).count()));
  return pairs[counts.indexOf(Math.min(...counts))] ?? null;
}

/** Of a word with one letter wrong, one half is right. */
async function rowsNear({ db }: OpenBook, wanted: string, limit: number): Promise<readonly SearchRow[]> {
  if (wanted.length < FORGIVEN || !/^\p{Script=Latin}+$/u.test(wanted)) return [];
  const middle = Math.floor(wanted.length / 2);
  const near = new Map<string, SearchRow>();
  for (const half of [wanted.slice(0, middle), wanted.slice(middle)]) {
    const rarest = await rarestOf(db, gramsOf(half).slice(0, -1));
    if (rarest === null) continue;
    const rows = await db.search.where('grams').equals(rarest).limit(NEAR).toArray();
    for (const row of rows) if (holdsNearly(row.text, wanted)) near.set(row.id, row);
  }
  return [...near.values()].slice(0, limit * 4);
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
