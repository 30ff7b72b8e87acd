import { gaussLegendre } from '../numerics/quadrature';
import type { CountModelRules } from './count-model';
import type { CountGroups, Grouped } from './counts';
import type { CountFit } from './fit-counts';
import { expectedSpend, type SpendFit } from './gamma-gamma';
import type { PurchaseSummary } from './summary';

/** Customary discount: 10 % a year, compounded continuously over years of 365.25 days. */
export const DISCOUNT_PER_DAY = Math.log(1.1) / 365.25;

/** A shop's buyers with everything needed to look ahead from the end of the data. */
export interface Outlook {
  readonly rules: CountModelRules;
  readonly fit: CountFit;
  readonly summary: PurchaseSummary;
  readonly grouped: Grouped;
  /** null when amounts are unknown: then purchases are predicted, but no money. */
  readonly spend: SpendFit | null;
  /** In the unit of the summary. */
  readonly horizon: number;
  readonly discountPerUnit: number;
}

/** Predictions per buyer, in the order of the summary. */
export interface Lifetimes {
  readonly pAlive: Float64Array;
  /** Expected purchases within the horizon. */
  readonly expected: Float64Array;
  /** Expected purchases × expected amount, discounted; NaN without amounts. */
  readonly value: Float64Array;
  /** Discounted ÷ undiscounted purchases of all buyers. */
  readonly discount: number;
}

const { nodes, weights } = gaussLegendre(4);

/**
 * Expected purchases, plain and discounted: ∫ e^−δt dE(t), integrated by parts so that only E is needed, which
 * is smooth enough for four points.
 */
function discounted(expected: (t: number) => number, horizon: number, delta: number): [number, number] {
  const all = expected(horizon);
  if (delta === 0 || all === 0) return [all, all];
  let sum = 0;
  for (let k = 0; k < nodes.length; k += 1) {
    const t = nodes[k]! * horizon;
    sum += weights[k]! * Math.exp(-delta * t) * expected(t);
  }
  return [all, Math.exp(-delta * horizon) * all + delta * horizon * sum];
}

/**
 * Lifetime value of every buyer over the horizon. Estimates of buyers with few purchases lean on the shop as a
 * whole (the models are empirical Bayes: the shop's distribution is the prior), so small shops get the
 * shrinkage they need without a further device.
 */
export function lifetimes(outlook: Outlook): Lifetimes {
  const { rules, fit, summary, grouped, spend, horizon, discountPerUnit } = outlook;
  const { groups, groupOf } = grouped;
  const perGroup = groupPredictions(rules, fit, groups, horizon, discountPerUnit);
  const count = groupOf.length;
  const [pAlive, expected, value] = [
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(count),
  ];
  for (let i = 0; i < count; i += 1) {
    const g = groupOf[i]!;
    pAlive[i] = perGroup.pAlive[g]!;
    expected[i] = perGroup.expected[g]!;
    value[i] = spend
      ? perGroup.discounted[g]! * expectedSpend(spend, summary.x[i]!, summary.spend[i]!)
      : Number.NaN;
  }
  return { pAlive, expected, value, discount: perGroup.ratio };
}

function groupPredictions(
  rules: CountModelRules,
  fit: CountFit,
  groups: CountGroups,
  horizon: number,
  delta: number,
) {
  const size = groups.x.length;
  const pAlive = new Float64Array(size);
  const expected = new Float64Array(size);
  const less = new Float64Array(size);
  let [all, allDiscounted, lastX, lastT] = [0, 0, -1, -1];
  let pair: readonly [number, number] = [0, 0];
  for (let g = 0; g < size; g += 1) {
    const [x, T] = [groups.x[g]!, groups.T[g]!];
    pAlive[g] = rules.pAlive(fit.parameters, x, groups.tx[g]!, T);
    // What a remaining buyer will do depends on (x, T) alone, and rows are sorted by them.
    if (x !== lastX || T !== lastT) {
      pair = discounted((t) => rules.expectedIfAlive(fit.parameters, x, T, t), horizon, delta);
      [lastX, lastT] = [x, T];
    }
    expected[g] = pAlive[g]! * pair[0];
    less[g] = pAlive[g]! * pair[1];
    all += groups.weight[g]! * expected[g]!;
    allDiscounted += groups.weight[g]! * less[g]!;
  }
  return { pAlive, expected, discounted: less, ratio: all > 0 ? allDiscounted / all : 1 };
}

/** Expected purchases of every folded row within t: what a backtest compares with what came. */
export function predictGroups(
  rules: CountModelRules,
  fit: CountFit,
  groups: CountGroups,
  t: number,
): Float64Array {
  const { x, tx, T } = groups;
  const predicted = new Float64Array(x.length);
  let [lastX, lastT, ifAlive] = [-1, -1, 0];
  for (let g = 0; g < x.length; g += 1) {
    // What a remaining buyer will do depends on (x, T) alone, and rows are sorted by them.
    if (x[g] !== lastX || T[g] !== lastT) {
      [lastX, lastT] = [x[g]!, T[g]!];
      ifAlive = rules.expectedIfAlive(fit.parameters, lastX, lastT, t);
    }
    predicted[g] = rules.pAlive(fit.parameters, lastX, tx[g]!, lastT) * ifAlive;
  }
  return predicted;
}
