import type { AnyRecord } from '@shared/records/apply';
import type { Buyer } from '@shared/records/buyer';
import { holdsNearly } from '@shared/text/nearly';
import { matchKey } from '@shared/text/normalize';
import type { OpenBook } from '../open';
import type { BookDb } from '../schema';
import { idOf, type LineFound, linesWith, searchTexts } from '../search-memory';
import { type SearchKind, tableOf } from '../search-pages';
import { passageOf } from '../search-words';
import { livingBuyers } from './merged';

/** What of a buyer's fitted: their file or an account, an order number, or a record about them. */
export type FoundBy = 'name' | 'order' | 'notes' | 'promises' | 'records';

/** A buyer found, and by what. */
export interface Found {
  readonly buyer: Buyer;
  readonly by: FoundBy;
  /** The words that fitted, where they stand in a record about them. */
  readonly passage: string;
}

/** A shorter run of digits would find half the shop's orders. */
const ORDER_DIGITS = 5;

/** A shorter word with a letter wrong is another word. */
const FORGIVEN = 5;
/** Rows that are looked at for a word with a letter wrong. */
const NEAR = 2000;

/** Reads what the search looks through, so that the first letter typed finds it there. */
export async function readySearch({ db }: OpenBook): Promise<void> {
  // Closed meanwhile, or not to be read: the search itself says so.
  await searchTexts(db).catch(() => undefined);
}

interface Hit {
  readonly kind: SearchKind;
  readonly id: string;
}

/**
 * Buyers whose name (as written or as it sounds), account, phone, tag, fact, note, promise or order number holds
 * what was typed, grouped by what fitted. Every text of the book is looked through, in memory: half a million take
 * milliseconds. A Latin word may have one letter wrong.
 */
export async function searchBuyers(book: OpenBook, query: string, limit: number): Promise<readonly Found[]> {
  const wanted = matchKey(query);
  if (wanted === '') return [];
  const exact = await hitsWith(book, wanted, limit);
  const hits = exact.length > 0 ? exact : await hitsNear(book, wanted, limit);
  const owners = await buyersBehind(book.db, hits, query);
  const orders = wanted.length >= ORDER_DIGITS ? await buyersByOrder(book, query.trim(), limit) : [];
  const buyers = await livingBuyers(book.db, [...owners.map(({ buyerId }) => buyerId), ...orders]);
  const fitting = [
    ...owners.map(({ kind, buyerId, passage }) => ({ id: buyerId, by: whatFitted(kind), passage })),
    ...orders.map((id) => ({ id, by: 'order' as const, passage: '' })),
  ].toSorted((a, b) => GROUPS.indexOf(a.by) - GROUPS.indexOf(b.by));
  const found = new Map<string, Found>();
  for (const { id, by, passage } of fitting) {
    const buyer = buyers.get(id);
    if (buyer && !found.has(buyer.id)) found.set(buyer.id, { buyer, by, passage });
  }
  return [...found.values()].slice(0, limit);
}

/** The order of the groups. */
const GROUPS: readonly FoundBy[] = ['name', 'order', 'notes', 'promises', 'records'];

function whatFitted(kind: SearchKind): FoundBy {
  const table = tableOf(kind);
  if (table === 'buyers' || table === 'accounts') return 'name';
  return table === 'notes' || table === 'promises' ? table : 'records';
}

/** Lines that are compared before the best of them are taken. */
const COMPARED = 400;

/** A word is looked for as a beginning first: what is found there stands first. */
async function hitsWith({ db }: OpenBook, wanted: string, limit: number): Promise<readonly Hit[]> {
  const texts = await searchTexts(db);
  const most = limit * 4;
  const begins = [...linesWith(texts, `\n${wanted}`, COMPARED)];
  const holds = begins.length < most ? [...linesWith(texts, wanted, COMPARED)] : [];
  return hitsIn([...begins, ...holds], wanted, most);
}

/** Of a word with one letter wrong, one half is right. */
async function hitsNear({ db }: OpenBook, wanted: string, limit: number): Promise<readonly Hit[]> {
  if (wanted.length < FORGIVEN || !/^\p{Script=Latin}+$/u.test(wanted)) return [];
  const texts = await searchTexts(db);
  const middle = Math.floor(wanted.length / 2);
  const halves = [wanted.slice(0, middle), wanted.slice(middle)];
  const lines = halves.flatMap((half) => [...linesWith(texts, half, NEAR)]);
  return hitsIn(
    lines.filter(({ text }) => holdsNearly(text, wanted)),
    wanted,
    limit * 4,
  );
}

/** The records behind the best lines. A line that begins with the word may have been found as one that holds it too. */
function hitsIn(lines: readonly LineFound[], wanted: string, most: number): readonly Hit[] {
  const hits = new Map<string, Hit>();
  for (const line of lines.toSorted(better(wanted))) {
    if (hits.size >= most) break;
    const { kind } = line;
    const id = idOf(line);
    hits.set(`${kind}/${id}`, { kind, id });
  }
  return [...hits.values()];
}

/** A record that fitted, and whose it is. */
interface Owner {
  readonly kind: SearchKind;
  readonly buyerId: string;
  readonly passage: string;
}

/** Whose records these are; a record that is gone belongs to nobody. */
async function buyersBehind(db: BookDb, hits: readonly Hit[], query: string): Promise<readonly Owner[]> {
  const tables = [...new Set(hits.map(({ kind }) => tableOf(kind)))].filter((table) => table !== 'buyers');
  const owners = new Map<string, Omit<Owner, 'kind'>>();
  for (const table of tables) {
    const ids = hits.filter(({ kind }) => tableOf(kind) === table).map(({ id }) => id);
    const rows = await db.table<AnyRecord & { readonly buyerId?: string }, string>(table).bulkGet(ids);
    for (const row of rows) {
      if (!row || row.deleted || !row.buyerId) continue;
      owners.set(`${table}/${row.id}`, { buyerId: row.buyerId, passage: passageOf(row, query) });
    }
  }
  return hits.flatMap(({ kind, id }) => {
    const table = tableOf(kind);
    const owner = table === 'buyers' ? { buyerId: id, passage: '' } : owners.get(`${table}/${id}`);
    return owner ? [{ kind, ...owner }] : [];
  });
}

/** Names before words; beginning with what was typed before holding it; short before long. */
function better(wanted: string): (a: LineFound, b: LineFound) => number {
  const badness = ({ kind, text }: LineFound) =>
    GROUPS.indexOf(whatFitted(kind)) * 10_000 + (text.startsWith(wanted) ? 0 : 1000) + text.length;
  return (a, b) => badness(a) - badness(b);
}

async function buyersByOrder({ db }: OpenBook, typed: string, limit: number): Promise<readonly string[]> {
  const links = await db.orderLinks.where('number').startsWith(typed).limit(limit).toArray();
  return [...new Set(links.filter((link) => !link.deleted).map((link) => link.buyerId))];
}
