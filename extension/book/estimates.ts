import type { Day } from '@shared/calendar/day';
import type { Money } from '@shared/text/money';
import type { OpenBook } from './open';

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

/**
 * Puts the estimates of a review in place of those before it. They are no record and stand outside the history:
 * nobody did them, every review makes them anew, no backup carries them. So they are not written through the door,
 * but in one transaction of their own; a full disk leaves the old ones.
 */
export async function keepEstimates({ db }: OpenBook, estimates: readonly Estimate[]): Promise<void> {
  await db.transaction('rw', db.estimates, async () => {
    await db.estimates.clear();
    await db.estimates.bulkPut([...estimates]);
  });
}

/** The estimate of a buyer, where the last review made one. */
export async function estimateOf({ db }: OpenBook, buyerId: string): Promise<Estimate | null> {
  return (await db.estimates.get(buyerId)) ?? null;
}
