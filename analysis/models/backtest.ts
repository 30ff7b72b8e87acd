import { seededRandom } from '../numerics/random';
import type { BacktestScore, CalibrationRow, CountModel } from '../review';
import type { CountModelRules, Moments, Parameters } from './count-model';
import type { CountGroups, Grouped } from './counts';
import { type CountFit, fitCounts } from './fit-counts';
import { predictGroups } from './lifetime';
import { COUNT_MODELS } from './models';
import { drawParameters } from './parameter-draws';
import { sampleRows } from './row-sample';

/** Fits on the first part against what came in the rest. */
export interface BacktestResult {
  readonly actual: number;
  readonly scores: Readonly<Record<string, BacktestScore>>;
  readonly fits: Readonly<Partial<Record<CountModel, CountFit>>>;
  /** The model with the lowest score, null when no model was asked for. */
  readonly best: CountModel | null;
  /** Share of buyers whose purchases fell inside their 95 % interval from `best`. */
  readonly covered: number | null;
  readonly calibration: readonly CalibrationRow[];
}

const LAST_BIN = 7;
/** Parameter draws. */
const COVERAGE_DRAWS = 30;
const COVERAGE_ROWS = 2000;
/** Nobody's purchases are counted further than this. */
const MOST_COUNTED = 20_000;

/**
 * Predicts a holdout of length t from histories up to its start. Baselines: every buyer goes on at the rate so
 * far (`sameRate`: x ÷ T), and nobody comes back (`nothing`).
 *
 * The best model has the lowest MAE ÷ lowest MAE + RMSE ÷ lowest RMSE: MAE alone is won by predicting 0 for the
 * many who never return, RMSE alone by a few giants. Equal within 1e-6: the first asked for.
 *
 * @param actual purchases of each buyer in the holdout
 * @param turn lets other work run; false from it stops, and the result is null
 * @param known fits to these histories that have been made already
 */
export async function backtest(
  grouped: Grouped,
  actual: Float64Array,
  t: number,
  models: readonly CountModel[],
  seed: number,
  turn: (part: number) => Promise<boolean> = async () => true,
  known: Readonly<Partial<Record<CountModel, CountFit>>> = {},
): Promise<BacktestResult | null> {
  const { groups, groupOf } = grouped;
  const fits: Partial<Record<CountModel, CountFit>> = {};
  const predictions: Record<string, Float64Array> = {};
  for (const [i, name] of models.entries()) {
    if (!(await turn(i / (models.length + 1)))) return null;
    const fit = known[name] ?? fitCounts(COUNT_MODELS[name], groups);
    fits[name] = fit;
    predictions[name] = predictGroups(COUNT_MODELS[name], fit, groups, t);
  }
  predictions.sameRate = groups.x.map((x, g) => (groups.T[g]! > 0 ? (x / groups.T[g]!) * t : 0));
  predictions.nothing = new Float64Array(groups.x.length);
  const scores = Object.fromEntries(
    Object.entries(predictions).map(([name, perGroup]) => [name, score(perGroup, groupOf, actual)]),
  );
  const best = lowest(models, scores);
  const covered = best ? coverage(grouped, actual, t, best, fits[best]!, seed) : null;
  return {
    actual: actual.reduce((sum, n) => sum + n, 0),
    scores,
    fits,
    best,
    covered,
    calibration: calibrationTable(groups, groupOf, actual, predictions),
  };
}

function score(perGroup: Float64Array, groupOf: Int32Array, actual: Float64Array): BacktestScore {
  let [predicted, absolute, squared] = [0, 0, 0];
  for (let i = 0; i < actual.length; i += 1) {
    const expected = perGroup[groupOf[i]!]!;
    const error = expected - actual[i]!;
    predicted += expected;
    absolute += Math.abs(error);
    squared += error * error;
  }
  const n = Math.max(1, actual.length);
  return { predicted, mae: absolute / n, rmse: Math.sqrt(squared / n) };
}

/** The model whose errors are lowest together; see `backtest` for the rule. */
export function lowest(
  models: readonly CountModel[],
  scores: Readonly<Record<string, BacktestScore>>,
): CountModel | null {
  const least = (key: 'mae' | 'rmse') => Math.min(...models.map((name) => scores[name]![key]));
  const [mae, rmse] = [least('mae') || 1, least('rmse') || 1];
  const together = (name: CountModel) => scores[name]!.mae / mae + scores[name]!.rmse / rmse;
  return models.reduce<CountModel | null>(
    (best, name) => (best === null || together(name) < together(best) - 1e-6 ? name : best),
    null,
  );
}

/**
 * How often buyers' purchases fall inside their own predictive interval (parameters + individual chance), worked
 * out from the distribution, not drawn. Beyond 2,000 folded rows a sample of them, by the number of their
 * buyers, stands for all.
 */
function coverage(
  { groups, groupOf }: Grouped,
  actual: Float64Array,
  t: number,
  model: CountModel,
  fit: CountFit,
  seed: number,
): number {
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

function calibrationTable(
  groups: CountGroups,
  groupOf: Int32Array,
  actual: Float64Array,
  predictions: Readonly<Record<string, Float64Array>>,
): readonly CalibrationRow[] {
  return Array.from({ length: LAST_BIN + 1 }, (_, bin) => {
    const members: number[] = [];
    groupOf.forEach((g, i) => {
      if (Math.min(LAST_BIN, Math.floor(groups.x[g]!)) === bin) members.push(i);
    });
    const mean = (of: (i: number) => number) =>
      members.length > 0 ? members.reduce((sum, i) => sum + of(i), 0) / members.length : 0;
    return {
      x: bin,
      buyers: members.length,
      actual: mean((i) => actual[i]!),
      predicted: Object.fromEntries(
        Object.entries(predictions).map(([name, perGroup]) => [name, mean((i) => perGroup[groupOf[i]!]!)]),
      ),
    };
  });
}
