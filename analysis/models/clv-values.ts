import { createPause } from '../imports/pause';
import type { Progress, ReviewOptions } from '../options';
import type { ClvSection, CountModel } from '../review';
import type { BacktestResult } from './backtest';
import { type BuyerEstimate, estimates } from './buyer-estimates';
import { type ClvInputs, unitDays } from './clv-inputs';
import type { Grouped } from './counts';
import { begin, type Elsewhere } from './elsewhere';
import type { CountFit } from './fit-counts';
import type { SpendFit } from './gamma-gamma';
import { DISCOUNT_PER_DAY, lifetimes, type Outlook } from './lifetime';
import { likelyParameters, totalInterval } from './lifetime-intervals';
import { COUNT_MODELS } from './models';
import { rangesTask } from './ranges';

/** Expected value of every buyer, major units. */
export interface BuyerValues {
  readonly buyers: readonly string[];
  readonly value: Float64Array;
}

/** A run of the models as it goes on: whom to tell, and who takes a part of it. */
export interface Running {
  readonly progress: Progress;
  readonly elsewhere: Elsewhere | null;
  /** Told what every buyer is worth once that is known. */
  readonly onValues: (values: BuyerValues) => void;
}

/** What the models say of a shop: how its buyers are looked ahead from the end of the data, and how well that went. */
interface Chosen {
  readonly inputs: ClvInputs;
  readonly grouped: Grouped;
  readonly chosen: CountModel;
  readonly fit: CountFit;
  readonly spend: SpendFit | null;
  readonly tested: BacktestResult | null;
}

const TOP = 20;
/**
 * Spread of ln(actual ÷ predicted) between periods. One backtest is one observation of it: never less than
 * the 10 % that good fits are off, and 20 % where no backtest could be made (published fits were 12–24 % off).
 */
const LEAST_PERIOD_SD = 0.1;
const USUAL_PERIOD_SD = 0.2;

/** How far periods differ: from the backtest, and in proportion more when looking further than the data reach. */
function periodSd(tested: BacktestResult | null, horizonDays: number, spanDays: number): number {
  const predicted = tested?.best ? tested.scores[tested.best]!.predicted : 0;
  const seen =
    tested && predicted > 0 && tested.actual > 0
      ? Math.min(1, Math.max(LEAST_PERIOD_SD, Math.abs(Math.log(tested.actual / predicted))))
      : USUAL_PERIOD_SD;
  return seen * Math.max(1, Math.min(4, horizonDays / Math.max(spanDays, 1)));
}

function outlookOf({ inputs, grouped, chosen, fit, spend }: Chosen, options: ReviewOptions): Outlook {
  const unit = unitDays(options.unit);
  return {
    rules: COUNT_MODELS[chosen],
    fit,
    summary: inputs.summary,
    grouped,
    spend,
    horizon: (options.horizonWeeks * 7) / unit,
    discountPerUnit: DISCOUNT_PER_DAY * unit,
  };
}

interface Values extends Pick<ClvSection, 'total'> {
  readonly top: ClvSection['customers']['top'];
  /** Value of each buyer of the summary, null without amounts. */
  readonly each: Float64Array | null;
  readonly estimates: (() => Promise<readonly BuyerEstimate[] | null>) | null;
}

const cents = (money: number) => Math.round(money * 100) / 100;

/**
 * Values every buyer over the horizon, then finds the intervals of the best of them and of the sum.
 *
 * @returns null when cancelled
 */
export async function valued(
  by: Chosen,
  options: ReviewOptions,
  { progress, elsewhere, onValues }: Running,
): Promise<Values | null> {
  const { inputs, chosen, spend, tested } = by;
  const { summary, spanDays } = inputs;
  const outlook = outlookOf(by, options);
  const all = lifetimes(outlook);
  const rank = spend ? all.value : all.expected;
  const best = [...summary.x.keys()].sort((i, j) => rank[j]! - rank[i]! || i - j).slice(0, TOP);
  const { turn } = createPause(progress, 'value');
  const sd = periodSd(tested, options.horizonWeeks * 7, spanDays);
  const { seed } = options;
  const how = { seed, periodSd: sd, parameters: spend ? likelyParameters(outlook, seed) : [], turn };
  const task = rangesTask(chosen, outlook, all, best, how);
  // Begun before the total and awaited after it: both take about as long.
  const ranges = task && begin(elsewhere, 'ranges', task, progress.signal);
  if (spend) onValues({ buyers: summary.buyers, value: all.value });
  const interval = spend ? await totalInterval(outlook, all, how) : null;
  if (spend && !interval) return null;
  const intervals = ranges === null ? [] : await ranges();
  if (intervals === null) return null;
  const top = best.map((i, k) => {
    const own = intervals[k];
    return {
      buyer: summary.buyers[i]!,
      purchases: summary.x[i]! + 1,
      pAlive: all.pAlive[i]!,
      expected: all.expected[i]!,
      clv: spend ? cents(all.value[i]!) : null,
      interval: own ? ([cents(own[0]), cents(own[1])] as const) : null,
    };
  });
  const total = interval
    ? {
        value: cents(all.value.reduce((sum, v) => sum + v, 0)),
        interval: [cents(interval[0]), cents(interval[1])] as const,
        horizonWeeks: options.horizonWeeks,
      }
    : null;
  return {
    top,
    total,
    each: spend ? all.value : null,
    estimates: spend ? () => estimates(outlook, all, how) : null,
  };
}
