import { digammaRise, logRising } from '../numerics/gamma-functions';
import { oneInOnePlusExp } from '../numerics/log-space';
import { negativeBinomialTail } from '../numerics/negative-binomial';
import { drawBeta, drawGamma, drawGeometric, drawPoisson } from '../numerics/samplers';
import type { CountModelRules, Moments, Parameters } from './count-model';
import type { CountGroups } from './counts';

/**
 * What BG/NBD and MBG/NBD share. Purchases come at rate λ ~ Gamma(r, α); at each *chance* a buyer leaves for
 * good with probability p ~ Beta(a, b). The two differ only in when the chances are: BG/NBD after every
 * repeat purchase (x of them), MBG/NBD already after the first purchase (x + 1).
 */
export type Chances = (x: number) => number;

/**
 * Log-likelihood and gradient in (r, α, a, b). In logarithms throughout, for (α + T)^−(r+x) underflows early;
 * and with α^r folded in as (1 + T/α)^−r, so that nothing cancels when r and α run off together.
 */
export function betaGeometricLikelihood(chances: Chances) {
  return (groups: CountGroups, parameters: Parameters, gradient: number[]): number => {
    const [r, alpha, a, b] = parameters as [number, number, number, number];
    const { x, tx, T, weight } = groups;
    const logA = Math.log(a);
    const logAlpha = Math.log(alpha);
    let [total, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    // Terms of x alone, carried along as the sorted x grows.
    let [lastX, lastM] = [0, 0];
    let [purchases, stays, purchasesByR, staysByA, staysByB] = [0, 0, 0, 0, 0];
    let logLeaves = logA - Math.log(b - 1);
    // Terms of T alone: neighbouring rows often share it.
    let [lastT, untilNow, elapsedNow] = [Number.NaN, 0, 0];
    for (let i = 0; i < x.length; i += 1) {
      const n = x[i]!;
      const m = chances(n);
      if (n !== lastX) {
        purchases += logRising(r + lastX, n - lastX);
        purchasesByR += digammaRise(r + lastX, n - lastX);
        lastX = n;
      }
      if (m !== lastM) {
        const less = digammaRise(a + b + lastM, m - lastM);
        stays += logRising(b + lastM, m - lastM) - logRising(a + b + lastM, m - lastM);
        staysByA -= less;
        staysByB += digammaRise(b + lastM, m - lastM) - less;
        logLeaves = logA - Math.log(b + m - 1);
        lastM = m;
      }
      if (T[i] !== lastT) {
        lastT = T[i]!;
        untilNow = Math.log1p(lastT / alpha);
        elapsedNow = lastT / (alpha + lastT);
      }
      const w = weight[i]!;
      const alive = -(r + n) * untilNow - n * logAlpha;
      // Nobody has had a chance to leave before the first.
      if (m === 0) {
        total += w * (purchases + alive);
        byR += w * (purchasesByR - untilNow);
        byAlpha += (w * (r * elapsedNow - n * (1 - elapsedNow))) / alpha;
        continue;
      }
      const last = tx[i]!;
      const untilLast = last === 0 ? 0 : Math.log1p(last / alpha);
      // ln of "gone" ÷ "alive", and from one exponential the log of their sum and both shares of it.
      const gap = logLeaves + (r + n) * (untilNow - untilLast);
      const ratio = Math.exp(-Math.abs(gap));
      const larger = 1 / (1 + ratio);
      const aliveShare = gap > 0 ? ratio * larger : larger;
      const goneShare = gap > 0 ? larger : ratio * larger;
      const bracket = alive + (gap > 0 ? gap : 0) + Math.log1p(ratio);
      // Mean share of the elapsed time in α + time, over "alive" and "gone".
      const elapsed = aliveShare * elapsedNow + (goneShare * last) / (alpha + last);
      total += w * (purchases + stays + bracket);
      byR += w * (purchasesByR - aliveShare * untilNow - goneShare * untilLast);
      byAlpha += (w * (r * elapsed - n * (1 - elapsed))) / alpha;
      byA += w * (staysByA + goneShare / a);
      byB += w * (staysByB - goneShare / (b + m - 1));
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    gradient[2] = byA;
    gradient[3] = byB;
    return total;
  };
}

/**
 * Expected purchases in t more units of a buyer who is one at T: R = r + x, b′ = b + chances, τ = t ÷ (α + T).
 * Were the buyer never to leave, the number k of purchases would be negative binomial; the j-th of them still
 * happens if j chances to leave were survived, (b′)ⱼ ÷ (a + b′)ⱼ. The sum over k has only positive terms, so
 * unlike the closed form with ₂F₁ (Fader, Hardie & Lee 2005, eq. 10) it has no hole at a = 1, none at
 * a + b = 1, needs no a > 0, and cannot cancel or overflow. The test suite checks it against the closed form.
 */
export function expectedWithDropOut(R: number, a: number, stay: number, tau: number): number {
  return momentsWithDropOut(scratch, R, a, stay, tau).mean;
}

const scratch: Moments = { mean: 0, square: 0 };
/** Reused by `addChancesIfAlive`; nothing is kept in it between calls. */
let tail = new Float64Array(64);

/** The same series for the mean number of purchases and the mean of its square, Σ (2j − 1) P(at least j). */
function momentsWithDropOut(into: Moments, R: number, a: number, stay: number, tau: number): Moments {
  into.mean = 0;
  into.square = 0;
  if (!(tau > 0) || !(R > 0)) return into;
  const z = tau / (1 + tau);
  const spread = Math.sqrt(R * tau * (1 + tau));
  // Terms far below the mean weigh nothing; skipping them also keeps the first weight from underflowing.
  const first = Math.max(0, Math.floor(R * tau - 12 * spread));
  // Plain lets: destructuring would allocate in the loops.
  let survive = 1;
  let reached = 0;
  let reachedSquare = 0;
  for (let j = 0; j < first; j += 1) {
    reached += survive;
    reachedSquare += (2 * j + 1) * survive;
    survive *= (stay + j) / (a + stay + j);
  }
  // (R)ₖ ÷ k! is a ratio of two rising factorials, (R)ₖ ÷ (1)ₖ.
  let weight = Math.exp(
    logRising(R, first) - logRising(1, first) - R * Math.log1p(tau) + first * Math.log(z),
  );
  let sum = 0;
  let squares = 0;
  for (let k = first; k < first + 20_000_000; k += 1) {
    sum += weight * reached;
    squares += weight * reachedSquare;
    const ratio = ((R + k) / (k + 1)) * z;
    const settled = Math.max(ratio, z);
    if (settled < 1) {
      const rest = (weight * settled * (reached + 1 / (1 - settled))) / (1 - settled);
      if (rest < 1e-12 * sum) break;
    }
    reached += survive;
    reachedSquare += (2 * k + 1) * survive;
    survive *= (stay + k) / (a + stay + k);
    weight *= ratio;
  }
  into.mean = sum;
  into.square = squares;
  return into;
}

/** b from "leave at once or never" to "leave alike". */
const STAYS = Array.from({ length: 12 }, (_, i) => Math.exp(1.5 * i - 7));

/** The rules of a beta-geometric model with its kind of chances. */
export function betaGeometric(chances: Chances): CountModelRules {
  const logLikelihood = betaGeometricLikelihood(chances);
  return {
    parameters: ['r', 'alpha', 'a', 'b'],
    timeParameters: ['alpha'],
    logLikelihood,
    starts: (rate) => [
      [0.3, 0.3 / rate, 0.6, 2],
      [1, 1 / rate, 0.1, 3],
      [0.6, 0.6 / rate, 3, 30],
      [3, 3 / rate, 1, 1],
    ],
    withoutChurn: (r, alpha) => [r, alpha, 0, 1],
    nearlyWithoutChurn: (r, alpha) => [
      [r, alpha, 0.002, 10],
      [r, alpha, 0.002, 0.5],
      [r, alpha, 0.002, 0.01],
    ],
    // The limit a → 0 is where the likelihood is highest when it falls with a there at every b.
    gainsByChurn: (groups, r, alpha) => {
      const gradient = [0, 0, 0, 0];
      return STAYS.some((b) => {
        logLikelihood(groups, [r, alpha, 1e-7 * b, b], gradient);
        return !(gradient[2]! < 0);
      });
    },
    ridges: [
      { boundary: 'all-or-nothing', along: ['a', 'b'], towards: -1, held: 'b' },
      { boundary: 'same-churn', along: ['a', 'b'], towards: 1, held: 'b' },
      { boundary: 'same-rate', along: ['r', 'alpha'], towards: 1, held: 'r' },
    ],
    pAlive: (parameters, x, tx, T) => {
      const m = chances(x);
      const a = parameters[2]!;
      if (m === 0 || a === 0) return 1;
      const r = parameters[0]!;
      const alpha = parameters[1]!;
      const b = parameters[3]!;
      return oneInOnePlusExp(
        Math.log(a) - Math.log(b + m - 1) + (r + x) * Math.log((alpha + T) / (alpha + tx)),
      );
    },
    expectedIfAlive: ([r, alpha, a, b], x, T, t) =>
      expectedWithDropOut(r! + x, a!, b! + chances(x), t / (alpha! + T)),
    // Purchases × factor come as if time ran faster, and the chances to leave with them.
    momentsIfAlive: (into, [r, alpha, a, b], x, T, t, factor) =>
      momentsWithDropOut(into, r! + x, a!, b! + chances(x), (t * factor) / (alpha! + T)),
    // The j-th purchase happens if there would be j without drop-out and j − 1 chances to leave were survived.
    addChancesIfAlive: (into, weight, parameters, x, T, t) => {
      if (tail.length < into.length) tail = new Float64Array(into.length);
      const reach = tail.subarray(0, into.length);
      const filled = negativeBinomialTail(reach, parameters[0]! + x, t / (parameters[1]! + T));
      const a = parameters[2]!;
      const stay = parameters[3]! + chances(x);
      let survive = weight;
      for (let j = 0; j < filled; j += 1) {
        into[j]! += survive * reach[j]!;
        survive *= (stay + j) / (a + stay + j);
      }
    },
    drawFuture: (random, parameters, x, T, t, factor) => {
      const rate = drawGamma(random, parameters[0]! + x, parameters[1]! + T);
      const wanted = drawPoisson(random, rate * t * factor);
      if (wanted === 0) return 0;
      const leaves = drawBeta(random, parameters[2]!, parameters[3]! + chances(x));
      return Math.min(wanted, drawGeometric(random, leaves));
    },
  };
}
