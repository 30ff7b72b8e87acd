import { digammaRise, logRising } from '../numerics/gamma-functions';
import { oneInOnePlusExp } from '../numerics/log-space';
import { negativeBinomialTail } from '../numerics/negative-binomial';
import { gaussLegendre } from '../numerics/quadrature';
import { drawGamma, drawPoisson } from '../numerics/samplers';
import type { CountModelRules, Parameters } from './count-model';
import type { CountGroups } from './counts';
import { emptyIntegral, paretoIntegral } from './pareto-integral';

/** Reused by `pAlive`, which simulations ask millions of times; nothing is kept in it between calls. */
const scratch = emptyIntegral();

/**
 * L = (r)ₓ { (1+T/α)^−r (α+T)^−x (1+T/β)^−s + s ∫ₜₓᵀ (1+u/α)^−r (α+u)^−x (1+u/β)^−s (β+u)^−1 du }: still a
 * buyer at T, or gone at some u since the last purchase. α^r and β^s are folded in, so that nothing cancels
 * when r and α, or s and β, run off together.
 */
function logLikelihood(groups: CountGroups, parameters: Parameters, gradient: number[]): number {
  const [r, alpha, s, beta] = parameters as [number, number, number, number];
  const { x, tx, T, weight } = groups;
  const logS = Math.log(s);
  const gone = emptyIntegral();
  let [total, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
  let [lastX, purchases, purchasesByR] = [0, 0, 0];
  const lnAlpha = Math.log(alpha);
  // Neighbouring rows often share T.
  let [lastT, logAlpha, logBeta] = [Number.NaN, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const n = x[i]!;
    if (n !== lastX) {
      purchases += logRising(r + lastX, n - lastX);
      purchasesByR += digammaRise(r + lastX, n - lastX);
      lastX = n;
    }
    const w = weight[i]!;
    const now = T[i]!;
    if (now !== lastT) {
      lastT = now;
      logAlpha = Math.log1p(now / alpha);
      logBeta = Math.log1p(now / beta);
    }
    const alive = -(r + n) * logAlpha - n * lnAlpha - s * logBeta;
    paretoIntegral(gone, parameters, n, tx[i]!, now);
    // ln of "gone" ÷ "alive", and from one exponential the log of their sum and both shares of it.
    const gap = logS + gone.log - alive;
    const ratio = Math.exp(-Math.abs(gap));
    const larger = 1 / (1 + ratio);
    const aliveShare = gap > 0 ? ratio * larger : larger;
    const goneShare = gap > 0 ? larger : ratio * larger;
    const elapsedAlpha = (aliveShare * now) / (alpha + now) + goneShare * gone.shareAlpha;
    const elapsedBeta = (aliveShare * now) / (beta + now) + goneShare * gone.shareBeta;
    total += w * (purchases + alive + (gap > 0 ? gap : 0) + Math.log1p(ratio));
    byR += w * (purchasesByR - aliveShare * logAlpha - goneShare * gone.logAlpha);
    byAlpha += (w * (r * elapsedAlpha - n * (1 - elapsedAlpha))) / alpha;
    byS += w * (goneShare / s - aliveShare * logBeta - goneShare * gone.logBeta);
    byBeta += (w * (s * elapsedBeta - goneShare * (1 - gone.shareBeta))) / beta;
  }
  gradient[0] = byR;
  gradient[1] = byAlpha;
  gradient[2] = byS;
  gradient[3] = byBeta;
  return total;
}

const leaving = gaussLegendre(8);
/** Reused by `addChancesIfAlive`; nothing is kept in it between calls. */
let tail = new Float64Array(64);

function addTail(into: Float64Array, weight: number, R: number, tau: number): void {
  if (tail.length < into.length) tail = new Float64Array(into.length);
  const filled = negativeBinomialTail(tail.subarray(0, into.length), R, tau);
  for (let j = 0; j < filled; j += 1) into[j]! += weight * tail[j]!;
}

/** ∫ v^(k−1) dv from 1 to e^span, (e^(k·span) − 1) ÷ k with its limit at k = 0. */
function powerIntegral(k: number, span: number): number {
  return Math.abs(k) < 1e-12 ? span : Math.expm1(k * span) / k;
}

/** β from "leave at once or never" to "leave alike", on a clock whose unit is the mean age. */
const BETAS = Array.from({ length: 15 }, (_, i) => Math.exp(1.5 * i - 14));

/**
 * The limit s → 0 is where the likelihood is highest when it falls with s there at every β (r and α are at their
 * best already, so they add nothing to a first small step). A descent would creep towards that limit instead.
 *
 * With g(u) = (α + u)^−(r+x), a row's slope in s at s = 0 is −ln(1 + T/β) + ∫ₜₓᵀ g(u) ÷ g(T) ÷ (β + u) du. Only the
 * last factor differs from one β to another: all slopes come from the same points, evenly spread in ln(β₀ + u) with
 * β₀ the least of them, on panels over which g falls by at most e¹⁰.
 */
function gainsByChurn({ x, tx, T, weight }: CountGroups, r: number, alpha: number): boolean {
  const slopes = new Float64Array(BETAS.length);
  const untilNow = new Float64Array(BETAS.length);
  const least = BETAS[0]!;
  let lastT = Number.NaN;
  for (let i = 0; i < x.length; i += 1) {
    const now = T[i]!;
    const last = tx[i]!;
    const w = weight[i]!;
    // Neighbouring rows often share T.
    if (now !== lastT) for (let k = 0; k < BETAS.length; k += 1) untilNow[k] = Math.log1p(now / BETAS[k]!);
    lastT = now;
    for (let k = 0; k < BETAS.length; k += 1) slopes[k]! -= w * untilNow[k]!;
    const R = r + x[i]!;
    const start = least + last;
    const width = Math.log1p((now - last) / start);
    const fall = R * Math.log((alpha + now) / (alpha + last));
    const panels = Math.max(1, Math.ceil(Math.max(fall / 10, width / 2)));
    const h = width / panels;
    let sum = 0;
    for (let panel = 0; panel < panels; panel += 1) {
      const before = sum;
      for (let j = 0; j < leaving.nodes.length; j += 1) {
        const since = start * Math.exp((panel + leaving.nodes[j]!) * h);
        const u = since - least;
        const f = w * leaving.weights[j]! * h * since * Math.exp(R * Math.log((alpha + now) / (alpha + u)));
        sum += f;
        for (let k = 0; k < BETAS.length; k += 1) slopes[k]! += f / (BETAS[k]! + u);
      }
      // What is left of it is next to nothing: it only falls from here on.
      if (sum - before < 1e-12 * sum) break;
    }
  }
  return !slopes.every((slope) => slope < 0);
}

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987): purchases at rate λ ~ Gamma(r, α) until the buyer leaves,
 * which may be at any moment, at rate μ ~ Gamma(s, β).
 *
 * @example paretoNbd.pAlive([0.553, 10.578, 0.606, 11.669], 2, 30.43, 38.86).toFixed(6) // => '0.869168'
 */
export const paretoNbd: CountModelRules = {
  parameters: ['r', 'alpha', 's', 'beta'],
  timeParameters: ['alpha', 'beta'],
  logLikelihood,
  starts: (rate) => [
    [0.5, 0.4 / rate, 0.5, 0.4],
    [1, 0.9 / rate, 0.3, 2],
    [2, 2 / rate, 3, 10],
  ],
  withoutChurn: (r, alpha) => [r, alpha, 0, 1],
  nearlyWithoutChurn: (r, alpha) => [
    [r, alpha, 1e-3, 3],
    [r, alpha, 1e-3, 0.1],
    [r, alpha, 1e-3, 0.003],
    [r, alpha, 1e-3, 1e-5],
    [r, alpha, 3, 1000],
  ],
  gainsByChurn,
  ridges: [
    { boundary: 'all-or-nothing', along: ['beta'], towards: -1, held: 'beta' },
    { boundary: 'same-churn', along: ['s', 'beta'], towards: 1, held: 'beta' },
    { boundary: 'same-rate', along: ['r', 'alpha'], towards: 1, held: 'r' },
  ],
  pAlive: (parameters, x, tx, T) => {
    const r = parameters[0]!;
    const alpha = parameters[1]!;
    const s = parameters[2]!;
    const beta = parameters[3]!;
    if (s === 0) return 1;
    const gone = scratch;
    paretoIntegral(gone, parameters, x, tx, T);
    const alive = -r * Math.log1p(T / alpha) - x * Math.log(alpha + T) - s * Math.log1p(T / beta);
    return oneInOnePlusExp(Math.log(s) + gone.log - alive);
  },
  expectedIfAlive: (parameters, x, T, t) => {
    const r = parameters[0]!;
    const alpha = parameters[1]!;
    const s = parameters[2]!;
    const beta = parameters[3]!;
    const span = Math.log1p(t / (beta + T));
    // (1 − e^−(s−1)L) ÷ (s − 1) with its limit L at s = 1.
    const stay = Math.abs(s - 1) < 1e-12 ? span : -Math.expm1(-(s - 1) * span) / (s - 1);
    return ((r + x) / (alpha + T)) * (beta + T) * stay;
  },
  momentsIfAlive: (into, parameters, x, T, t, factor) => {
    const rate = (parameters[0]! + x) / (parameters[1]! + T);
    const s = parameters[2]!;
    const scale = parameters[3]! + T;
    const span = Math.log1p(t / scale);
    // E min(t, stays) and E min(t, stays)² = 2 ∫ u (1 + u/scale)^−s du, where v = 1 + u/scale.
    const first = powerIntegral(1 - s, span);
    const time = scale * first;
    const timeSquare = 2 * scale * scale * Math.max(0, powerIntegral(2 - s, span) - first);
    into.mean = rate * time * factor;
    const both = rate * (rate + 1 / (parameters[1]! + T)) * timeSquare * factor * factor;
    into.square = into.mean + both;
    return into;
  },
  // The buyer stays to the end, or leaves at some moment before it: evenly spread over the chance to leave.
  addChancesIfAlive: (into, weight, parameters, x, T, t) => {
    const R = parameters[0]! + x;
    const scale = parameters[1]! + T;
    const s = parameters[2]!;
    const life = parameters[3]! + T;
    const stays = Math.exp(-s * Math.log1p(t / life));
    addTail(into, weight * stays, R, t / scale);
    const leaves = 1 - stays;
    if (leaves < 1e-9) return;
    for (let k = 0; k < leaving.nodes.length; k += 1) {
      const until = life * Math.expm1(-Math.log1p(-leaves * leaving.nodes[k]!) / s);
      addTail(into, weight * leaves * leaving.weights[k]!, R, Math.min(t, until) / scale);
    }
  },
  drawFuture: (random, parameters, x, T, t, factor) => {
    const r = parameters[0]!;
    const alpha = parameters[1]!;
    const s = parameters[2]!;
    const beta = parameters[3]!;
    const rate = drawGamma(random, r + x, alpha + T);
    // The remaining lifetime of a buyer alive at T is Pareto II with shape s and scale β + T.
    const stays = s > 0 ? (beta + T) * Math.expm1(-Math.log(1 - random()) / s) : Number.POSITIVE_INFINITY;
    return drawPoisson(random, rate * Math.min(t, stays) * factor);
  },
};
