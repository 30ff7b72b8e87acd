import { digammaRise, logRising } from '../numerics/gamma-functions';
import { minimise, type Optimum } from '../numerics/minimise';
import type { CountGroups } from './counts';

/**
 * NBD (Ehrenberg 1959): everyone buys at a rate λ ~ Gamma(r, α) and nobody leaves. It is the limit of all
 * three models when the data show no drop-out, and what they are compared with.
 */
export function nbdLikelihood(groups: CountGroups, r: number, alpha: number, gradient: number[]): number {
  const { x, T, weight } = groups;
  const logAlpha = Math.log(alpha);
  let [total, byR, byAlpha, lastX, purchases, purchasesByR] = [0, 0, 0, 0, 0, 0];
  // Neighbouring rows often share T.
  let [lastT, untilNow] = [Number.NaN, 0];
  for (let i = 0; i < x.length; i += 1) {
    const n = x[i]!;
    if (n !== lastX) {
      purchases += logRising(r + lastX, n - lastX);
      purchasesByR += digammaRise(r + lastX, n - lastX);
      lastX = n;
    }
    const w = weight[i]!;
    if (T[i] !== lastT) {
      lastT = T[i]!;
      untilNow = Math.log1p(lastT / alpha);
    }
    total += w * (purchases - (r + n) * untilNow - n * logAlpha);
    byR += w * (purchasesByR - untilNow);
    byAlpha += (w * (r * T[i]! - n * alpha)) / (alpha + T[i]!) / alpha;
  }
  gradient[0] = byR;
  gradient[1] = byAlpha;
  return total;
}

/** The best NBD in (ln r, ln α); times should be of the order of 1. */
export function fitNbd(groups: CountGroups, rate: number): Optimum {
  return minimise(
    ([logR, logAlpha], gradient) => {
      const [r, alpha] = [Math.exp(logR!), Math.exp(logAlpha!)];
      const value = nbdLikelihood(groups, r, alpha, gradient);
      gradient[0] = -gradient[0]! * r;
      gradient[1] = -gradient[1]! * alpha;
      return -value;
    },
    [Math.log(0.8), Math.log(0.8 / rate)],
  );
}
