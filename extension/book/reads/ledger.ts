import type { Day } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import { fallsDue, NO_FACTS, standingNow } from '@shared/records/condition';
import type { Discount } from '@shared/records/discount';
import { type Outstanding, outstanding } from '@shared/records/outstanding';
import type { Promised, Standing } from '@shared/records/promise';
import { ofSample } from '@shared/records/sample';
import type { Money } from '@shared/text/money';
import type { OpenBook } from '../open';
import { conditionFacts } from './conditions';
import { byIds } from './rows';

/** How promises can stand, in the order in which an owner looks at them. */
export const LEDGER_STANDINGS = [
  'late',
  'due',
  'near',
  'pending',
  'to-be-sent',
  'kept',
  'broken',
  'renegotiated',
  'released',
] as const;
export type LedgerStanding = (typeof LEDGER_STANDINGS)[number];

export interface LedgerLine {
  readonly promise: Promised;
  readonly standing: Standing;
  /** The day it falls due, where there is one by now. */
  readonly day: Day | null;
  readonly buyer: Buyer | null;
}

const OPEN: ReadonlySet<LedgerStanding> = new Set(['late', 'due', 'near', 'pending']);

/** How many promises stand how, over the whole shop. */
export async function promiseCounts(
  book: OpenBook,
  today: Day,
): Promise<Readonly<Record<LedgerStanding, number>>> {
  const counts = Object.fromEntries(LEDGER_STANDINGS.map((name) => [name, 0])) as Record<
    LedgerStanding,
    number
  >;
  for (const { standing } of await openLines(book, today)) counts[standing as LedgerStanding]++;
  await Promise.all(
    LEDGER_STANDINGS.filter((name) => !OPEN.has(name)).map(async (name) => {
      counts[name] = await book.db.promises
        .where('state')
        .equals(name)
        .filter((promise) => !promise.deleted && !ofSample(promise))
        .count();
    }),
  );
  return counts;
}

/** Promises that stand in one way: open ones the most urgent first, settled ones the newest first. */
export async function promiseLines(
  book: OpenBook,
  today: Day,
  standing: LedgerStanding,
  limit: number,
): Promise<readonly LedgerLine[]> {
  const lines = OPEN.has(standing)
    ? (await openLines(book, today))
        .filter((line) => line.standing === standing)
        .sort((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : 1))
        .slice(0, limit)
    : await settledLines(book, today, standing, limit);
  const buyers = await byIds(
    book.db.buyers,
    lines.map(({ promise }) => promise.buyerId),
  );
  return lines.map((line) => ({ ...line, buyer: buyers.get(line.promise.buyerId) ?? null }));
}

type Line = Omit<LedgerLine, 'buyer'>;

async function openLines(book: OpenBook, today: Day): Promise<Line[]> {
  const open = (await book.db.promises.where('state').equals('open').toArray()).filter(
    (one) => !one.deleted && !ofSample(one),
  );
  const facts = await conditionFacts(book, open);
  return open.map((promise) => {
    const known = facts.get(promise.buyerId) ?? NO_FACTS;
    return {
      promise,
      standing: standingNow(promise, today, known),
      day: fallsDue(promise, known)?.day ?? null,
    };
  });
}

async function settledLines(
  book: OpenBook,
  today: Day,
  state: LedgerStanding,
  limit: number,
): Promise<readonly Line[]> {
  const found = await book.db.promises
    .where('state')
    .equals(state)
    .reverse()
    .filter((promise) => !promise.deleted && !ofSample(promise))
    .limit(limit)
    .toArray();
  const facts = await conditionFacts(book, found);
  return found.map((promise) => ({
    promise,
    standing: standingNow(promise, today, facts.get(promise.buyerId) ?? NO_FACTS),
    day: promise.settledOn,
  }));
}

/** How many orders are looked at for their average; keys of orders are hashes, so the first are a fair sample. */
const ORDER_SAMPLE = 1000;

export interface OwedDiscounts {
  readonly sum: Outstanding;
  readonly averageOrder: Money | null;
  /** The oldest first: what was promised longest ago is forgotten first. */
  readonly oldest: readonly { readonly discount: Discount; readonly buyer: Buyer | null }[];
}

/** What the shop promised off next orders and has not given, in money and by age. */
export async function owedDiscounts(book: OpenBook, today: Day, currency: string): Promise<OwedDiscounts> {
  const { db, world } = book;
  const [rows, averageOrder] = await Promise.all([
    db.discounts.where('state').equals('owed').toArray(),
    averageOrderOf(book, currency),
  ]);
  const owed = rows.filter(
    (row) => !row.deleted && !ofSample(row) && (row.expires === null || row.expires >= today),
  );
  const oldest = owed.toSorted((a, b) => (a.saidAt < b.saidAt ? -1 : 1)).slice(0, 10);
  const buyers = await byIds(
    db.buyers,
    oldest.map(({ buyerId }) => buyerId),
  );
  return {
    sum: outstanding(owed, today, { currency, timeZone: world.timeZone, averageOrder }),
    averageOrder,
    oldest: oldest.map((discount) => ({ discount, buyer: buyers.get(discount.buyerId) ?? null })),
  };
}

/** What an order of this shop comes to on average; `null` where none is known. */
export async function averageOrderOf({ db }: OpenBook, currency: string): Promise<Money | null> {
  const orders = await db.orders.limit(ORDER_SAMPLE).toArray();
  const paid = orders.flatMap(({ deleted, paid: sum, status }) =>
    !deleted && sum?.currency === currency && sum.minor > 0 && status !== 'cancelled' && status !== 'unpaid'
      ? [sum.minor]
      : [],
  );
  if (paid.length === 0) return null;
  return { minor: Math.round(paid.reduce((sum, minor) => sum + minor, 0) / paid.length), currency };
}
