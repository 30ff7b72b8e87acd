import type { Lifetimes, Outlook } from './lifetime';
import { buyerInterval, type IntervalOptions } from './lifetime-intervals';

/** What one buyer may still buy within the horizon; money in major units. */
export interface BuyerEstimate {
  readonly buyer: string;
  /** Chance that they are still buying at all, 0–1. */
  readonly pAlive: number;
  /** Purchases to expect. */
  readonly expected: number;
  readonly value: number;
  /** 95 % predictive. */
  readonly interval: readonly [number, number];
}

/** Beyond so many the intervals would take longer than the review itself; those worth most come first. */
const MOST = 600;
/** Buyers between two pauses. */
const STRIDE = 50;

/**
 * Buyers who came again, those worth most first: who came once has no pace of their own, and an estimate of
 * them would be that of anybody. `null` when stopped.
 */
export async function estimates(
  outlook: Outlook,
  all: Lifetimes,
  options: IntervalOptions,
): Promise<readonly BuyerEstimate[] | null> {
  const { summary } = outlook;
  const interval = buyerInterval(outlook, all, options);
  if (!interval) return [];
  const again = [...summary.x.keys()]
    .filter((i) => summary.x[i]! > 0)
    .sort((i, j) => all.value[j]! - all.value[i]! || i - j)
    .slice(0, MOST);
  const found: BuyerEstimate[] = [];
  for (const [place, i] of again.entries()) {
    if (options.turn && place % STRIDE === 0 && !(await options.turn(place / again.length))) return null;
    found.push({
      buyer: summary.buyers[i]!,
      pAlive: all.pAlive[i]!,
      expected: all.expected[i]!,
      value: all.value[i]!,
      interval: interval(i, place),
    });
  }
  return found;
}
