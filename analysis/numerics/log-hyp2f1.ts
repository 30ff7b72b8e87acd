/** Past this many terms z is so close to 1 that the caller should use a connection formula. */
const MOST_TERMS = 50_000_000;

/**
 * ln ₂F₁(a, b; c; z) for a, b, c > 0 and 0 ≤ z < 1: the case of the purchase-count models, where every term
 * of Gauss' series is positive, so that nothing cancels and plain summation is accurate to rounding. The
 * running scale keeps sums beyond 1e308 finite. Where c < a + b and z is near 1 the terms first grow for a
 * long way: libraries that switch formulas there go wrong (542121 instead of 23566.05 for the example).
 * NaN outside the domain.
 *
 * @example Math.exp(logHyp2F1(120.5, 3.2, 122.7, 0.97)).toFixed(6) // => '23566.047851'
 */
export function logHyp2F1(a: number, b: number, c: number, z: number): number {
  if (!(a > 0 && b > 0 && c > 0 && z >= 0 && z < 1)) return Number.NaN;
  let scale = 0;
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n += 1) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    sum += term;
    if (sum > 1e280) {
      scale += Math.log(sum);
      term /= sum;
      sum = 1;
    }
    // Beyond the largest term the ratios tend to z, so the rest is close to a geometric series.
    const settled = Math.max(ratio, z);
    if (settled < 1 && term * settled < 1e-17 * (1 - settled) * sum) break;
  }
  return scale + Math.log(sum);
}
