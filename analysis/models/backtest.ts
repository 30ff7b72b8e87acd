import type { BacktestScore, CalibrationRow, CountModel } from '../review';
import { LAST_BIN } from './bins';
import type { CountGroups, Grouped } from './counts';
import { type CountFit, fitCounts } from './fit-counts';
import { predictGroups } from './lifetime';
import { COUNT_MODELS } from './models';

/** Fits on the first part against what came in the rest. */
export interface BacktestResult {
  readonly actual: number;
  readonly scores: Readonly<Record<string, BacktestScore>>;
  readonly fits: Readonly<Partial<Record<CountModel, CountFit>>>;
  /** The model with the lowest score, null when no model was asked for. */
  readonly best: CountModel | null;
  readonly calibration: readonly CalibrationRow[];
}

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
  return {
    actual: actual.reduce((sum, n) => sum + n, 0),
    scores,
    fits,
    best,
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
