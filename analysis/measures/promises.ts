import type { Book } from '@shared/records/book';
import { type Promised, type Standing, standing } from '@shared/records/promise';
import type { PromisesSection } from '../review';
import type { Purchases } from './book-buyers';
import { type BookView, inView, settledInView } from './book-view';
import { rateOf } from './intervals';

/**
 * Promises made in the view and how they stand at its end. Kept on time ÷ all whose time has come (kept, kept
 * late, broken, late); open ones and those let go or renegotiated are in neither number.
 */
export function promisesSection(book: Book, purchases: Purchases, view: BookView): PromisesSection | null {
  const promises = book.promises.filter((promise) => !promise.deleted && inView(promise.saidAt, view));
  if (promises.length === 0) return null;
  const standings = promises.map((promise) => standingAt(promise, view));
  const count = (...which: Standing[]) => standings.filter((one) => which.includes(one)).length;
  const settled = count('kept', 'kept-late', 'broken', 'late');
  const { rate, interval } = rateOf(count('kept'), settled);
  return {
    made: promises.length - count('to-be-sent'),
    toBeSent: count('to-be-sent'),
    open: count('pending', 'near', 'due'),
    near: count('near', 'due'),
    late: count('late'),
    keptOnTime: count('kept'),
    keptLate: count('kept-late'),
    broken: count('broken'),
    renegotiated: count('renegotiated'),
    released: count('released'),
    keptRate: rate,
    interval,
    byKind: byKind(promises, standings),
    repeatByOutcome: repeatByOutcome(book, promises, standings, purchases),
  };
}

/** How a promise stood at the end of the view; what was settled later was still open then. */
export function standingAt(promise: Promised, view: BookView): Standing {
  const known = settledInView(promise.settledAt, view);
  return standing(known ? promise : { ...promise, state: 'open', settledOn: null }, view.asOf);
}

/** Come due, whatever became of it. */
export const SETTLED: readonly Standing[] = ['kept', 'kept-late', 'broken', 'late'];

function byKind(promises: readonly Promised[], standings: readonly Standing[]): PromisesSection['byKind'] {
  const kinds = new Map<string, { made: number; keptOnTime: number; settled: number }>();
  promises.forEach((promise, index) => {
    const stands = standings[index]!;
    if (stands === 'to-be-sent') return;
    const row = kinds.get(promise.kind) ?? { made: 0, keptOnTime: 0, settled: 0 };
    row.made++;
    if (stands === 'kept') row.keptOnTime++;
    if (SETTLED.includes(stands)) row.settled++;
    kinds.set(promise.kind, row);
  });
  return [...kinds].map(([kind, row]) => ({ kind, ...row })).sort((a, b) => b.made - a.made);
}

/** What became of the promises to each buyer, the worst of it; who was promised nothing is not in it. */
export function outcomesByBuyer(book: Book, view: BookView): ReadonlyMap<string, 'kept' | 'broken'> {
  const promises = book.promises.filter((promise) => !promise.deleted && inView(promise.saidAt, view));
  return keptOrBroken(
    promises,
    promises.map((promise) => standingAt(promise, view)),
  );
}

function keptOrBroken(promises: readonly Promised[], standings: readonly Standing[]) {
  const outcomes = new Map<string, 'kept' | 'broken'>();
  promises.forEach((promise, index) => {
    const stands = standings[index]!;
    if (stands === 'broken' || stands === 'late') outcomes.set(promise.buyerId, 'broken');
    else if ((stands === 'kept' || stands === 'kept-late') && !outcomes.has(promise.buyerId)) {
      outcomes.set(promise.buyerId, 'kept');
    }
  });
  return outcomes;
}

/**
 * Repeat rate of the book's buyers with known orders, by the worst that became of promises to them: `broken`
 * when one was broken or is late, `kept` when all that came due were kept, `none` without any. No proof of
 * cause: who buys often is promised more, and who is let down may already be leaving.
 */
function repeatByOutcome(
  book: Book,
  promises: readonly Promised[],
  standings: readonly Standing[],
  purchases: Purchases,
): PromisesSection['repeatByOutcome'] {
  const outcomes = keptOrBroken(promises, standings);
  const groups = { kept: [0, 0], broken: [0, 0], none: [0, 0] } satisfies Record<string, [number, number]>;
  for (const buyer of book.buyers) {
    const orders = purchases.get(buyer.id)?.length ?? 0;
    if (buyer.deleted || orders === 0) continue;
    const group = groups[outcomes.get(buyer.id) ?? 'none'];
    group[0]!++;
    if (orders >= 2) group[1]!++;
  }
  return (['kept', 'broken', 'none'] as const).map((outcome) => {
    const [buyers, repeatBuyers] = groups[outcome] as [number, number];
    return { outcome, buyers, repeatBuyers, ...rateOf(repeatBuyers, buyers) };
  });
}
