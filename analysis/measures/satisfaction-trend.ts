import type { Translate } from '@shared/i18n/translator';
import type { SatisfactionSection } from '../review';
import { mannKendall } from './mann-kendall';
import { weekNumber } from './satisfaction-weeks';
import { theilSen } from './theil-sen';

/** Weeks with answers below which no trend is computed. */
export const MIN_TREND_WEEKS = 5;
/** The change of the mean score that a shop would want to notice. */
export const WORTH_SEEING = 0.2;

/**
 * Trend of the weekly means: Mann–Kendall test and Theil–Sen slope. The verdict names a direction only when the
 * test and the slope's interval agree on one.
 */
export function trendOf(
  byWeek: SatisfactionSection['byWeek'],
  sd: number | null,
  t: Translate,
): SatisfactionSection['trend'] {
  const weeks = byWeek.length;
  if (weeks < MIN_TREND_WEEKS) {
    const verdict = t('review.trend.tooFew', { need: MIN_TREND_WEEKS, weeks });
    return { slopePerWeek: null, interval: null, p: null, verdict };
  }
  const numbers = byWeek.map((point) => weekNumber(point.week));
  const means = byWeek.map((point) => point.mean);
  const { slope, interval } = theilSen(numbers, means);
  const { p } = mannKendall(means);
  const span = numbers.at(-1)! - numbers[0]!;
  const sure = p !== null && p < 0.05 && interval !== null && interval[0] * interval[1] > 0;
  return {
    slopePerWeek: slope,
    interval,
    p,
    verdict: sure
      ? t(slope! > 0 ? 'review.trend.up' : 'review.trend.down', {
          change: Math.abs(slope! * span).toFixed(2),
          weeks: span + 1,
          p: p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`,
        })
      : noClearChange(span + 1, sd, t),
  };
}

function noClearChange(weeks: number, sd: number | null, t: Translate): string {
  const need = sd === null || sd === 0 ? null : answersToSee(WORTH_SEEING, sd, weeks);
  if (need === null) return t('review.trend.none', { weeks });
  return t('review.trend.noneNeed', { weeks, need, change: WORTH_SEEING });
}

/**
 * Answers a week needed to notice, four times in five, that the mean moved by `change` in a straight line over
 * `weeks` weeks, when single answers spread with standard deviation `sd`.
 *
 * @example answersToSee(0.2, 1, 12) // => 167
 */
export function answersToSee(change: number, sd: number, weeks: number): number {
  // Slope's standard error is sd ÷ √(n · Σ(t − mean t)²); 1.96 + 0.84 gives 5 % two-sided and 80 % power.
  const spread = (weeks * (weeks * weeks - 1)) / 12;
  const slope = change / (weeks - 1);
  return Math.ceil(((1.959964 + 0.841621) ** 2 * sd * sd) / (spread * slope * slope));
}
