import type { AnswerFrame } from '../frame/orders';
import { Z95 } from '../numerics/normal';
import type { Interval } from '../review';

/** Net promoter score: share who would recommend (9–10) less share who would not (0–6), −100…100. */
export interface Recommendation {
  readonly answered: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly score: number;
  readonly interval: Interval;
}

/**
 * Net promoter score of answers 0–10 with a 95 % interval: of a difference of two shares of the same people,
 * with half a case added to each end and one to the middle, which keeps it honest for few answers.
 *
 * Source: A. Agresti & Y. Min, "Simple improved confidence intervals for comparing matched proportions",
 * Statistics in Medicine 24 (2005).
 *
 * @example netPromoter([10, 9, 8, 3])?.score // => 25
 * @example netPromoter([]) // => null
 */
export function netPromoter(answers: readonly number[]): Recommendation | null {
  const answered = answers.length;
  if (answered === 0) return null;
  const promoters = answers.filter((answer) => answer >= 9).length;
  const detractors = answers.filter((answer) => answer <= 6).length;
  const n = answered + 2;
  const [up, down] = [(promoters + 0.5) / n, (detractors + 0.5) / n];
  const half = Z95 * Math.sqrt((up + down - (up - down) ** 2) / n);
  return {
    answered,
    promoters,
    passives: answered - promoters - detractors,
    detractors,
    score: (100 * (promoters - detractors)) / answered,
    interval: [100 * Math.max(-1, up - down - half), 100 * Math.min(1, up - down + half)],
  };
}

/** The net promoter score of the return visits and lists in which "would you recommend us" was answered. */
export function recommendation(answers: AnswerFrame): Recommendation | null {
  return netPromoter([...(answers.recommend ?? [])].filter((answer) => !Number.isNaN(answer)));
}
