import type { CountModel } from '../review';
import type { CountGroups } from './counts';
import type { CountFit } from './fit-counts';
import type { SpendFit } from './gamma-gamma';
import type { Lifetimes, Outlook } from './lifetime';
import { buyerIntervals } from './lifetime-intervals';
import { COUNT_MODELS } from './models';
import type { PurchaseSummary } from './summary';

/** Buyers who are to be given an interval in money: simulated, and wanted only at the end. Plain data. */
export interface RangesTask {
  readonly model: CountModel;
  readonly seed: number;
  readonly buyers: Pick<PurchaseSummary, 'x' | 'tx' | 'T' | 'spend'>;
  readonly groups: CountGroups;
  readonly fit: CountFit;
  readonly spend: SpendFit;
  readonly horizon: number;
  readonly discount: number;
  readonly periodSd: number;
}

/** An interval of each buyer of the task. */
export type Ranges = readonly (readonly [number, number])[];

/** The task for some buyers of a summary, by position; null without amounts. */
export function rangesTask(
  model: CountModel,
  { summary, grouped, fit, spend, horizon }: Outlook,
  { discount }: Pick<Lifetimes, 'discount'>,
  chosen: readonly number[],
  { seed, periodSd }: Pick<RangesTask, 'seed' | 'periodSd'>,
): RangesTask | null {
  if (spend === null) return null;
  const pick = (column: Float64Array) => Float64Array.from(chosen, (i) => column[i]!);
  const { x, tx, T, spend: spent } = summary;
  const buyers = { x: pick(x), tx: pick(tx), T: pick(T), spend: pick(spent) };
  return { model, seed, buyers, groups: grouped.groups, fit, spend, horizon, discount, periodSd };
}

/** Works the intervals out. */
export function rangesOf({ model, buyers, groups, discount, seed, periodSd, ...rest }: RangesTask): Ranges {
  const outlook = { ...rest, rules: COUNT_MODELS[model], summary: buyers, grouped: { groups } };
  return buyerIntervals(outlook, { discount }, [...buyers.x.keys()], { seed, periodSd });
}
