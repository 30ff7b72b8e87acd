import type { CountModel } from '../review';
import type { Parameters } from './count-model';
import type { SpendFit } from './gamma-gamma';
import type { Lifetimes, Outlook } from './lifetime';
import { buyerIntervals } from './lifetime-intervals';
import { COUNT_MODELS } from './models';
import type { PurchaseSummary } from './summary';

/** Buyers who are to be given an interval in money: simulated, and wanted only at the end. Plain data. */
export interface RangesTask {
  readonly model: CountModel;
  readonly seed: number;
  readonly parameters: readonly Parameters[];
  readonly buyers: Pick<PurchaseSummary, 'x' | 'tx' | 'T' | 'spend'>;
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
  { summary, spend, horizon }: Outlook,
  { discount }: Pick<Lifetimes, 'discount'>,
  chosen: readonly number[],
  { seed, parameters, periodSd }: Pick<RangesTask, 'seed' | 'parameters' | 'periodSd'>,
): RangesTask | null {
  if (spend === null) return null;
  const pick = (column: Float64Array) => Float64Array.from(chosen, (i) => column[i]!);
  const { x, tx, T, spend: spent } = summary;
  const buyers = { x: pick(x), tx: pick(tx), T: pick(T), spend: pick(spent) };
  return { model, seed, parameters, buyers, spend, horizon, discount, periodSd };
}

/** Works the intervals out. */
export function rangesOf({ model, buyers, spend, horizon, discount, ...options }: RangesTask): Ranges {
  const outlook = { spend, horizon, rules: COUNT_MODELS[model], summary: buyers };
  return buyerIntervals(outlook, { discount }, [...buyers.x.keys()], options);
}
