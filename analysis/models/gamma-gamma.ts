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
/** Rows on which the start is chosen. */
const SAMPLE = 2000;
const SAME = 1e-4;

/** The rows that can be used (x ≥ 1, finite mean > 0), in an order of their own so that the input's is of no matter. */
export function spendColumns(x: Float64Array, mean: Float64Array): SpendColumns {
  const rows = [...x.keys()]
    .filter((i) => x[i]! >= 1 && mean[i]! > 0 && Number.isFinite(mean[i]!))
    .sort((i, j) => x[i]! - x[j]! || mean[i]! - mean[j]!);
  return { x: Float64Array.from(rows, (i) => x[i]!), mean: Float64Array.from(rows, (i) => mean[i]!) };
}

/**
 * What of the log-likelihood does not depend on the parameters, worked out once for a fit: Σ ln mean, and for
 * each x its rows, their total amounts and Σ ln total.
 */
export interface SpendSums {
  readonly totals: Float64Array;
  readonly logMeans: number;
  readonly byCount: readonly {
    readonly x: number;
    readonly from: number;
    readonly to: number;
    readonly logTotals: number;
  }[];
}

/** Sums up spend columns (sorted by x). */
export function spendSums({ x, mean }: SpendColumns): SpendSums {
  const totals = mean.map((z, i) => z * x[i]!);
  const byCount: SpendSums['byCount'][number][] = [];
  for (let from = 0, to = 0; from < x.length; from = to) {
    let logTotals = 0;
    for (to = from; to < x.length && x[to] === x[from]; to += 1) logTotals += Math.log(totals[to]!);
    byCount.push({ x: x[from]!, from, to, logTotals });
  }
  return { totals, logMeans: mean.reduce((sum, z) => sum + Math.log(z), 0), byCount };
}

/** Log-likelihood of the means (Fader & Hardie 2013, eq. 1a) and its gradient in (p, q, γ). */
export function spendLikelihood(
  { totals, logMeans, byCount }: SpendSums,
  [p, q, gamma]: readonly [number, number, number],
  gradient: number[],
): number {
  const [logScale, ofQ, psiQ] = [Math.log(gamma), logGamma(q), digamma(q)];
  let [total, byP, byQ, byGamma] = [-logMeans, 0, 0, 0];
  for (const { x, from, to, logTotals } of byCount) {
    const rows = to - from;
    const shape = p * x + q;
    // Plain lets: this loop is where the time goes.
    let logAll = 0;
    let inverse = 0;
    for (let i = from; i < to; i += 1) {
      const all = gamma + totals[i]!;
      logAll += Math.log(all);
      inverse += 1 / all;
    }
    const psi = digamma(shape);
    total +=
      rows * (logGamma(shape) - logGamma(p * x) - ofQ + q * logScale) + p * x * logTotals - shape * logAll;
    byP += x * (rows * (psi - digamma(p * x)) + logTotals - logAll);
    byQ += rows * (psi - psiQ + logScale) - logAll;
    byGamma += (rows * q) / gamma - shape * inverse;
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
  const scaledMean = mean.map((z) => z / average);
  const objective = objectiveOf(spendSums({ x, mean: scaledMean }));
  const some = objectiveOf(spendSums(everyNth({ x, mean: scaledMean }, Math.ceil(x.length / SAMPLE))));
  const best = [
    [2, 3, 1],
    [6, 4, 0.5],
    [20, 12, 0.5],
  ]
    .map((start) => descend(some, start.map(Math.log), { gradientTolerance: 1e-2, most: 80 }))
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

/** Minus the log-likelihood, by the logarithms of the parameters. */
function objectiveOf(sums: SpendSums): Smooth {
  return (logs, gradient) => {
    if (logs.some((v) => Math.abs(v) > EDGE)) return Number.NaN;
    const parameters = logs.map(Math.exp) as [number, number, number];
    const value = spendLikelihood(sums, parameters, gradient);
    parameters.forEach((v, i) => {
      gradient[i]! *= -v;
    });
    return -value;
  };
}

/** Every n-th row, to choose a start on. */
function everyNth({ x, mean }: SpendColumns, n: number): SpendColumns {
  if (n <= 1) return { x, mean };
  const keep = (_: number, i: number) => i % n === 0;
  return { x: x.filter(keep), mean: mean.filter(keep) };
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
