import type { Day } from '@shared/calendar/day';
import type { Money } from '@shared/text/money';
import type { OpenBook } from './open';
import type { BookDb } from './schema';

/** What one buyer may still buy, as the last review worked it out (P23). */
export interface Estimate {
  /** The buyer. */
  readonly id: string;
  /** Chance that they are still buying at all, 0–1. */
  readonly pAlive: number;
  /** Purchases to expect within the weeks ahead. */
  readonly expected: number;
  readonly value: Money;
  /** Between these in 95 of 100 cases. */
  readonly low: Money;
  readonly high: Money;
  readonly weeks: number;
  /** The last day the review knew of. */
  readonly asOf: Day;
}

/** Estimates of many buyers in one row: a row each would take a hundred thousand writes. */
export interface EstimatePart {
  /** `part-<number>`, from the buyer's id: one row is read for one buyer. */
  readonly id: string;
  readonly buyers: ReadonlyMap<string, Figures>;
  readonly currency: string;
  readonly weeks: number;
  readonly asOf: Day;
}

/** pAlive, expected, value, low, high; money in minor units. */
type Figures = readonly [number, number, number, number, number];

/** About two hundred buyers to a row in the largest book; a small one has few rows. */
const PARTS = 512;

/** Which row holds a buyer: any even spread does (FNV-1a). */
function partOf(buyerId: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < buyerId.length; i += 1) hash = Math.imul(hash ^ buyerId.charCodeAt(i), 0x01000193);
  return `part-${(hash >>> 0) % PARTS}`;
}

/**
 * Puts the estimates of a review in place of those before it. They are no record and stand outside the history:
 * nobody did them, every review makes them anew, no backup carries them. So they are not written through the door,
 * but in one transaction of their own; a full disk leaves the old ones.
 *
 * @param estimates all of one review: one currency, one horizon, one day
 */
export async function keepEstimates({ db }: OpenBook, estimates: readonly Estimate[]): Promise<void> {
  const parts = new Map<string, Map<string, Figures>>();
  for (const { id, pAlive, expected, value, low, high } of estimates) {
    const part = partOf(id);
    const buyers = parts.get(part) ?? new Map<string, Figures>();
    buyers.set(id, [pAlive, expected, value.minor, low.minor, high.minor]);
    parts.set(part, buyers);
  }
  const [first] = estimates;
  const rows = [...parts].map(([id, buyers]): EstimatePart => {
    const { value, weeks, asOf } = first!;
    return { id, buyers, currency: value.currency, weeks, asOf };
  });
  await db.transaction('rw', db.estimates, async () => {
    await db.estimates.clear();
    await db.estimates.bulkPut(rows);
  });
}

/** Takes some buyers out, inside a transaction that is open. */
export async function dropEstimates({ estimates }: BookDb, buyers: ReadonlySet<string>): Promise<void> {
  const parts = await estimates.bulkGet([...new Set([...buyers].map(partOf))]);
  for (const part of parts) {
    if (!part) continue;
    await estimates.put({ ...part, buyers: new Map([...part.buyers].filter(([id]) => !buyers.has(id))) });
  }
}

/** The estimate of a buyer, where the last review made one. */
export async function estimateOf({ db }: OpenBook, buyerId: string): Promise<Estimate | null> {
  const part = await db.estimates.get(partOf(buyerId));
  const figures = part?.buyers?.get(buyerId);
  if (!part || !figures) return null;
  const [pAlive, expected, ...money] = figures;
  const [value, low, high] = money.map((minor) => ({ minor, currency: part.currency }));
  return {
    id: buyerId,
    pAlive,
    expected,
    value: value!,
    low: low!,
    high: high!,
    weeks: part.weeks,
    asOf: part.asOf,
  };
}
