import { gammaln } from 'simple-statistics';

/**
 * ln Γ(x) for x > 0. simple-statistics' Lanczos sum loses digits below ½ (it subtracts 1 first), and shape
 * parameters near a boundary are tiny, so there the recurrence Γ(x + 1) = x Γ(x) carries it.
 * Infinity at 0 and below.
 *
 * @example logGamma(1e-9) === logGamma(1 + 1e-9) - Math.log(1e-9) // => true
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.POSITIVE_INFINITY;
  return x < 0.5 ? gammaln(x + 1) - Math.log(x) : gammaln(x);
}

/**
 * ψ(x) = d ln Γ(x) / dx for x > 0: recurrence up to 8, then the asymptotic series
 * (Abramowitz & Stegun 6.3.18), good to about 1e-14.
 *
 * @example digamma(1).toFixed(12) // => '-0.577215664902'
 */
export function digamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 8) {
    shift -= 1 / y;
    y += 1;
  }
  const v = 1 / (y * y);
  const tail =
    v * (1 / 12 - v * (1 / 120 - v * (1 / 252 - v * (1 / 240 - v * (1 / 132 - v * (691 / 32760 - v / 12))))));
  return shift + Math.log(y) - 0.5 / y - tail;
}

/**
 * ln B(a, b), the logarithm of the beta function, for a, b > 0.
 *
 * @example Math.exp(logBeta(2, 3)).toFixed(12) // => '0.083333333333'
 */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Products are multiplied out up to this many factors; beyond, Stirling's series takes over from here on. */
const FACTORS = 48;

/** Σ of Stirling's corrections to ln Γ(x), for x ≥ 32 (Abramowitz & Stegun 6.1.41). */
function stirlingTail(x: number): number {
  const v = 1 / (x * x);
  return (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v / 1680))) / x;
}

/**
 * ln of the rising factorial (a)ₙ = Γ(a + n) / Γ(a). The plain difference of two ln Γ loses its digits when a
 * is large, and shape parameters run to infinity on a ridge: a few factors are multiplied out, more are the
 * difference of two Stirling series with the large terms cancelled by hand.
 *
 * @example Math.exp(logRising(3, 2)).toFixed(9) // => '12.000000000'
 */
export function logRising(a: number, n: number): number {
  if (n === 0) return 0;
  if (n > FACTORS || !Number.isInteger(n)) {
    if (a < 32) return logGamma(a + n) - logGamma(a);
    return (a - 0.5) * Math.log1p(n / a) + n * (Math.log(a + n) - 1) + stirlingTail(a + n) - stirlingTail(a);
  }
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += Math.log(a + i);
  return sum;
}

/**
 * d ln (a)ₙ / da = ψ(a + n) − ψ(a), the companion of `logRising`.
 *
 * @example digammaRise(1, 3).toFixed(9) // => '1.833333333'
 */
export function digammaRise(a: number, n: number): number {
  if (n === 0) return 0;
  if (n > FACTORS || !Number.isInteger(n)) {
    if (a < 32) return digamma(a + n) - digamma(a);
    return Math.log1p(n / a) - digammaTail(a + n) + digammaTail(a);
  }
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += 1 / (a + i);
  return sum;
}

/** ln x − ψ(x) for x ≥ 32. */
function digammaTail(x: number): number {
  const v = 1 / (x * x);
  return 0.5 / x + v * (1 / 12 - v * (1 / 120 - v / 252));
}
