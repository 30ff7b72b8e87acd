import { inversePositive, type Matrix } from '../numerics/linear-algebra';
import { descend, minimise, type Optimum, type Smooth } from '../numerics/minimise';
import type { CountModelRules, Parameters } from './count-model';
import { type CountGroups, rescale, thin } from './counts';
import { fitNbd } from './nbd';
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
/** Gradients on a ridge or in a limit below this count as zero: along it the likelihood is nearly constant. */
const FLAT = 0.05;
const THIN = 1500;

/**
 * Fits a purchase-count model by maximum likelihood. Several starts run on a thinned sample; the best is
 * followed on all rows, on a clock scaled to the mean age so that days or weeks make no difference, and
 * compared with the NBD limit and along the model's ridges. Never throws, never NaN.
 */
export function fitCounts(rules: CountModelRules, groups: CountGroups): CountFit {
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
  const sample = thin(scaled, THIN);
  const sampled = inLogs(sample);
  const best = rules
    .starts(rate)
    .map((start) => descend(sampled, start.map(Math.log), { gradientTolerance: 1e-2, most: 60 }))
    .reduce((a, b) => (b.value < a.value ? b : a));
  const objective = inLogs(scaled);
  let optimum = minimise(objective, best.x);
  const limit = fitNbd(scaled, rate);
  if (optimum.value > limit.value - NEAR) {
    const [r, alpha] = limit.x.map(Math.exp) as [number, number];
    const worthwhile = rules.gainsByChurn?.(scaled, r, alpha) ?? true;
    for (const start of worthwhile ? rules.nearlyWithoutChurn(r, alpha) : []) {
      const other = minimise(objective, start.map(Math.log));
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
