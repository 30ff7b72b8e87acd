import { cholesky, dot } from '../numerics/linear-algebra';
import { normalRows } from '../numerics/normal-draws';
import type { Random } from '../numerics/random';
import type { CountModelRules, Parameters } from './count-model';
import type { CountGroups } from './counts';
import type { CountFit } from './fit-counts';
import type { SpendFit } from './gamma-gamma';

/** Above this standard error of a logarithm the normal approximation is corrected by the likelihood itself. */
const VAGUE = 0.4;

/**
 * Parameter values that the data allow, drawn from the asymptotic normal distribution of their logarithms (the
 * scale keeps them positive and is nearer to normal), spread evenly over it. Next to a boundary that approximation is poor: draws
 * are then resampled in proportion to likelihood ÷ density (sampling importance resampling). Parameters the
 * data do not determine stay at their fitted value.
 */
export function drawParameters(
  rules: CountModelRules,
  fit: CountFit,
  groups: CountGroups,
  count: number,
  random: Random,
): readonly Parameters[] {
  const lower = fit.free.length > 0 ? cholesky(fit.covariance) : null;
  if (!lower) return Array.from({ length: count }, () => fit.parameters);
  const proposals = normalRows(random, count, lower.length).map((z) => {
    const shift = lower.map((row) => dot(row, z));
    const parameters = [...fit.parameters];
    fit.free.forEach((at, k) => {
      parameters[at]! *= Math.exp(shift[k]!);
    });
    return { parameters, z };
  });
  if (fit.boundary || fit.covariance.every((row, i) => row[i]! < VAGUE ** 2)) {
    return proposals.map((p) => p.parameters);
  }
  const scratch = rules.parameters.map(() => 0);
  const weights = proposals.map(({ parameters, z }) => {
    const gain = rules.logLikelihood(groups, parameters, scratch) - fit.logLikelihood;
    return Number.isFinite(gain) ? Math.exp(Math.min(gain, 0) + dot(z, z) / 2) : 0;
  });
  return resample(proposals, weights, random).map((p) => p.parameters);
}

/** Systematic resampling: as many items as given, each about as often as its weight says. */
function resample<Item>(items: readonly Item[], weights: readonly number[], random: Random): readonly Item[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  if (!(total > 0)) return items;
  const step = total / items.length;
  let position = random() * step;
  let [reached, k] = [weights[0]!, 0];
  return items.map(() => {
    while (reached < position && k < items.length - 1) {
      k += 1;
      reached += weights[k]!;
    }
    position += step;
    return items[k]!;
  });
}

/** Spend parameters that the data allow, in the same way. */
export function drawSpends(
  fit: SpendFit,
  count: number,
  random: Random,
): readonly Pick<SpendFit, 'p' | 'q' | 'gamma'>[] {
  const lower = fit.covariance ? cholesky(fit.covariance) : null;
  if (!lower) return Array.from({ length: count }, () => fit);
  const clamp = (v: number) => Math.exp(Math.max(-2, Math.min(2, v)));
  return normalRows(random, count, lower.length).map((z) => {
    const [p, q, gamma] = lower.map((row) => clamp(dot(row, z))) as [number, number, number];
    return { p: fit.p * p, q: fit.q * q, gamma: fit.gamma * gamma };
  });
}
