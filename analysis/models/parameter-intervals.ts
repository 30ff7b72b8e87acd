import { minimise, type Smooth } from '../numerics/minimise';
import { Z95 } from '../numerics/normal';
import type { Interval } from '../review';
import type { CountModelRules } from './count-model';
import { type CountGroups, rescale } from './counts';
import type { CountFit } from './fit-counts';
import { EDGE } from './ridges';

/**
 * 95 % interval of a positive parameter from its standard error, on the log scale: never below 0, and nearer to
 * the truth than ± 2 standard errors where the parameter is small. `null` where the data do not determine it.
 *
 * @example logInterval(2, 0.5)?.map((end) => Number(end.toFixed(3))) // => [1.225, 3.265]
 * @example logInterval(2, null) // => null
 */
export function logInterval(value: number, error: number | null): Interval | null {
  if (error === null || !(value > 0)) return null;
  const reach = Math.exp(Math.min(700, (Z95 * error) / value));
  const ends: Interval = [value / reach, value * reach];
  return ends.every(Number.isFinite) ? ends : null;
}

/** Half the 95 % point of χ² with one degree of freedom. */
const FALL = (Z95 * Z95) / 2;

/**
 * 95 % profile-likelihood intervals of a fit's parameters: all values at which the likelihood, best over the
 * other parameters, is within 1.92 of the highest. Slower than `logInterval` and right where the likelihood is
 * skew; an end that is never reached is 0 or `null` (no upper end). `null` for a parameter that is on a boundary.
 *
 * Source: D. J. Venzon & S. H. Moolgavkar, Applied Statistics 37 (1988).
 */
export function profileIntervals(
  rules: CountModelRules,
  groups: CountGroups,
  fit: CountFit,
): readonly (readonly [number, number | null] | null)[] {
  const age = groups.T.reduce((sum, t, i) => sum + t * groups.weight[i]!, 0) / groups.buyers;
  const scaled = rescale(groups, age);
  const unit = rules.parameters.map((name) => (rules.timeParameters.includes(name) ? age : 1));
  const best = fit.parameters.map((p, i) => Math.log(p / unit[i]!));
  return rules.parameters.map((_, at) => {
    if (fit.boundary !== null || fit.errors[at] === null) return null;
    const error = fit.errors[at]! / fit.parameters[at]!;
    const profile = profileOf(rules, scaled, best, at);
    const low = profileEnd(profile, best[at]!, -error);
    const high = profileEnd(profile, best[at]!, error);
    return [
      low === null ? 0 : Math.exp(low) * unit[at]!,
      high === null ? null : Math.exp(high) * unit[at]!,
    ] as const;
  });
}

/** How far the best likelihood falls when one ln-parameter is held at a value; remembers where the others ended. */
function profileOf(rules: CountModelRules, groups: CountGroups, best: readonly number[], at: number) {
  const others = best.map((_, i) => i).filter((i) => i !== at);
  let near = others.map((i) => best[i]!);
  const whole = [...best];
  const all = best.map(() => 0);
  const objective: Smooth = (part, gradient) => {
    if (part.some((v) => Math.abs(v) > EDGE)) return Number.NaN;
    others.forEach((i, k) => {
      whole[i] = part[k]!;
    });
    const parameters = whole.map(Math.exp);
    const value = rules.logLikelihood(groups, parameters, all);
    others.forEach((i, k) => {
      gradient[k] = -all[i]! * parameters[i]!;
    });
    return -value;
  };
  whole[at] = best[at]!;
  const lowest = objective(
    near,
    near.map(() => 0),
  );
  return (held: number): number => {
    whole[at] = held;
    const found = minimise(objective, near);
    if (Number.isFinite(found.value)) near = [...found.x];
    return found.value - lowest;
  };
}

/** Where the profile has fallen by 1.92, walking outward in standard errors and then halving; null: never. */
function profileEnd(profile: (held: number) => number, from: number, step: number): number | null {
  let [inside, outside] = [from, from + 2 * step];
  for (let tries = 0; profile(outside) < FALL; tries += 1) {
    if (tries > 12 || Math.abs(outside) > EDGE - 1) return null;
    inside = outside;
    outside = from + (outside - from) * 1.6;
  }
  for (let i = 0; i < 18; i += 1) {
    const middle = (inside + outside) / 2;
    if (profile(middle) < FALL) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}
