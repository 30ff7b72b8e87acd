import { type Day, dayFromNumber, dayNumber } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { PurchaseDays } from '../models/summary';
import { gapsOf } from './purchase-gaps';
import { unwillingBuyers } from './unwilling';

/** When a buyer is expected again, and by whose pace. */
export interface NextPurchase {
  readonly buyer: string;
  readonly last: Day;
  readonly expected: Day;
  /** Days past the expected one at `asOf`; negative: so many to go. */
  readonly overdue: number;
  /** The seller's own word, the buyer's own gaps, or the shop's. */
  readonly by: 'typed' | 'own' | 'shop';
  readonly paceDays: number;
}

/** Gaps of their own that a buyer needs before they count for more than the shop's. */
export const OWN_GAPS = 2;

/** Which of the expected buyers are wanted: all without. */
export interface ExpectedOptions {
  /** Buyers who need nothing any more: they are expected no more. */
  readonly graduated?: ReadonlySet<string>;
  /**
   * Only buyers with a pace of their own or typed, expected within `ahead` days or overdue by at most that pace. Whom
   * to write to, it asks: who wants no message unasked is not among them.
   */
  readonly pressing?: { readonly ahead: number };
}

/**
 * When each buyer is expected to buy next: by the run-out date the seller typed, else by the median of the
 * buyer's own gaps (two at least), else by the shop's median gap. Earliest first.
 */
export function nextPurchases(
  days: PurchaseDays,
  book: Book | null,
  asOf: Day,
  { graduated = new Set(), pressing }: ExpectedOptions = {},
): readonly NextPurchase[] {
  const { start, gap } = gapsOf(days);
  const shop = pressing ? null : median(gap.slice().sort());
  const typed = typedRunOuts(book);
  const today = dayNumber(asOf);
  const unwilling = pressing ? unwillingBuyers(book) : new Set();
  const rows: NextPurchase[] = [];
  for (let index = 0; index < days.buyers.length; index += 1) {
    const buyer = days.buyers[index]!;
    if (graduated.has(buyer) || unwilling.has(buyer)) continue;
    const last = days.day[days.start[index + 1]! - 1]!;
    const runsOut = typed.get(buyer);
    const byWord = runsOut !== undefined && runsOut > last;
    const count = start[index + 1]! - start[index]!;
    if (
      pressing &&
      !byWord &&
      (count < OWN_GAPS || isFar(gap, start[index]!, start[index + 1]!, today - last))
    )
      continue;
    const own = count >= OWN_GAPS ? median(gap.slice(start[index]!, start[index + 1]!).sort()) : null;
    const pace = byWord ? runsOut - last : (own ?? shop);
    if (pace === null) continue;
    const by = byWord ? 'typed' : own === null ? 'shop' : 'own';
    const expected = last + Math.round(pace);
    const overdue = today - expected;
    if (pressing && (by === 'shop' || overdue < -pressing.ahead || overdue > Math.max(7, pace))) continue;
    rows.push({
      buyer,
      last: dayFromNumber(last),
      expected: dayFromNumber(expected),
      overdue,
      by,
      paceDays: pace,
    });
  }
  return rows.sort((a, b) => b.overdue - a.overdue || (a.buyer < b.buyer ? -1 : 1));
}

/** Longer away than twice the longest of their gaps: overdue by more than any pace of theirs, without sorting. */
function isFar(gap: Float64Array, from: number, to: number, away: number): boolean {
  let longest = 7;
  for (let i = from; i < to; i += 1) longest = Math.max(longest, gap[i]!);
  return away > 2 * longest + 1;
}

/** Middle value of ascending numbers; `null` without any. */
function median(sorted: Float64Array): number | null {
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The first day on which something of each buyer runs out, as the seller wrote it down (P19). */
function typedRunOuts(book: Book | null): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { deleted, state, buyerId, runsOutOn } of book?.supplies ?? []) {
    if (deleted || state !== 'running') continue;
    const known = first.get(buyerId);
    const day = dayNumber(runsOutOn);
    if (known === undefined || day < known) first.set(buyerId, day);
  }
  return first;
}
