import { addDays, type Day } from '@shared/calendar/day';
import { isoWeek, mondayOfWeek } from '@shared/calendar/week';
import type { Book } from '@shared/records/book';
import type { Frozen } from '@shared/records/freeze-file';
import {
  AIMS,
  type Aim,
  NO_WORK,
  type Resolution,
  readWork,
  type WeekWork,
  workKey,
} from '@shared/records/week-work';
import { MONEY_SCALE, type OrderFrame } from '../../frame/orders';
import type { Expectation, ForecastSection, Looked } from '../../measures/forecast';
import { decimals, roundTo } from '../../measures/money';
import { dayEnd, dayStart } from '../../measures/wall-clock';
import type { Review } from '../../review';
import { aimValue } from './aims';

/** A decision of the earlier week with its number then and now. */
export interface SinceDecision extends Resolution {
  readonly now: number | null;
}

/** One number then and now, from the numbers put away. */
export interface SinceNumber {
  readonly aim: Aim;
  readonly was: number;
  readonly now: number;
}

/** What has become of the week before: its decisions, its numbers, its forecast. */
export interface SinceLast {
  readonly week: string;
  /** When that week was put away, ISO 8601; `null` where only its decisions were written. */
  readonly frozenAt: string | null;
  readonly program: string | null;
  readonly decisions: readonly SinceDecision[];
  readonly numbers: readonly SinceNumber[];
  /** What was expected then of the days that have passed since, and what came; `null` while they are not over. */
  readonly forecast: {
    readonly period: { readonly from: Day; readonly to: Day };
    readonly orders: Looked;
    readonly revenue: Looked;
  } | null;
}

/** Weeks put away that a review can look back on: those of the book and those given as files. */
export function frozenWeeks(book: Book | null, files: readonly Frozen[]): readonly Frozen[] {
  const kept = (book?.freezes ?? []).filter(({ deleted }) => !deleted);
  return [...kept, ...files].sort((a, b) =>
    a.week === b.week ? (a.takenAt < b.takenAt ? 1 : -1) : a.week < b.week ? 1 : -1,
  );
}

/** What was written in a week, as the book keeps it. */
export function workOfBook(book: Book | null, week: string): WeekWork {
  const stored = book?.settings.find(({ key, deleted }) => !deleted && key === workKey(week));
  if (stored) return readWork(stored.value);
  const old = book?.settings.find(({ key, deleted }) => !deleted && key === 'decisions')?.value;
  const lines = typeof old === 'object' && old !== null ? (old as Record<string, unknown>)[week] : undefined;
  return lines === undefined ? NO_WORK : readWork(lines);
}

/**
 * The week before beside this one: the newest week put away before it, else what was decided in the week just
 * before. `null` where there is neither.
 *
 * @param orders of this review, to tell what came of the forecast
 */
export function sinceLast(
  review: Omit<Review, 'findings'>,
  book: Book | null,
  files: readonly Frozen[],
  orders: OrderFrame,
): SinceLast | null {
  const week = review.period.isoWeek;
  const last = frozenWeeks(book, files).find((one) => one.week < week) ?? null;
  const before = last?.week ?? isoWeek(addDays(mondayOfWeek(week), -7));
  // Ticks are made after the week was put away: where the book has them it knows more.
  const written = workOfBook(book, before);
  const frozen = last === null ? NO_WORK : readWork({ decisions: last.decisions });
  const decided = (written.decisions.length > 0 ? written : frozen).decisions.filter(
    ({ text }) => text !== '',
  );
  if (last === null && decided.length === 0) return null;
  const earlier = last === null ? null : reviewOf(last);
  return {
    week: before,
    frozenAt: last?.takenAt ?? null,
    program: last?.program ?? null,
    decisions: decided.map((one) => ({ ...one, now: one.aim === null ? null : aimValue(review, one.aim) })),
    numbers: earlier === null ? [] : numbersOf(earlier, review),
    forecast: earlier?.forecast ? cameOf(earlier.forecast, review, orders) : null,
  };
}

/** The review inside a week put away, where it is one of ours. */
export function reviewOf({ review }: Pick<Frozen, 'review'>): Review | null {
  const ours =
    typeof review === 'object' && review !== null && 'schema' in review && review.schema === 'review/1';
  return ours ? (review as unknown as Review) : null;
}

function numbersOf(then: Review, now: Omit<Review, 'findings'>): readonly SinceNumber[] {
  // Amounts in two currencies stand side by side as nothing.
  const sameMoney = then.currency === now.currency;
  return AIMS.flatMap((aim) => {
    const [first, second] = [aimValue(then, aim), aimValue(now, aim)];
    const money = aim === 'revenue' || aim === 'owed' || aim === 'giftCost';
    if (first === null || second === null || (money && !sameMoney)) return [];
    return [{ aim, was: first, now: second }];
  });
}

function cameOf(
  told: ForecastSection,
  { asOf, currency }: Pick<Review, 'asOf' | 'currency'>,
  orders: OrderFrame,
): SinceLast['forecast'] {
  const { from, to } = told.period;
  if (to > asOf) return null;
  const [start, end] = [dayStart(from), dayEnd(to)];
  let [count, revenue] = [0, 0];
  for (let index = 0; index < orders.count; index += 1) {
    const time = orders.time[index]!;
    if (time < start || time >= end) continue;
    count += 1;
    revenue += orders.paid[index]! - orders.refund[index]!;
  }
  const paid = roundTo(revenue / MONEY_SCALE, decimals(currency));
  const looked = (said: Expectation, actual: number): Looked => ({
    ...said,
    actual,
    inside: actual >= said.interval[0] && actual <= said.interval[1],
  });
  return { period: { from, to }, orders: looked(told.orders, count), revenue: looked(told.revenue, paid) };
}
