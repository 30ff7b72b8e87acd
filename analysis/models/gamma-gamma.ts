import { digamma, logGamma } from '../numerics/gamma-functions';
import { inversePositive, type Matrix } from '../numerics/linear-algebra';
import { descend, minimise, type Smooth } from '../numerics/minimise';

/** Repeat buyers only: how many repeat purchases, and their mean amount (> 0), sorted by x then mean. */
export interface SpendColumns {
  readonly x: Float64Array;
  readonly mean: Float64Array;
}

/** A Gamma–Gamma fit; `boundary` names the limit when the data determine fewer than three parameters. */
export interface SpendFit {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
  readonly errors: readonly (number | null)[];
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** null; 'alike' buyers do not differ; 'one-price' a buyer's purchases do not differ; 'too-few' under 2 buyers. */
  readonly boundary: string | null;
  /** Covariance of ln p, ln q, ln γ, or null where not determined. */
  readonly covariance: Matrix | null;
  /** Plain mean over purchases: what is left when the model gives no finite mean. */
  readonly average: number;
}

const EDGE = 12;
const SAME = 1e-4;

/** The rows that can be used (x ≥ 1, finite mean > 0), in an order of their own so that the input's is of no matter. */
export function spendColumns(x: Float64Array, mean: Float64Array): SpendColumns {
  const rows = [...x.keys()]
    .filter((i) => x[i]! >= 1 && mean[i]! > 0 && Number.isFinite(mean[i]!))
    .sort((i, j) => x[i]! - x[j]! || mean[i]! - mean[j]!);
  return { x: Float64Array.from(rows, (i) => x[i]!), mean: Float64Array.from(rows, (i) => mean[i]!) };
}

/** Log-likelihood of the means (Fader & Hardie 2013, eq. 1a) and its gradient in (p, q, γ). */
export function spendLikelihood(
  { x, mean }: SpendColumns,
  [p, q, gamma]: readonly [number, number, number],
  gradient: number[],
): number {
  const logGammaScale = Math.log(gamma);
  let [total, byP, byQ, byGamma, last] = [0, 0, 0, 0, -1];
  let [shape, shapeByPQ, shapeByP] = [0, 0, 0];
  const [ofQ, psiQ] = [logGamma(q), digamma(q)];
  for (let i = 0; i < x.length; i += 1) {
    const n = x[i]!;
    const z = mean[i]!;
    if (n !== last) {
      last = n;
      shape = logGamma(p * n + q) - logGamma(p * n) - ofQ;
      shapeByPQ = digamma(p * n + q);
      shapeByP = digamma(p * n);
    }
    const logSum = Math.log(n * z);
    const logAll = Math.log(gamma + n * z);
    total += shape + q * logGammaScale + p * n * logSum - Math.log(z) - (p * n + q) * logAll;
    byP += n * (shapeByPQ - shapeByP + logSum - logAll);
    byQ += shapeByPQ - psiQ + logGammaScale - logAll;
    byGamma += q / gamma - (p * n + q) / (gamma + n * z);
  }
  gradient[0] = byP;
  gradient[1] = byQ;
  gradient[2] = byGamma;
  return total;
}

/**
 * Gamma–Gamma by maximum likelihood: amounts of one buyer ~ Gamma(p, ν), ν ~ Gamma(q, γ) over buyers. Amounts
 * are divided by their mean first, so the currency does not matter. Never throws, never NaN.
 */
export function fitSpend(columns: SpendColumns): SpendFit {
  const { x, mean } = columns;
  const purchases = x.reduce((sum, n) => sum + n, 0);
  const average = purchases > 0 ? x.reduce((sum, n, i) => sum + n * mean[i]!, 0) / purchases : 0;
  if (x.length < 2 || !(average > 0)) return tooFew(average);
  const scaled = { x, mean: mean.map((z) => z / average) };
  const objective: Smooth = (logs, gradient) => {
    if (logs.some((v) => Math.abs(v) > EDGE)) return Number.NaN;
    const parameters = logs.map(Math.exp) as [number, number, number];
    const value = spendLikelihood(scaled, parameters, gradient);
    parameters.forEach((v, i) => {
      gradient[i]! *= -v;
    });
    return -value;
  };
  const best = [
    [2, 3, 1],
    [6, 4, 0.5],
    [20, 12, 0.5],
  ]
    .map((start) => descend(objective, start.map(Math.log), { gradientTolerance: 1e-2, most: 80 }))
    .reduce((a, b) => (b.value < a.value ? b : a));
  const optimum = minimise(objective, best.x);
  // On a ridge the likelihood stays the same further along; at the edge of what is searched, it was one.
  const reaches = (direction: readonly number[]) => {
    const room = optimum.x.map((v, i) => (direction[i] === 0 ? 3 : EDGE - v * direction[i]!));
    const step = Math.min(3, ...room);
    if (step < 0.5) return true;
    const further = optimum.x.map((v, i) => v + step * direction[i]!);
    return objective(further, [0, 0, 0]) < optimum.value + SAME;
  };
  const boundary = reaches([1, 0, -1]) ? 'one-price' : reaches([0, 1, 1]) ? 'alike' : null;
  const covariance = boundary ? null : inversePositive(optimum.hessian);
  const [p, q, gamma] = optimum.x.map(Math.exp) as [number, number, number];
  const values = [p, q, gamma * average];
  return {
    p,
    q,
    gamma: gamma * average,
    errors: values.map((v, i) => (covariance ? v * Math.sqrt(covariance[i]![i]!) : null)),
    // Each mean's density changes by the scale.
    logLikelihood: -optimum.value - x.length * Math.log(average),
    converged: optimum.converged || boundary !== null,
    boundary,
    covariance,
    average,
  };
}

/** One or no buyer: everyone is expected to spend the average. */
function tooFew(average: number): SpendFit {
  const shape = 1e4;
  return {
    p: shape,
    q: shape,
    gamma: average > 0 ? (average * (shape - 1)) / shape : 0,
    errors: [null, null, null],
    logLikelihood: 0,
    converged: false,
    boundary: 'too-few',
    covariance: null,
    average,
  };
}

/**
 * Expected amount per purchase of a buyer with x repeat purchases of this mean: between the shop's mean and
 * the buyer's own, nearer to the own the more purchases there are. x = 0 gives the shop's mean. Where the
 * model's mean is infinite (q ≤ 1) the plain average stands in.
 *
 * @example expectedSpend({ p: 6.25, q: 3.74, gamma: 15.44, average: 35 }, 1, 11.77).toFixed(5) // => '18.91685'
 */
export function expectedSpend(
  { p, q, gamma, average }: Pick<SpendFit, 'p' | 'q' | 'gamma' | 'average'>,
  x: number,
  mean: number,
): number {
  const own = x > 0 && mean > 0 ? x : 0;
  const below = p * own + q - 1;
  if (!(below > 1e-3)) return own > 0 ? mean : average;
  return (p * (gamma + (own > 0 ? own * mean : 0))) / below;
}
