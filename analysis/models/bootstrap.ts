import { type DescentOptions, descend, type Smooth } from '../numerics/minimise';
import type { Random } from '../numerics/random';
import type { CountModelRules, Parameters } from './count-model';
import { type CountGroups, rescale } from './counts';
import { type CountFit, fitCounts } from './fit-counts';
import { EDGE } from './ridges';

/**
 * How many times each folded row is drawn when as many buyers as there are are drawn with replacement: a
 * bootstrap sample without copying a single buyer.
 */
export function resampledWeights({ weight, buyers }: CountGroups, random: Random): Float64Array {
  const ends = Float64Array.from(weight);
  for (let i = 1; i < ends.length; i += 1) ends[i]! += ends[i - 1]!;
  const drawn = new Float64Array(weight.length);
  const owner = new Int32Array(buyers);
  for (let i = 0, buyer = 0; i < ends.length; i += 1) {
    for (; buyer < ends[i]!; buyer += 1) owner[buyer] = i;
  }
  for (let k = 0; k < buyers; k += 1) drawn[owner[Math.floor(random() * buyers)]!]! += 1;
  return drawn;
}

/**
 * Fits to resampled buyers, for intervals that lean on no formula. Rows keep their place and only their weights
 * change; each refit starts at the fit to all buyers and knows how the likelihood bends there, so that it takes
 * a handful of evaluations. On a boundary the whole fit is made anew: there the bend says nothing.
 *
 * Source: B. Efron, "Bootstrap methods", Annals of Statistics 7 (1979).
 */
export function bootstrapFits(
  rules: CountModelRules,
  groups: CountGroups,
  fit: CountFit,
  refits: number,
  random: Random,
): readonly Parameters[] {
  const inside = fit.boundary === null && fit.free.length === rules.parameters.length;
  const age = groups.T.reduce((sum, t, i) => sum + t * groups.weight[i]!, 0) / groups.buyers;
  const scale = rules.parameters.map((name) => (rules.timeParameters.includes(name) ? age : 1));
  const scaled = inside ? rescale(groups, age) : groups;
  const start = fit.parameters.map((p, i) => Math.log(p / scale[i]!));
  const options: DescentOptions = { gradientTolerance: 1e-2, most: 60, inverse: fit.covariance };
  return Array.from({ length: refits }, () => {
    const weight = resampledWeights(groups, random);
    if (!inside) return fitCounts(rules, { ...groups, weight, ...totals(groups, weight) }).parameters;
    const sample = { ...scaled, weight };
    const objective: Smooth = (logs, gradient) => {
      if (logs.some((v) => Math.abs(v) > EDGE)) return Number.NaN;
      const parameters = logs.map(Math.exp);
      const value = rules.logLikelihood(sample, parameters, gradient);
      for (let i = 0; i < parameters.length; i += 1) gradient[i]! *= -parameters[i]!;
      return -value;
    };
    return descend(objective, start, options).x.map((v, i) => Math.exp(v) * scale[i]!);
  });
}

function totals({ x }: CountGroups, weight: Float64Array) {
  let [buyers, repeatPurchases] = [0, 0];
  for (let i = 0; i < x.length; i += 1) {
    buyers += weight[i]!;
    repeatPurchases += weight[i]! * x[i]!;
  }
  return { buyers, repeatPurchases };
}
