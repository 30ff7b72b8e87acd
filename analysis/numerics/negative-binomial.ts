import { logRising } from './gamma-functions';

/** Chances below this are not followed further: far under what a 95 % interval asks for. */
const LEAST = 1e-5;

/**
 * Purchases in a span when the rate is Gamma(R, c) over buyers and the span is τ × c: fills `into` with the
 * chances of at least 1, 2, 3 … and returns how many it filled (to a chance of 1e-5, or to the end of `into`).
 *
 * @param into as long as the largest number of interest
 * @example negativeBinomialTail(new Float64Array(2), 1, 1) // => 2
 */
export function negativeBinomialTail(into: Float64Array, R: number, tau: number): number {
  if (!(R > 0) || !(tau > 0)) return 0;
  const z = tau / (1 + tau);
  // Far below the mean every chance is 1; starting there also keeps the first weight from underflowing.
  const first = Math.max(0, Math.floor(R * tau - 12 * Math.sqrt(R * tau * (1 + tau))));
  for (let k = 0; k < first && k < into.length; k += 1) into[k] = 1;
  let weight = Math.exp(
    logRising(R, first) - logRising(1, first) - R * Math.log1p(tau) + first * Math.log(z),
  );
  let rest = 1;
  for (let k = first; k < into.length; k += 1) {
    rest -= weight;
    if (rest < LEAST) return k;
    into[k] = rest;
    weight *= ((R + k) / (k + 1)) * z;
  }
  return into.length;
}
