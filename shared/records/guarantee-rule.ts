import { addDays, type Day } from '../calendar/day';
import { type Guarantee, HAND_OVER } from './guarantee';
import type { Step } from './step';

/** Failed repairs inside the guarantee from which the buyer may have an exchange or the money back (P15). */
export const FAILED_REPAIRS = 2;
/** Days before the end from which a guarantee is said to end. */
export const ENDING_DAYS = 7;

export const REPAIR_RESULTS = ['ok', 'failed'] as const;
export type RepairResult = (typeof REPAIR_RESULTS)[number];

/** How the repairs of a guarantee went. */
export interface Repairs {
  readonly all: number;
  /** Failed ones that fell inside the guarantee. */
  readonly failed: number;
  /** Two failed inside the guarantee: exchange or refund. */
  readonly enough: boolean;
}

/**
 * Counts the repairs of one guarantee.
 *
 * @param dayOf The shop's day of an instant.
 *
 * @example repairsOf({ from: '2026-01-01', until: '2026-12-31' }, [{ kind: 'repair', effect: 'failed', at: '2026-03-01T04:00:00Z' }, { kind: 'repair', effect: 'failed', at: '2026-05-01T04:00:00Z' }], (at) => at.slice(0, 10)) // => { all: 2, failed: 2, enough: true }
 */
export function repairsOf(
  { from, until }: Pick<Guarantee, 'from' | 'until'>,
  steps: readonly Pick<Step, 'kind' | 'effect' | 'at'>[],
  dayOf: (at: string) => Day,
): Repairs {
  const repairs = steps.filter(({ kind }) => kind === 'repair');
  const failed = repairs.filter(({ effect, at }) => {
    const day = dayOf(at);
    return effect === 'failed' && from <= day && day <= until;
  }).length;
  return { all: repairs.length, failed, enough: failed >= FAILED_REPAIRS };
}

/**
 * What of the hand-over is missing. Goods exchanged without their papers ended in court, so nothing is
 * "exchanged" before this is empty.
 *
 * @example missingHandOver({ handOver: ['old-papers-back', 'new-papers-in', 'item-new'] }) // => ['buyer-confirmed']
 */
export function missingHandOver({ handOver }: Pick<Guarantee, 'handOver'>): readonly HandOver[] {
  return HAND_OVER.filter((part) => !handOver.includes(part));
}
export type HandOver = (typeof HAND_OVER)[number];

/**
 * How a guarantee stands on a day; the last day still counts.
 *
 * @example guaranteeStands({ state: 'open', until: '2026-11-22' }, '2026-11-22') // => 'ending'
 * @example guaranteeStands({ state: 'open', until: '2026-11-22' }, '2026-11-23') // => 'over'
 */
export function guaranteeStands(
  { state, until }: Pick<Guarantee, 'state' | 'until'>,
  today: Day,
): 'settled' | 'over' | 'ending' | 'running' {
  if (state !== 'open' && state !== 'repairing') return 'settled';
  if (until < today) return 'over';
  return until <= addDays(today, ENDING_DAYS) ? 'ending' : 'running';
}

/**
 * The last day of a guarantee of so many days that begins on a day; both count.
 *
 * @example lastDayOf('2026-11-22', 7) // => '2026-11-28'
 */
export function lastDayOf(from: Day, days: number): Day {
  return addDays(from, days - 1);
}
