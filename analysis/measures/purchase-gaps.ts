import type { PurchaseDays } from '../models/summary';

/** Days between one purchase day of a buyer and the next. */
export interface GapsSection {
  /** Completed gaps, over all repeat buyers. */
  readonly gaps: number;
  readonly buyers: number;
  readonly medianDays: number;
  /** Half of all gaps lie between these. */
  readonly middleHalf: readonly [number, number];
  /** By how many purchases came before: 1 is the way from the first to the second, 6 stands for 6 and more. */
  readonly byPurchase: readonly {
    readonly after: number;
    readonly gaps: number;
    readonly medianDays: number;
  }[];
}

/** Gaps after so many purchases and more are told together. */
export const LAST_GAP = 6;

/** Gaps between distinct purchase days, buyer after buyer: buyer k's are those from `start[k]` to `start[k + 1]`. */
export function gapsOf(days: PurchaseDays): { readonly start: Int32Array; readonly gap: Float64Array } {
  const start = new Int32Array(days.buyers.length + 1);
  const gap = new Float64Array(Math.max(0, days.day.length - days.buyers.length));
  let count = 0;
  for (let buyer = 0; buyer < days.buyers.length; buyer += 1) {
    for (let i = days.start[buyer]! + 1; i < days.start[buyer + 1]!; i += 1) {
      gap[count] = days.day[i]! - days.day[i - 1]!;
      count += 1;
    }
    start[buyer + 1] = count;
  }
  return { start, gap };
}

/** Value at a share of whole numbers counted by size (linear between neighbours). */
function quantile(counts: Uint32Array, size: number, share: number): number {
  const at = (size - 1) * share;
  const low = valueAt(counts, Math.floor(at));
  const high = valueAt(counts, Math.min(size - 1, Math.floor(at) + 1));
  return low + (high - low) * (at - Math.floor(at));
}

/** The number at a place of the sorted list. */
function valueAt(counts: Uint32Array, place: number): number {
  let passed = 0;
  for (let value = 0; value < counts.length; value += 1) {
    passed += counts[value]!;
    if (passed > place) return value;
  }
  return 0;
}

/**
 * How long buyers who come back stay away: completed gaps between distinct purchase days. Buyers who have not
 * come back yet are in no gap, so the time *to* a next purchase is longer than this: for that see the
 * Kaplan–Meier curve of the second purchase. `null` where nobody bought on two days.
 */
export function purchaseGaps(days: PurchaseDays): GapsSection | null {
  const { start, gap } = gapsOf(days);
  if (gap.length === 0) return null;
  const longest = gap.reduce((most, days) => Math.max(most, days), 0);
  // Gaps are whole days: counted by length there is nothing to sort.
  const counts = Array.from({ length: LAST_GAP }, () => new Uint32Array(longest + 1));
  let buyers = 0;
  for (let buyer = 0; buyer + 1 < start.length; buyer += 1) {
    if (start[buyer + 1]! > start[buyer]!) buyers += 1;
    for (let i = start[buyer]!; i < start[buyer + 1]!; i += 1) {
      counts[Math.min(LAST_GAP, i - start[buyer]! + 1) - 1]![gap[i]!]! += 1;
    }
  }
  const all = new Uint32Array(longest + 1).map((_, days) => counts.reduce((sum, one) => sum + one[days]!, 0));
  return {
    gaps: gap.length,
    buyers,
    medianDays: quantile(all, gap.length, 0.5),
    middleHalf: [quantile(all, gap.length, 0.25), quantile(all, gap.length, 0.75)],
    byPurchase: counts.flatMap((own, index) => {
      const gaps = own.reduce((sum, count) => sum + count, 0);
      return gaps === 0 ? [] : [{ after: index + 1, gaps, medianDays: quantile(own, gaps, 0.5) }];
    }),
  };
}
