import { twoSidedP } from '../numerics/normal';
import type { Candidate, Findable } from './candidate';
import { linked } from './linked';
import { ordersBeside } from './looks';

const ROWS = { now: 'weekOrders', before: 'weekOrders:before' } as const;

/**
 * Orders of the week beside the week before. Two counts are told apart as Poisson counts (Przyborowski &
 * Wilenski 1940, normal approximation with continuity correction) whose variance is widened by how much this
 * shop's weeks usually differ; without a clear difference the sentence says so, and from how many on it would be one.
 */
export function weekFindings(findable: Findable): readonly Candidate[] {
  const { review, level } = findable;
  const beside = ordersBeside(review);
  if (beside === null) return [];
  const { now, before, dispersion } = beside;
  const p = chanceOfWeek(now, before, dispersion);
  const evidence = { now, before, n: now + before, p, dispersion, period: review.period };
  if (p >= level) {
    const { more, fewer } = newsFrom(before, dispersion, level);
    const key = fewer === null ? ('findings.week.sameMore' as const) : ('findings.week.same' as const);
    const said = linked(findable, key, { now, before, more, fewer: fewer ?? 0 }, ROWS);
    return [{ key: 'week.same', ...said, evidence, weight: 0.35 }];
  }
  const change = before === 0 ? 1 : Math.abs(now - before) / before;
  const key = now > before ? ('week.more' as const) : ('week.fewer' as const);
  const said = linked(findable, `findings.${key}`, { now, before }, ROWS);
  return [{ key, ...said, evidence, weight: 0.5 + Math.min(0.4, change) }];
}

/** Chance of two such weeks, or more different ones, where nothing has changed. */
export function chanceOfWeek(now: number, before: number, dispersion: number): number {
  if (now + before === 0) return 1;
  return twoSidedP(Math.max(0, Math.abs(now - before) - 1) / Math.sqrt(dispersion * (now + before)));
}

/**
 * From how many orders on, and down to how few, a week beside one of `before` would be more than chance; `fewer` is
 * null where even none at all would not be.
 *
 * @example newsFrom(40, 1, 0.05) // => { more: 61, fewer: 23 }
 */
export function newsFrom(
  before: number,
  dispersion: number,
  level: number,
): { readonly more: number; readonly fewer: number | null } {
  const isNews = (now: number) => chanceOfWeek(now, before, dispersion) < level;
  let more = before + 1;
  while (!isNews(more)) more += 1;
  let fewer = before - 1;
  while (fewer >= 0 && !isNews(fewer)) fewer -= 1;
  return { more, fewer: fewer < 0 ? null : fewer };
}
