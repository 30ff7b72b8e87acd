import { seededRandom } from '../numerics/random';
import type { CountModel } from '../review';
import type { CountModelRules, Moments, Parameters } from './count-model';
import type { CountGroups } from './counts';
import type { CountFit } from './fit-counts';
import { COUNT_MODELS } from './models';
import { drawParameters } from './parameter-draws';
import { sampleRows } from './row-sample';

/** Parameter draws. */
const COVERAGE_DRAWS = 30;
const COVERAGE_ROWS = 2000;
/** Nobody's purchases are counted further than this. */
const MOST_COUNTED = 20_000;

/** A model fitted to histories, and what came after them. Plain data, so that it can go to another thread. */
export interface CoverageTask {
  readonly model: CountModel;
  readonly fit: CountFit;
  readonly groups: CountGroups;
  readonly groupOf: Int32Array;
  /** Purchases of each buyer in the t after. */
  readonly actual: Float64Array;
  readonly t: number;
  readonly seed: number;
}

/**
 * How often buyers' purchases fall inside their own predictive interval (parameters + individual chance), worked
 * out from the distribution, not drawn. Beyond 2,000 folded rows a sample of them, by the number of their
 * buyers, stands for all.
 */
export function coveredShare({ model, fit, groups, groupOf, actual, t, seed }: CoverageTask): number {
  const rules = COUNT_MODELS[model];
  const parameters = drawParameters(rules, fit, groups, COVERAGE_DRAWS, seededRandom(seed));
  const size = groups.x.length;
  const [lo, hi, times] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const sample = sampleRows(groups.weight, COVERAGE_ROWS);
  sample.rows.forEach((g, k) => {
    const range = countRange(rules, parameters, groups.x[g]!, groups.tx[g]!, groups.T[g]!, t);
    lo[g] = range[0];
    hi[g] = range[1];
    times[g] = sample.times[k]!;
  });
  let [inside, all] = [0, 0];
  groupOf.forEach((g, i) => {
    all += times[g]!;
    if (actual[i]! >= lo[g]! && actual[i]! <= hi[g]!) inside += times[g]!;
  });
  return inside / Math.max(1, all);
}

const moments: Moments = { mean: 0, square: 0 };

/**
 * The distribution of one buyer's number of purchases in the next t, over parameters that the data allow: at place
 * n the chance of more than n. What is beyond the last place is next to nothing.
 */
export function chancesBeyond(
  rules: CountModelRules,
  parameters: readonly Parameters[],
  x: number,
  tx: number,
  T: number,
  t: number,
): Float64Array {
  let most = 8;
  for (const drawn of parameters) {
    rules.momentsIfAlive(moments, drawn, x, T, t, 1);
    const spread = Math.sqrt(Math.max(0, moments.square - moments.mean * moments.mean));
    most = Math.max(most, Math.min(MOST_COUNTED, Math.ceil(moments.mean + 8 * spread) + 8));
  }
  const chances = new Float64Array(most);
  for (const drawn of parameters) {
    const alive = rules.pAlive(drawn, x, tx, T) / parameters.length;
    if (alive > 0) rules.addChancesIfAlive(chances, alive, drawn, x, T, t);
  }
  return chances;
}

/**
 * 95 % interval of one buyer's number of purchases in the next t: the smallest whole numbers with at least 2.5 %
 * and at least 97.5 % at or below them. Whole numbers can't be cut at 95 % sharp: it holds that much or more.
 */
export function countRange(
  rules: CountModelRules,
  parameters: readonly Parameters[],
  x: number,
  tx: number,
  T: number,
  t: number,
): readonly [number, number] {
  const chances = chancesBeyond(rules, parameters, x, tx, T, t);
  const most = chances.length;
  const beyond = (share: number) => {
    const at = chances.findIndex((chance) => chance <= share);
    return at < 0 ? most : at;
  };
  return [beyond(0.975), beyond(0.025)];
}
