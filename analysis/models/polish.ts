import type { CountModelRules } from './count-model';
import { type CountGroups, rescale } from './counts';
import type { CountFit } from './fit-counts';
import { fitNbd } from './nbd';

/** Newton steps at most: each leaves a hundredth of the distance or less. */
const STEPS = 10;

/**
 * A fit made on coarser rows, finished on all of them: Newton steps with the exact gradient of all rows and the
 * bend known from the coarse ones, until the gradient is flat. The log-likelihood is that of all rows.
 */
export function polished(rules: CountModelRules, groups: CountGroups, fit: CountFit): CountFit {
  const age = groups.T.reduce((sum, t, i) => sum + t * groups.weight[i]!, 0) / groups.buyers;
  const scaled = rescale(groups, age);
  const backToUnit = groups.repeatPurchases * Math.log(age);
  const limit = fitNbd(scaled, groups.repeatPurchases / groups.buyers);
  if (fit.boundary === 'no-churn') {
    const [r, alpha] = limit.x.map(Math.exp) as [number, number];
    const parameters = rules.withoutChurn(r, alpha * age);
    return { ...fit, parameters, logLikelihood: -limit.value - backToUnit, gain: 0 };
  }
  const gradient = fit.parameters.map(() => 0);
  const at = (parameters: readonly number[]) => {
    const value = rules.logLikelihood(groups, parameters, gradient);
    return { parameters, value, slope: fit.free.map((i) => gradient[i]! * parameters[i]!) };
  };
  let state = at(fit.parameters);
  for (let i = 0; i < STEPS && !isFlat(state); i += 1) {
    const step = fit.covariance.map((row) => row.reduce((sum, c, k) => sum + c * state.slope[k]!, 0));
    const next = at(
      state.parameters.map((p, j) => {
        const k = fit.free.indexOf(j);
        return k < 0 ? p : p * Math.exp(step[k]!);
      }),
    );
    if (!(next.value >= state.value - 1e-12 * Math.abs(state.value))) break;
    state = next;
  }
  if (!Number.isFinite(state.value)) return fit;
  return {
    ...fit,
    parameters: state.parameters,
    errors: fit.errors.map((error, i) =>
      error === null ? null : (error * state.parameters[i]!) / fit.parameters[i]!,
    ),
    logLikelihood: state.value,
    converged: fit.converged && (fit.boundary !== null || isFlat(state)),
    gain: Math.max(0, state.value + limit.value + backToUnit),
  };
}

/** Slopes by the logarithms of the parameters below what counts as zero for a likelihood of this size. */
function isFlat({ value, slope }: { readonly value: number; readonly slope: readonly number[] }): boolean {
  return slope.every((one) => Math.abs(one) <= 1e-4 * Math.max(1, Math.abs(value) / 10_000));
}
