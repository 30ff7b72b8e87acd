import { normalTail } from '../numerics/normal';
import { evenNormals, normalRows } from '../numerics/normal-draws';
import { type Random, seededRandom } from '../numerics/random';
import { drawGamma } from '../numerics/samplers';
import type { Parameters } from './count-model';
import type { SpendFit } from './gamma-gamma';
import type { Lifetimes, Outlook } from './lifetime';
import { drawParameters, drawSpends } from './parameter-draws';
import { totalValue } from './total-value';

/** How an interval is drawn. */
export interface IntervalOptions {
  readonly seed: number;
  /** Parameters that the data allow (`likelyParameters`): the total and every buyer are seen under the same. */
  readonly parameters: readonly Parameters[];
  /** Standard deviation of ln(actual ÷ predicted) from one period to another. */
  readonly periodSd: number;
  /** Lets other work run; false from it stops. */
  readonly turn?: (part: number) => Promise<boolean>;
}

/** Parameter draws, and evenly likely periods under each. */
const DRAWS = 64;
const PERIODS = 41;
/** Futures simulated for a single buyer. */
const FUTURES = 1200;

/**
 * The value at share q of sorted numbers (linear between neighbours).
 *
 * @example quantileOfSorted([1, 2, 3], 0.75) // => 2.5
 */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  const position = (sorted.length - 1) * q;
  const low = Math.floor(position);
  const [a, b] = [sorted[low] ?? 0, sorted[Math.min(low + 1, sorted.length - 1)] ?? 0];
  return a + (b - a) * (position - low);
}

/** The parameters under which futures are looked at, drawn as the data allow them. */
export function likelyParameters(
  { rules, fit, grouped }: Pick<Outlook, 'rules' | 'fit' | 'grouped'>,
  seed: number,
): readonly Parameters[] {
  return drawParameters(rules, fit, grouped.groups, DRAWS, seededRandom(seed));
}

const central95 = (draws: Float64Array): readonly [number, number] => {
  draws.sort();
  return [quantileOfSorted(draws, 0.025), quantileOfSorted(draws, 0.975)];
};

/** What `purchases` future purchases come to: the buyer's own level ν from its posterior, then their sum. */
function drawAmount(
  random: Random,
  { p, q, gamma }: Pick<SpendFit, 'p' | 'q' | 'gamma'>,
  x: number,
  mean: number,
  purchases: number,
): number {
  const own = x > 0 && mean > 0 ? x : 0;
  const level = drawGamma(random, p * own + q, gamma + (own > 0 ? own * mean : 0));
  return level > 0 ? drawGamma(random, p * purchases, level) : 0;
}

/**
 * 95 % predictive interval of the whole base's value. What is not known: the parameters (by their standard
 * errors), the period (a factor on all rates, as far off as backtests were), and every buyer's own future.
 * Parameters alone would give an interval many times too narrow. Parameters are drawn, evenly
 * spread, and periods taken at even steps; given these the sum over all buyers is close to normal, on the log scale so that it stays positive
 * in the smallest base, and its mean and variance are worked out, not simulated. The interval is read off the
 * mixture of these curves: nothing in it jumps when a last bit differs. null when stopped.
 */
export async function totalInterval(
  outlook: Outlook,
  values: Lifetimes,
  options: IntervalOptions,
): Promise<readonly [number, number] | null> {
  const { spend, fit } = outlook;
  if (!spend) return null;
  const { parameters } = options;
  const spends = drawSpends(spend, parameters.length, seededRandom(options.seed ^ 0x2c1b3c6d));
  const total = totalValue(outlook, spend);
  const factors = evenNormals(PERIODS).map((z) => Math.exp(options.periodSd * z));
  // What a period does to the total is much the same under all parameters: worked out once, at the fitted.
  const usual = total(fit.parameters, spend, 1);
  const periods = factors.map((factor) => {
    const { mean, variance } = total(fit.parameters, spend, factor);
    return { mean: mean / usual.mean, variance: variance / usual.variance };
  });
  const curves: LogNormal[] = [];
  for (const [i, under] of parameters.entries()) {
    if (options.turn && !(await options.turn(i / parameters.length))) return null;
    const drawn = total(under, spends[i]!, 1);
    for (const period of periods) {
      const mean = drawn.mean * period.mean;
      if (!(mean > 0 && Number.isFinite(mean))) continue;
      const square = Math.log1p((drawn.variance * period.variance) / mean / mean);
      curves.push({ mu: Math.log(mean * values.discount) - square / 2, sigma: Math.sqrt(square) });
    }
  }
  return [mixtureQuantile(curves, 0.025), mixtureQuantile(curves, 0.975)];
}

interface LogNormal {
  readonly mu: number;
  readonly sigma: number;
}

/** Standard deviations beyond which a curve has nothing left (1e-15). */
const FAR = 8;

/** Where the evenly weighted mixture of the curves has the share q below it; 0 without curves. */
function mixtureQuantile(curves: readonly LogNormal[], q: number): number {
  if (curves.length === 0) return 0;
  let low = Math.min(...curves.map(({ mu, sigma }) => mu - 8 * sigma)) - 1;
  let high = Math.max(...curves.map(({ mu, sigma }) => mu + 8 * sigma)) + 1;
  const middles = Float64Array.from(curves, ({ mu }) => mu).sort();
  let at = quantileOfSorted(middles, q);
  // Newton's steps, halving instead where one would leave what is known to hold the answer.
  for (let i = 0; i < 60 && high - low > 1e-9; i += 1) {
    let below = 0;
    let density = 0;
    for (const { mu, sigma } of curves) {
      const spread = Math.max(sigma, 1e-9);
      const z = (at - mu) / spread;
      if (Math.abs(z) > FAR) {
        below += z > 0 ? 1 : 0;
        continue;
      }
      below += normalTail(-z);
      density += Math.exp((-z * z) / 2) / (spread * Math.sqrt(2 * Math.PI));
    }
    if (below < q * curves.length) low = at;
    else high = at;
    const next = at - (below - q * curves.length) / density;
    const inside = next > low && next < high;
    const step = Math.abs(next - at);
    at = inside ? next : (low + high) / 2;
    if (inside && step < 1e-9) break;
  }
  return Math.exp(at);
}

/** What single buyers' intervals need of an outlook. */
export interface BuyerOutlook extends Pick<Outlook, 'rules' | 'spend' | 'horizon'> {
  readonly summary: Pick<Outlook['summary'], 'x' | 'tx' | 'T' | 'spend'>;
}

/**
 * 95 % predictive intervals of single buyers' values, simulated: one buyer's future is nothing like normal.
 * Every future has a stream of its own, so that a last bit that turns one does not turn all after it.
 */
export function buyerIntervals(
  outlook: BuyerOutlook,
  values: Pick<Lifetimes, 'discount'>,
  chosen: readonly number[],
  options: IntervalOptions,
): readonly (readonly [number, number])[] {
  const interval = buyerInterval(outlook, values, options);
  return interval ? chosen.map(interval) : [];
}

/**
 * The same for one buyer after the other: what all of them share is drawn once. `null` without amounts. The
 * second argument is the buyer's place among those asked for; a place has streams of its own.
 */
export function buyerInterval(
  outlook: BuyerOutlook,
  values: Pick<Lifetimes, 'discount'>,
  options: IntervalOptions,
): ((buyer: number, place: number) => readonly [number, number]) | null {
  const { rules, summary, spend, horizon } = outlook;
  if (!spend) return null;
  const { parameters } = options;
  const random = seededRandom(options.seed ^ 0x5bd1e995);
  const spends = drawSpends(spend, FUTURES, random);
  const periods = normalRows(random, FUTURES, 1);
  return (i, k) => {
    const [x, tx, T] = [summary.x[i]!, summary.tx[i]!, summary.T[i]!];
    const alive = parameters.map((drawn) => rules.pAlive(drawn, x, tx, T));
    const draws = new Float64Array(FUTURES);
    for (let round = 0; round < FUTURES; round += 1) {
      const own = seededRandom(options.seed ^ Math.imul(k * FUTURES + round + 1, 0x9e3779b1));
      const at = round % parameters.length;
      if (own() >= alive[at]!) continue;
      const factor = Math.exp(options.periodSd * periods[round]![0]!);
      const n = rules.drawFuture(own, parameters[at]!, x, T, horizon, factor);
      if (n > 0) draws[round] = drawAmount(own, spends[round]!, x, summary.spend[i]!, n) * values.discount;
    }
    return central95(draws);
  };
}
