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

/** So many of those worth most are simulated one by one; the rest share the interval of one who is like them. */
const OWN = 600;
/** More than any shop of one owner has; the ones left out are those worth least. */
const MOST = 100_000;
/** Buyers between two pauses. */
const STRIDE = 50;

/** An interval as a part of the value it is about. */
type Spread = readonly [number, number];

/**
 * Buyers who came again, those worth most first: who came once has no pace of their own, and an estimate of
 * them would be that of anybody. `null` when stopped.
 *
 * For given spend parameters what a buyer spends scales with the mean of what they spent, so the interval over the
 * value depends on how often and when alone. It is simulated once for all who are alike in that, and not for each.
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
  const spreads = new Map<string, Spread>();
  const ofOne = (i: number, place: number): Spread => {
    const value = all.value[i]!;
    if (place < OWN || !(value > 0)) return interval(i, place);
    const like = likeness(summary.x[i]!, all.pAlive[i]!, all.expected[i]!);
    let spread = spreads.get(like);
    if (!spread) {
      const [low, high] = interval(i, place);
      spread = [low / value, high / value];
      spreads.set(like, spread);
    }
    return [value * spread[0], value * spread[1]];
  };
  const found: BuyerEstimate[] = [];
  for (const [place, i] of again.entries()) {
    if (options.turn && place % STRIDE === 0 && !(await options.turn(place / again.length))) return null;
    found.push({
      buyer: summary.buyers[i]!,
      pAlive: all.pAlive[i]!,
      expected: all.expected[i]!,
      value: all.value[i]!,
      interval: ofOne(i, place),
    });
  }
  return found;
}

/**
 * What buyers have in common whose intervals are alike: purchases, the chance that they still buy (to a
 * twentieth), and what they would buy if so (to a tenth of itself).
 *
 * @example likeness(3, 0.81, 1.62) === likeness(3, 0.82, 1.64) // => true
 * @example likeness(3, 0.82, 1.64) === likeness(3, 0.52, 1.64) // => false
 */
export function likeness(x: number, pAlive: number, expected: number): string {
  const often = x < 12 ? x : 12 + Math.round(10 * Math.log(x / 12));
  const living = expected / Math.max(pAlive, 1e-6);
  return [often, Math.round(pAlive * 20), Math.round(10 * Math.log(Math.max(living, 1e-6)))].join(' ');
}
