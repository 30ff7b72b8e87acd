import { twoSidedP } from '../numerics/normal';
import type { Candidate, Findable } from './candidate';

/** Orders of both weeks together from which a change could be told at all. */
const FEWEST_ORDERS = 10;

/**
 * Orders of the week beside the week before. Two counts are told apart as Poisson counts (Przyborowski &
 * Wilenski 1940, normal approximation with continuity correction) whose variance is widened by how much this
 * shop's weeks usually differ; without a clear difference the sentence says so.
 */
export function weekFindings({ review, t }: Findable): readonly Candidate[] {
  const row = review.week?.rows.find((one) => one.key === 'orders');
  if (!row || row.before === null || row.now + row.before < FEWEST_ORDERS) return [];
  const { now, before } = row;
  const dispersion = row.dispersion ?? 1;
  const z = Math.max(0, Math.abs(now - before) - 1) / Math.sqrt(dispersion * (now + before));
  const p = twoSidedP(z);
  const evidence = { now, before, n: now + before, p, dispersion, period: review.period };
  if (p >= 0.05) {
    return [{ key: 'week.same', text: t('findings.week.same', { now, before }), evidence, weight: 0.35 }];
  }
  const change = before === 0 ? 1 : Math.abs(now - before) / before;
  const key = now > before ? ('week.more' as const) : ('week.fewer' as const);
  return [
    { key, text: t(`findings.${key}`, { now, before }), evidence, weight: 0.5 + Math.min(0.4, change) },
  ];
}
