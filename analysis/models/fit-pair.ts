import type { CountModel } from '../review';
import type { CountGroups } from './counts';
import { type CountFit, fitCounts } from './fit-counts';
import { COUNT_MODELS } from './models';

/** One model to be fitted to a shop's histories. Plain data, so that it can go to another thread. */
export interface FitTask {
  readonly name: CountModel;
  /** Histories up to the cut of the backtest; null without one, the same object as `all` where they are all. */
  readonly past: CountGroups | null;
  readonly all: CountGroups;
}

export interface FitPair {
  readonly past: CountFit | null;
  readonly all: CountFit;
}

/** Fits a model to the histories before the cut and then, beginning from there, to all of them. */
export function fitPair({ name, past, all }: FitTask): FitPair {
  const rules = COUNT_MODELS[name];
  const before = past === null ? null : fitCounts(rules, past);
  if (before !== null && past === all) return { past: before, all: before };
  return { past: before, all: fitCounts(rules, all, before?.parameters) };
}
