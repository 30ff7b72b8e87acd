import type { OrderFrame } from '@analysis/frame/orders';
import { backtest } from '@analysis/models/backtest';
import { unitDays } from '@analysis/models/clv-inputs';
import { groupCounts } from '@analysis/models/counts';
import { coveredShare } from '@analysis/models/coverage';
import { holdoutCounts, purchaseDays, summarise } from '@analysis/models/summary';
import type { CountModel, Interval } from '@analysis/review';
import { type Day, dayFromNumber, dayNumber } from '@shared/calendar/day';

/** One cut: fitted on what came until then, compared with what came in the stretch after it. */
export interface RollingCut {
  readonly until: Day;
  readonly buyers: number;
  readonly actual: number;
  readonly predicted: number;
  /** ln(actual ÷ predicted): how far off the whole base was, in the same way up and down. */
  readonly error: number | null;
  /** Share of buyers whose purchases fell into their own 95 % interval. */
  readonly covered: number;
}

export interface RollingBacktest {
  readonly model: CountModel;
  readonly weeks: number;
  readonly cuts: readonly RollingCut[];
  /** Standard deviation of the errors over the cuts, from 0: what periods differ by beyond chance and fit. */
  readonly periodSd: number | null;
  readonly meanError: number | null;
  readonly coverage: { readonly nominal: 0.95; readonly observed: Interval | null };
}

export interface RollingOptions {
  readonly unit: 'day' | 'week';
  /** Length of what is predicted at each cut. */
  readonly weeks: number;
  readonly cuts: number;
  readonly seed: number;
}

const FEWEST_REPEAT_BUYERS = 30;

/**
 * The backtest repeated at several cuts, each predicting the stretch after it: one stretch may have been lucky,
 * and how much stretches differ is what an interval for the next one has to hold. Cuts with fewer than 30 repeat
 * buyers are left out; no cut left, no backtest. Half a dozen fits: for the closer look, not for every review.
 *
 * @param turn lets other work run; false from it stops, and the result is null
 */
export async function rollingBacktest(
  orders: OrderFrame,
  asOf: Day,
  model: CountModel,
  { unit, weeks, cuts, seed }: RollingOptions,
  turn: (part: number) => Promise<boolean> = async () => true,
): Promise<RollingBacktest | null> {
  const days = purchaseDays(orders, asOf);
  const end = dayNumber(asOf);
  const told: RollingCut[] = [];
  for (let back = cuts; back >= 1; back -= 1) {
    const cut = end - back * weeks * 7;
    if (!(await turn((cuts - back) / cuts))) return null;
    const summary = summarise(days, cut, unitDays(unit));
    const repeaters = summary.x.reduce((count, n) => count + (n > 0 ? 1 : 0), 0);
    if (repeaters < FEWEST_REPEAT_BUYERS) continue;
    const grouped = groupCounts(summary);
    const t = (weeks * 7) / unitDays(unit);
    const actual = holdoutCounts(days, summary, cut, cut + weeks * 7);
    const tested = await backtest(grouped, actual, t, [model]);
    if (tested === null) return null;
    const { predicted } = tested.scores[model]!;
    told.push({
      until: dayFromNumber(cut),
      buyers: grouped.groupOf.length,
      actual: tested.actual,
      predicted,
      error: tested.actual > 0 && predicted > 0 ? Math.log(tested.actual / predicted) : null,
      covered: coveredShare({ ...grouped, model, fit: tested.fits[model]!, actual, t, seed }),
    });
  }
  if (told.length === 0) return null;
  const errors = told.flatMap(({ error }) => error ?? []);
  const mean = (of: (error: number) => number) =>
    errors.length === 0 ? null : errors.reduce((sum, error) => sum + of(error), 0) / errors.length;
  const square = mean((error) => error * error);
  const covered = told.map((cut) => cut.covered);
  return {
    model,
    weeks,
    cuts: told,
    periodSd: square === null ? null : Math.sqrt(square),
    meanError: mean((error) => error),
    coverage: { nominal: 0.95, observed: [Math.min(...covered), Math.max(...covered)] },
  };
}
