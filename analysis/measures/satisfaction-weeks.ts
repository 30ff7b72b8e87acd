import { dayNumber } from '@shared/calendar/day';
import { isoWeek, mondayOfWeek } from '@shared/calendar/week';
import type { AnswerFrame } from '../frame/orders';
import type { Interval, SatisfactionSection } from '../review';
import type { WeekPoint } from './control-chart';
import { meanOf } from './intervals';
import { answerTime } from './select';
import { wallDay } from './wall-clock';

/** What a score can be. */
export const SCORE_RANGE: Interval = [1, 5];

/** The scores given, by ISO week of the answer, in time order. Answers without any date are in no week. */
export function scoresByWeek(answers: AnswerFrame): ReadonlyMap<string, readonly number[]> {
  const weeks = new Map<string, number[]>();
  for (let index = 0; index < answers.count; index++) {
    const score = answers.score[index]!;
    const time = answerTime(answers, index);
    if (Number.isNaN(score) || Number.isNaN(time)) continue;
    const week = isoWeek(wallDay(time));
    const list = weeks.get(week);
    if (list) list.push(score);
    else weeks.set(week, [score]);
  }
  return new Map([...weeks].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Mean per week with its t-interval (`null` bounds for a single answer). */
export function weeklyMeans(weeks: ReadonlyMap<string, readonly number[]>): SatisfactionSection['byWeek'] {
  return [...weeks].map(([week, scores]) => {
    const { n, mean, interval } = meanOf(scores, SCORE_RANGE);
    return { week, n, mean: mean!, lo: interval?.[0] ?? null, hi: interval?.[1] ?? null };
  });
}

/** Share of answers of 4 or 5 per week. */
export function weeklyShares(weeks: ReadonlyMap<string, readonly number[]>): readonly WeekPoint[] {
  return [...weeks].map(([week, scores]) => ({
    week,
    n: scores.length,
    value: scores.filter((score) => score >= 4).length / scores.length,
  }));
}

/** Weeks since 1970, so that a week without answers is a gap and not a step. @example weekNumber('1970-W01') // => 0 */
export function weekNumber(week: string): number {
  return (dayNumber(mondayOfWeek(week)) + 3) / 7;
}
