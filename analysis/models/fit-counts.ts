import { inversePositive, type Matrix } from '../numerics/linear-algebra';
import { descend, hessianOf, minimise, type Optimum, type Smooth } from '../numerics/minimise';
import { coarsen, MANY_ROWS } from './coarse';
import type { CountModelRules, Parameters } from './count-model';
import { type CountGroups, rescale, thin } from './counts';
import { fitNbd } from './nbd';
import { polished } from './polish';
import { EDGE, type Found, insideOrRidge, SAME } from './ridges';

/** A maximum-likelihood fit, whatever the data: on a boundary it is the limit's, and `boundary` names it. */
export interface CountFit {
  readonly parameters: Parameters;
  /** Standard errors; null where the data do not determine the parameter. */
  readonly errors: readonly (number | null)[];
  readonly logLikelihood: number;
  /** Gradient zero and Hessian positive definite, at the optimum or within the limit. */
  readonly converged: boolean;
  /**
   * null inside; 'no-churn' nobody is seen to leave; 'same-churn' everyone leaves alike; 'same-rate' everyone
   * buys at one rate; 'same-all' both; 'all-or-nothing' some leave at once and
   * the others never; 'no-repeats' nobody came back, all predictions are 0.
   */
  readonly boundary: string | null;
  /** Log-likelihood gained over the NBD, in which nobody leaves; 0 at that limit. */
  readonly gain: number;
  /** Positions of the determined parameters, and the covariance of their logarithms. */
  readonly free: readonly number[];
  readonly covariance: Matrix;
}

/** Under this gain over the limit without drop-out, the corner beside the limit is searched as well. */
const NEAR = 5;
/** A rough descent that ends further than this above the best is not sharpened. */
const CLOSE = 0.05;
/** Nor one that ends beside the best (in ln-parameters). */
const SAME_PLACE = 0.5;
/** Gradients on a ridge or in a limit below this count as zero: along it the likelihood is nearly constant. */
const FLAT = 0.05;
const THIN = 300;

/**
 * Fits a purchase-count model by maximum likelihood. Several starts run on a thinned sample; the best is
 * followed on all rows, on a clock scaled to the mean age so that days or weeks make no difference, and
 * compared with the NBD limit and along the model's ridges. Never throws, never NaN.
 *
 * @param near parameters of the same shop at another time, if known: the search then starts there
 */
export function fitCounts(rules: CountModelRules, groups: CountGroups, near?: Parameters): CountFit {
  if (groups.x.length <= MANY_ROWS) return fitRows(rules, groups, near);
  return polished(rules, groups, fitRows(rules, coarsen(groups), near));
}

function fitRows(rules: CountModelRules, groups: CountGroups, near?: Parameters): CountFit {
  const { buyers, repeatPurchases } = groups;
  const age = groups.T.reduce((sum, t, i) => sum + t * groups.weight[i]!, 0) / buyers;
  if (!(repeatPurchases > 0 && age > 0)) return nobodyCameBack(rules, age);
  const scaled = rescale(groups, age);
  const rate = repeatPurchases / buyers;
  const inLogs = (data: CountGroups): Smooth => {
    return (logs, gradient) => {
      if (logs.some((v) => Math.abs(v) > EDGE)) return Number.NaN;
      const parameters = logs.map(Math.exp);
      const value = rules.logLikelihood(data, parameters, gradient);
      parameters.forEach((p, i) => {
        gradient[i]! *= -p;
      });
      return -value;
    };
  };
  const objective = inLogs(scaled);
  const known = near && insideOnly(rules, near, age);
  const start = known ? { x: known } : startOnSample(rules, inLogs, scaled, rate);
  let optimum = minimise(objective, start.x, start);
  const limit = fitNbd(scaled, rate);
  if (optimum.value > limit.value - NEAR) {
    const [r, alpha] = limit.x.map(Math.exp) as [number, number];
    const worthwhile = rules.gainsByChurn?.(scaled, r, alpha) ?? true;
    for (const start of worthwhile ? rules.nearlyWithoutChurn(r, alpha) : []) {
      const near = descend(objective, start.map(Math.log), { gradientTolerance: 1e-2, most: 20 });
      const apart = Math.max(...near.x.map((v, i) => Math.abs(v - optimum.x[i]!)));
      const same = apart < SAME_PLACE && near.value > optimum.value;
      if (same || near.value > optimum.value + CLOSE) continue;
      const other = minimise(objective, near.x);
      if (other.value < optimum.value) optimum = other;
    }
  }
  const backToUnit = repeatPurchases * Math.log(age);
  const finish = (found: Found): CountFit => {
    const parameters = found.parameters.map((p, i) =>
      rules.timeParameters.includes(rules.parameters[i]!) ? p * age : p,
    );
    const inverse = inversePositive(found.hessian);
    const covariance = inverse ?? found.free.map(() => found.free.map(() => 0));
    const errors = parameters.map((p, i) => {
      const at = found.free.indexOf(i);
      return at < 0 || !inverse ? null : p * Math.sqrt(inverse[at]![at]!);
    });
    return {
      parameters,
      errors,
      logLikelihood: -found.value - backToUnit,
      converged: found.settled && inverse !== null,
      boundary: found.boundary,
      gain: Math.max(0, limit.value - found.value),
      free: found.free,
      covariance,
    };
  };
  if (!(optimum.value < limit.value - SAME)) return finish(withoutChurn(rules, limit));
  return finish(insideOrRidge(rules, objective, optimum));
}

/** Parameters in logarithms on the clock of the fit, when all of them are inside and not at an edge. */
function insideOnly(rules: CountModelRules, near: Parameters, age: number): readonly number[] | null {
  const logs = near.map((p, i) =>
    Math.log(rules.timeParameters.includes(rules.parameters[i]!) ? p / age : p),
  );
  return logs.every((v) => Math.abs(v) < EDGE / 2) ? logs : null;
}

/** The best of several descents on some of the rows, and how the likelihood bends there, scaled to all rows. */
function startOnSample(
  rules: CountModelRules,
  inLogs: (data: CountGroups) => Smooth,
  scaled: CountGroups,
  rate: number,
): { readonly x: readonly number[]; readonly inverse?: Matrix } {
  const sample = thin(scaled, THIN);
  const objective = inLogs(sample);
  const best = rules
    .starts(rate)
    .map((start) => descend(objective, start.map(Math.log), { gradientTolerance: 1e-2, most: 60 }))
    .reduce((a, b) => (b.value < a.value ? b : a));
  const bend = sample === scaled ? null : inversePositive(hessianOf(objective, best.x));
  if (!bend) return { x: best.x };
  const share = sample.buyers / scaled.buyers;
  return { x: best.x, inverse: bend.map((row) => row.map((v) => v * share)) };
}

function withoutChurn(rules: CountModelRules, limit: Optimum): Found {
  const [r, alpha] = limit.x.map(Math.exp) as [number, number];
  // Without spread in the rates only their mean r ÷ α is known: hold r there.
  const flat = inversePositive(limit.hessian) === null;
  return {
    parameters: rules.withoutChurn(r, alpha),
    value: limit.value,
    boundary: 'no-churn',
    free: flat ? [1] : [0, 1],
    hessian: flat ? [[limit.hessian[1]![1]!]] : limit.hessian,
    settled: limit.converged || (flat && Math.max(...limit.gradient.map(Math.abs)) < FLAT),
  };
}

/** Nobody bought twice: the likelihood is 1 at rate 0 whatever else. A rate of 1e-9 keeps every formula finite. */
function nobodyCameBack(rules: CountModelRules, age: number): CountFit {
  return {
    parameters: rules.withoutChurn(1e-9, age > 0 ? age : 1),
    errors: rules.parameters.map(() => null),
    logLikelihood: 0,
    converged: true,
    boundary: 'no-repeats',
    gain: 0,
    free: [],
    covariance: [],
  };
}
