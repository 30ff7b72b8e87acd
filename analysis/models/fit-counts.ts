import { inversePositive, type Matrix } from '../numerics/linear-algebra';
import { descend, hessianOf, minimise, type Optimum, type Smooth } from '../numerics/minimise';
import type { CountModelRules, Parameters } from './count-model';
import { type CountGroups, rescale, thin } from './counts';
import { fitNbd } from './nbd';

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
   * buys at one rate; 'same-all' both; 'no-repeats' nobody came back, all predictions are 0.
   */
  readonly boundary: string | null;
  /** Log-likelihood gained over the NBD, in which nobody leaves; 0 at that limit. */
  readonly gain: number;
  /** Positions of the determined parameters, and the covariance of their logarithms. */
  readonly free: readonly number[];
  readonly covariance: Matrix;
}

/** Log-likelihoods nearer than this are the same fit: the simpler one is reported. */
const SAME = 4e-4;
/** Under this gain over the limit without drop-out, the corner beside the limit is searched as well. */
const NEAR = 5;
/** ln-parameters beyond this (on a clock whose unit is the mean age) are a limit, not a number. */
const EDGE = 23;
/** Gradients on a ridge or in a limit below this count as zero: along it the likelihood is nearly constant. */
const FLAT = 0.05;
/** Where (in ln) a parameter that runs off is held. */
const FAR = 16;
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
    for (const start of rules.nearlyWithoutChurn(r, alpha)) {
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
  return finish(inside(rules, objective, optimum));
}

type Ridge = CountModelRules['ridges'][number];

interface Found {
  readonly parameters: Parameters;
  readonly value: number;
  readonly boundary: string | null;
  readonly free: readonly number[];
  readonly hessian: Matrix;
  readonly settled: boolean;
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

/**
 * The optimum away from the NBD limit. On a ridge a descent runs off to an edge and leaves the other parameters
 * unfinished: so what runs off is held far out, the rest minimised, and then everything is brought back as
 * near as the likelihood stays the same (an r of 10¹⁰ helps nobody); what turns out to be better there than
 * far out was no ridge after all.
 */
function inside(rules: CountModelRules, objective: Smooth, optimum: Optimum): Found {
  const value = (at: readonly number[]) => objective(at, [...at]);
  const everything = rules.parameters.map((_, i) => i);
  const indexOf = (name: string) => rules.parameters.indexOf(name);
  let held: Ridge[] = [];
  let [x, best] = [optimum.x, optimum.value];
  const free = () => everything.filter((i) => !held.some((ridge) => indexOf(ridge.frozen) === i));
  const shift = (ridge: Ridge, by: number) =>
    x.map((v, i) => (ridge.along.includes(rules.parameters[i]!) ? v + by : v));
  const isRidge = (ridge: Ridge) => {
    const room = Math.min(...ridge.along.map((name) => EDGE - x[indexOf(name)]!));
    return room < 0.5 || value(shift(ridge, Math.min(3, room))) < best + SAME / 2;
  };
  const finish = (): Optimum => {
    const left = free();
    const found = minimise(
      restricted(objective, x, left),
      left.map((i) => x[i]!),
    );
    const whole = [...x];
    left.forEach((i, k) => {
      whole[i] = found.x[k]!;
    });
    [x, best] = [whole, found.value];
    return found;
  };
  for (let round = 0; round < rules.ridges.length; round += 1) {
    const [furthest] = rules.ridges
      .filter((ridge) => !held.includes(ridge) && isRidge(ridge))
      .sort((p, q) => x[indexOf(q.frozen)]! - x[indexOf(p.frozen)]!);
    if (!furthest) break;
    x = shift(furthest, FAR - x[indexOf(furthest.frozen)]!);
    held.push(furthest);
    finish();
  }
  const tell = (found: Optimum): Found => ({
    parameters: x.map(Math.exp),
    value: found.value,
    boundary: held.length > 1 ? 'same-all' : (held[0]?.boundary ?? null),
    free: free(),
    hessian: found.hessian,
    settled: found.converged,
  });
  if (held.length === 0) return tell(optimum);
  held = held.filter((ridge) => {
    const farOut = best;
    for (let nearer = shift(ridge, -1); value(nearer) < best + SAME / 8; nearer = shift(ridge, -1)) {
      x = nearer;
      best = Math.min(best, value(nearer));
    }
    return best > farOut - SAME;
  });
  return tell(finish());
}

/** The objective with all but the free parameters held where they are. */
function restricted(objective: Smooth, at: readonly number[], free: readonly number[]): Smooth {
  return (part, gradient) => {
    const whole = [...at];
    free.forEach((i, k) => {
      whole[i] = part[k]!;
    });
    const all = whole.map(() => 0);
    const value = objective(whole, all);
    free.forEach((i, k) => {
      gradient[k] = all[i]!;
    });
    return value;
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
