import type { Matrix } from '../numerics/linear-algebra';
import { minimise, type Optimum, type Smooth } from '../numerics/minimise';
import type { CountModelRules, Parameters, Ridge } from './count-model';

/** Log-likelihoods nearer than this are the same fit: the simpler one is reported. */
export const SAME = 4e-4;
/** ln-parameters beyond this (on a clock whose unit is the mean age) are a limit, not a number. */
export const EDGE = 23;
/** Where (in ln, up or down) a parameter that runs off is held. */
const FAR = 16;

/** An optimum and what kind it is. */
export interface Found {
  readonly parameters: Parameters;
  /** Minus the log-likelihood, on the scaled clock. */
  readonly value: number;
  readonly boundary: string | null;
  /** Positions of the parameters that the data determine, and second derivatives by their logarithms. */
  readonly free: readonly number[];
  readonly hessian: Matrix;
  readonly settled: boolean;
}

/**
 * What an optimum away from the NBD limit is: inside, or on a ridge. On a ridge a descent runs off to an edge
 * and leaves the other parameters unfinished: so what runs off is held far out, the rest minimised, and then
 * everything is brought back as near as the likelihood stays the same (an r of 10¹⁰ helps nobody); what turns
 * out to be better there than far out was no ridge after all.
 */
export function insideOrRidge(rules: CountModelRules, objective: Smooth, optimum: Optimum): Found {
  const indexOf = (name: string) => rules.parameters.indexOf(name);
  const value = (at: readonly number[]) => objective(at, [...at]);
  let held: readonly Ridge[] = [];
  let x = optimum.x;
  let best = optimum.value;
  const free = () =>
    rules.parameters.map((_, i) => i).filter((i) => !held.some((ridge) => indexOf(ridge.held) === i));
  /** `by` in the direction of the ridge. */
  const shift = (ridge: Ridge, by: number) =>
    x.map((v, i) => (ridge.along.includes(rules.parameters[i]!) ? v + by * ridge.towards : v));
  const reached = (ridge: Ridge) => x[indexOf(ridge.held)]! * ridge.towards;
  const room = (ridge: Ridge) =>
    Math.min(...ridge.along.map((name) => EDGE - x[indexOf(name)]! * ridge.towards));
  const isRidge = (ridge: Ridge) => {
    if (room(ridge) < 1.5) return true;
    return reached(ridge) > 0 && value(shift(ridge, Math.min(3, room(ridge)))) < best + SAME / 2;
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
    x = whole;
    best = found.value;
    return found;
  };
  for (let round = 0; round < rules.ridges.length; round += 1) {
    const [furthest] = rules.ridges
      .filter((ridge) => !held.some((other) => other.held === ridge.held) && isRidge(ridge))
      .sort((p, q) => reached(q) - reached(p));
    if (!furthest) break;
    x = shift(furthest, FAR - reached(furthest));
    held = [...held, furthest];
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
  const told = tell(finish());
  if (told.value < optimum.value + SAME) return told;
  // Held nearer it was worse: a limit approached so slowly that the edge itself is the best place to hold it.
  x = optimum.x;
  best = optimum.value;
  held = rules.ridges.filter((ridge) => room(ridge) < 1.5);
  return tell(held.length > 0 ? finish() : optimum);
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
