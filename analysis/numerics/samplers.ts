import { logGamma } from './gamma-functions';
import type { Random } from './random';

/** A standard normal number (Marsaglia's polar method, one of the pair). */
export function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** A gamma number with the given shape and rate (mean shape ÷ rate; Marsaglia & Tsang 2000); 0 for shape 0. */
export function drawGamma(random: Random, shape: number, rate = 1): number {
  if (!(shape > 0)) return 0;
  // 1 − u, for u may be 0 but never 1.
  if (shape < 1) return drawGamma(random, shape + 1, rate) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random();
    if (u < 1 - 0.0331 * x ** 4 || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v)))
      return (d * v) / rate;
  }
}

/** A beta number; a = 0 gives 0 and b = 0 gives 1, the limits the boundary fits stand on. */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a);
  const y = drawGamma(random, b);
  return x + y > 0 ? x / (x + y) : a / (a + b);
}

/** A Poisson count: product of uniforms below mean 12, PTRS (Hörmann 1993) above. */
export function drawPoisson(random: Random, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean < 12) {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = random(); product > limit; product *= random()) count += 1;
    return count;
  }
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = 1 - random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const accept = Math.log((v * inverseAlpha) / (a / (us * us) + b));
    if (accept <= k * Math.log(mean) - mean - logGamma(k + 1)) return k;
  }
}

/** Tries up to and including the first success of chance p; Infinity when p is 0. */
export function drawGeometric(random: Random, p: number): number {
  if (!(p > 0)) return Number.POSITIVE_INFINITY;
  if (p >= 1) return 1;
  return 1 + Math.floor(Math.log(1 - random()) / Math.log1p(-p));
}
