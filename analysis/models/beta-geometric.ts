import { digammaRise, logRising } from '../numerics/gamma-functions';
import { logAddExp, oneInOnePlusExp } from '../numerics/log-space';
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
    let [total, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    // Terms of x alone, carried along as the sorted x grows.
    let [lastX, lastM] = [0, 0];
    let [purchases, stays, purchasesByR, staysByA, staysByB] = [0, 0, 0, 0, 0];
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
        lastM = m;
      }
      const w = weight[i]!;
      const untilNow = Math.log1p(T[i]! / alpha);
      const alive = -r * untilNow - n * Math.log(alpha + T[i]!);
      let bracket = alive;
      let aliveShare = 1;
      let untilLast = 0;
      if (m > 0) {
        untilLast = Math.log1p(tx[i]! / alpha);
        const gone = logA - Math.log(b + m - 1) - r * untilLast - n * Math.log(alpha + tx[i]!);
        bracket = logAddExp(alive, gone);
        aliveShare = oneInOnePlusExp(gone - alive);
      }
      const goneShare = 1 - aliveShare;
      // Mean share of the elapsed time in α + time, over "alive" and "gone".
      const elapsed = (aliveShare * T[i]!) / (alpha + T[i]!) + (goneShare * tx[i]!) / (alpha + tx[i]!);
      total += w * (purchases + stays + bracket);
      byR += w * (purchasesByR - aliveShare * untilNow - goneShare * untilLast);
      byAlpha += (w * (r * elapsed - n * (1 - elapsed))) / alpha;
      byA += w * (staysByA + (m > 0 ? goneShare / a : 0));
      byB += w * (staysByB - (m > 0 ? goneShare / (b + m - 1) : 0));
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

/** The rules of a beta-geometric model with its kind of chances. */
export function betaGeometric(chances: Chances): CountModelRules {
  return {
    parameters: ['r', 'alpha', 'a', 'b'],
    timeParameters: ['alpha'],
    logLikelihood: betaGeometricLikelihood(chances),
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
    drawFuture: (random, parameters, x, T, t, factor) => {
      const rate = drawGamma(random, parameters[0]! + x, parameters[1]! + T);
      const wanted = drawPoisson(random, rate * t * factor);
      if (wanted === 0) return 0;
      const leaves = drawBeta(random, parameters[2]!, parameters[3]! + chances(x));
      return Math.min(wanted, drawGeometric(random, leaves));
    },
  };
}
