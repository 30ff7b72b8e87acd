import type { CountModel } from '../review';
import { coverage } from './backtest';
import type { CountGroups, Grouped } from './counts';
import type { CountFit } from './fit-counts';
import type { SpendFit } from './gamma-gamma';
import type { Lifetimes, Outlook } from './lifetime';
import { buyerIntervals } from './lifetime-intervals';
import { COUNT_MODELS } from './models';
import type { PurchaseSummary } from './summary';

/** The ranges of single buyers: slow to work out, and wanted only at the end. Plain data, as a fit's task is. */
export interface RangesTask {
  readonly model: CountModel;
  readonly seed: number;
  /** The backtest's intervals against what came; null without a backtest. */
  readonly past: {
    readonly grouped: Grouped;
    readonly actual: Float64Array;
    readonly length: number;
    readonly fit: CountFit;
  } | null;
  /** Buyers to be given an interval in money; null without amounts. */
  readonly ahead: {
    readonly buyers: Pick<PurchaseSummary, 'x' | 'tx' | 'T' | 'spend'>;
    readonly groups: CountGroups;
    readonly fit: CountFit;
    readonly spend: SpendFit;
    readonly horizon: number;
    readonly discount: number;
    readonly periodSd: number;
  } | null;
}

export interface Ranges {
  /** Share of buyers whose purchases fell inside their interval. */
  readonly covered: number | null;
  /** In the order of the buyers asked for. */
  readonly intervals: readonly (readonly [number, number])[];
}

/** The task for some buyers of a summary, by position. */
export function aheadOf(
  { summary, grouped, fit, spend, horizon }: Outlook,
  { discount }: Pick<Lifetimes, 'discount'>,
  chosen: readonly number[],
  periodSd: number,
): RangesTask['ahead'] {
  if (spend === null) return null;
  const pick = (column: Float64Array) => Float64Array.from(chosen, (i) => column[i]!);
  const { x, tx, T, spend: spent } = summary;
  return {
    buyers: { x: pick(x), tx: pick(tx), T: pick(T), spend: pick(spent) },
    groups: grouped.groups,
    fit,
    spend,
    horizon,
    discount,
    periodSd,
  };
}

/** Works the ranges out. */
export function rangesOf({ model, seed, past, ahead }: RangesTask): Ranges {
  const covered =
    past === null ? null : coverage(past.grouped, past.actual, past.length, model, past.fit, seed);
  if (ahead === null) return { covered, intervals: [] };
  const { buyers, groups, fit, spend, horizon, discount, periodSd } = ahead;
  const outlook = { rules: COUNT_MODELS[model], fit, summary: buyers, grouped: { groups }, spend, horizon };
  const everyone = [...buyers.x.keys()];
  return { covered, intervals: buyerIntervals(outlook, { discount }, everyone, { seed, periodSd }) };
}
