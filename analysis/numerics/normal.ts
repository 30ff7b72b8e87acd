/** 97.5 % point of the standard normal distribution: half-width of a 95 % interval in standard errors. */
export const Z95 = 1.959963984540054;

/**
 * Chance that a standard normal value lies above `z`.
 *
 * The continued fraction (far tail) and the series (centre) of Abramowitz & Stegun 26.2.14 and 26.2.11 keep
 * twelve digits; the usual short polynomials keep seven.
 *
 * @example normalTail(0) // => 0.5
 * @example Number(normalTail(1.959963984540054).toFixed(10)) // => 0.025
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 4) {
    let fraction = z;
    for (let k = 60; k >= 1; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let term = z;
  let sum = z;
  for (let k = 3; k < 200 && term > sum * 1e-16; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density * sum;
}

/**
 * Two-sided p-value of a standard normal statistic.
 *
 * @example Number(twoSidedP(-1.959963984540054).toFixed(10)) // => 0.05
 */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * normalTail(Math.abs(z)));
}
