import { type Random, seededRandom } from '../numerics/random';
import { drawGamma, drawNormal } from '../numerics/samplers';
import type { Parameters } from './count-model';
import type { SpendFit } from './gamma-gamma';
import type { Lifetimes, Outlook } from './lifetime';
import { drawParameters, drawSpend } from './parameter-draws';

/** How an interval is drawn. */
export interface IntervalOptions {
  readonly seed: number;
  /** Standard deviation of ln(actual ÷ predicted) from one period to another. */
  readonly periodSd: number;
  /** Lets other work run; false from it stops. */
  readonly turn?: (part: number) => Promise<boolean>;
}

/** Simulated buyer-futures for the total; more buyers need fewer rounds each. */
const WORK = 1_000_000;
/** Parameter draws; rounds share them, for working out who is still a buyer under each is the dearest part. */
const PARAMETER_DRAWS = 100;
const ROUNDS_PER_BUYER = 2000;

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
 * 95 % predictive interval of the whole base's value. Each round draws what is not known: the parameters (by
 * their standard errors), the period (a factor on all rates, as far off as backtests were), and every
 * buyer's own future. Parameters alone would give an interval many times too narrow. null when stopped.
 */
export async function totalInterval(
  outlook: Outlook,
  values: Lifetimes,
  options: IntervalOptions,
): Promise<readonly [number, number] | null> {
  const { rules, summary, grouped, spend, fit, horizon } = outlook;
  if (!spend) return null;
  const random = seededRandom(options.seed);
  const { groups, groupOf } = grouped;
  const rounds = Math.max(200, Math.min(1000, Math.round(WORK / groupOf.length)));
  const parameters = drawParameters(rules, fit, groups, PARAMETER_DRAWS, random);
  const totals = new Float64Array(rounds);
  const pAlive = new Float64Array(groups.x.length);
  let last: Parameters | null = null;
  for (let round = 0; round < rounds; round += 1) {
    if (options.turn && !(await options.turn(round / rounds))) return null;
    const drawn = parameters[Math.floor((round / rounds) * PARAMETER_DRAWS)]!;
    const factor = Math.exp(options.periodSd * drawNormal(random));
    const amounts = drawSpend(spend, random);
    if (drawn !== last) aliveOf(outlook, drawn, pAlive);
    last = drawn;
    let sum = 0;
    for (let i = 0; i < groupOf.length; i += 1) {
      if (random() >= pAlive[groupOf[i]!]!) continue;
      const n = rules.drawFuture(random, drawn, summary.x[i]!, summary.T[i]!, horizon, factor);
      if (n > 0) sum += drawAmount(random, amounts, summary.x[i]!, summary.spend[i]!, n);
    }
    totals[round] = sum * values.discount;
  }
  return central95(totals);
}

function aliveOf({ rules, grouped: { groups } }: Outlook, drawn: Parameters, into: Float64Array): void {
  for (let g = 0; g < into.length; g += 1) {
    into[g] = rules.pAlive(drawn, groups.x[g]!, groups.tx[g]!, groups.T[g]!);
  }
}

/** 95 % predictive intervals of single buyers' values, drawn the same way. */
export function buyerIntervals(
  outlook: Outlook,
  values: Lifetimes,
  chosen: readonly number[],
  options: IntervalOptions,
): readonly (readonly [number, number])[] {
  const { rules, summary, grouped, spend, fit, horizon } = outlook;
  if (!spend) return [];
  const random = seededRandom(options.seed ^ 0x5bd1e995);
  const parameters = drawParameters(rules, fit, grouped.groups, PARAMETER_DRAWS, random);
  const draws = chosen.map(() => new Float64Array(ROUNDS_PER_BUYER));
  for (let round = 0; round < ROUNDS_PER_BUYER; round += 1) {
    const drawn = parameters[round % PARAMETER_DRAWS]!;
    const factor = Math.exp(options.periodSd * drawNormal(random));
    const amounts = drawSpend(spend, random);
    chosen.forEach((i, k) => {
      const [x, tx, T] = [summary.x[i]!, summary.tx[i]!, summary.T[i]!];
      if (random() >= rules.pAlive(drawn, x, tx, T)) return;
      const n = rules.drawFuture(random, drawn, x, T, horizon, factor);
      if (n > 0) draws[k]![round] = drawAmount(random, amounts, x, summary.spend[i]!, n) * values.discount;
    });
  }
  return draws.map(central95);
}
