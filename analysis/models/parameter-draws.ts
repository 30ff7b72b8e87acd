import { cholesky, dot, type Matrix } from '../numerics/linear-algebra';
import type { Random } from '../numerics/random';
import { drawNormal } from '../numerics/samplers';
import type { CountModelRules, Parameters } from './count-model';
import type { CountGroups } from './counts';
import type { CountFit } from './fit-counts';
import type { SpendFit } from './gamma-gamma';

/** Above this standard error of a logarithm the normal approximation is corrected by the likelihood itself. */
const VAGUE = 0.4;

function normalDraw(
  random: Random,
  lower: Matrix,
): { readonly shift: readonly number[]; readonly z: readonly number[] } {
  const z = lower.map(() => drawNormal(random));
  return { z, shift: lower.map((row) => dot(row, z)) };
}

/**
 * Parameter values that the data allow, drawn from the asymptotic normal distribution of their logarithms (the
 * scale keeps them positive and is nearer to normal). Next to a boundary that approximation is poor: draws
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
  const proposals = Array.from({ length: count }, () => {
    const { z, shift } = normalDraw(random, lower);
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
export function drawSpend(fit: SpendFit, random: Random): Pick<SpendFit, 'p' | 'q' | 'gamma'> {
  const lower = fit.covariance ? cholesky(fit.covariance) : null;
  if (!lower) return fit;
  const { shift } = normalDraw(random, lower);
  const clamp = (v: number) => Math.exp(Math.max(-2, Math.min(2, v)));
  return { p: fit.p * clamp(shift[0]!), q: fit.q * clamp(shift[1]!), gamma: fit.gamma * clamp(shift[2]!) };
}
