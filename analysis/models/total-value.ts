import type { Moments, Parameters } from './count-model';
import { expectedSpend, type SpendFit } from './gamma-gamma';
import type { Outlook } from './lifetime';
import { type RowSample, sampleRows } from './row-sample';

/** What the amounts of a folded row's buyers add up to, as far as the spend model needs it. */
export interface AmountSums {
  /** Buyers with a mean amount of their own, the sum of these means, and of their squares. */
  readonly own: Float64Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
}

type Amounts = Pick<SpendFit, 'p' | 'q' | 'gamma' | 'average'>;

/** Rows worked out under every draw; more of them are sampled. */
const MOST_ROWS = 1000;
/**
 * The variance of a buyer's level is infinite when the tail of the levels is as heavy as at q = 2. Nearer to
 * that than this the tail counts no more: what it adds are buyers rarer than one in a base.
 */
const TAIL = 0.25;

/** The mean amount goes to infinity as q falls to 1: a drawn q brings q − 1 to this part of the fitted at most. */
const MOST_SPREAD = 4;

/** Folds the buyers' mean amounts as their histories are folded. */
export function amountSums({ grouped: { groups, groupOf }, summary }: Outlook): AmountSums {
  const column = () => new Float64Array(groups.x.length);
  const sums = { own: column(), means: column(), squares: column() };
  groupOf.forEach((g, i) => {
    const mean = summary.spend[i]!;
    if (!(summary.x[i]! > 0 && mean > 0)) return;
    sums.own[g]! += 1;
    sums.means[g]! += mean;
    sums.squares[g]! += mean * mean;
  });
  return sums;
}

/** Mean and variance of a sum. */
export interface Spread {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Mean and variance of what a whole base spends (not discounted) under given parameters, when only every
 * buyer's own chance is left. Beyond 1,000 folded rows a sample in proportion to value stands for all, scaled
 * so that at the fitted parameters it gives exactly what all rows give.
 */
export function totalValue(outlook: Outlook, spend: SpendFit, mostRows = MOST_ROWS) {
  const { fit, grouped } = outlook;
  const { groups } = grouped;
  const sums = amountSums(outlook);
  const everything = sampleRows(groups.weight, groups.x.length);
  const means = new Float64Array(groups.x.length);
  const all = sumOver(outlook, sums, everything, fit.parameters, spend, 1, means);
  const sample = sampleRows(means, mostRows);
  const part = sumOver(outlook, sums, sample, fit.parameters, spend, 1);
  const ratio = (whole: number, of: number) => (of > 0 ? whole / of : 1);
  const [byMean, byVariance] = [ratio(all.mean, part.mean), ratio(all.variance, part.variance)];
  return (parameters: Parameters, amounts: Pick<SpendFit, 'p' | 'q' | 'gamma'>, factor: number): Spread => {
    const q = spend.q > 1 ? Math.max(amounts.q, 1 + (spend.q - 1) / MOST_SPREAD) : amounts.q;
    const at = { ...amounts, q, average: spend.average };
    const { mean, variance } = sumOver(outlook, sums, sample, parameters, at, factor);
    return { mean: mean * byMean, variance: variance * byVariance };
  };
}

function sumOver(
  { rules, grouped: { groups }, horizon }: Outlook,
  sums: AmountSums,
  { rows, times }: RowSample,
  parameters: Parameters,
  amounts: Amounts,
  factor: number,
  means?: Float64Array,
): Spread {
  const moments: Moments = { mean: 0, square: 0 };
  const level = { sum: 0, ofSquares: 0, spread: 0 };
  let [mean, variance, lastX, lastT] = [0, 0, -1, -1];
  for (let k = 0; k < rows.length; k += 1) {
    const g = rows[k]!;
    const x = groups.x[g]!;
    const T = groups.T[g]!;
    // What a remaining buyer will do depends on (x, T) alone, and rows are sorted by them.
    if (x !== lastX || T !== lastT) {
      rules.momentsIfAlive(moments, parameters, x, T, horizon, factor);
      lastX = x;
      lastT = T;
    }
    const alive = rules.pAlive(parameters, x, groups.tx[g]!, T);
    const purchases = alive * moments.mean;
    levels(level, sums, g, x, groups.weight[g]!, amounts);
    const value = purchases * level.sum;
    if (means) means[g] = value;
    mean += times[k]! * value;
    // E S² = E(level²) (E N² + E N ÷ p); levels differ about their mean by `spread`.
    const squares = level.ofSquares * level.spread * (alive * moments.square + purchases / amounts.p);
    variance += times[k]! * Math.max(0, squares - level.ofSquares * purchases * purchases);
  }
  return { mean, variance };
}

/** Expected amount per purchase, summed over a row's buyers; its squares; and E(level²) ÷ (E level)². */
function levels(
  into: { sum: number; ofSquares: number; spread: number },
  { own, means, squares }: AmountSums,
  g: number,
  x: number,
  weight: number,
  amounts: Amounts,
): void {
  const { p, q, gamma } = amounts;
  const others = weight - own[g]!;
  const usual = expectedSpend(amounts, 0, 0);
  into.sum = others * usual;
  into.ofSquares = others * usual * usual;
  const shape = p * x + q;
  into.spread = 1 + 1 / Math.max(TAIL, (own[g]! > 0 ? shape : q) - 2);
  if (!(own[g]! > 0)) return;
  const below = shape - 1;
  if (!(below > 1e-3)) {
    into.sum += means[g]!;
    into.ofSquares += squares[g]!;
    return;
  }
  into.sum += (p * (own[g]! * gamma + x * means[g]!)) / below;
  into.ofSquares +=
    (p * p * (own[g]! * gamma * gamma + 2 * gamma * x * means[g]! + x * x * squares[g]!)) / below ** 2;
}
