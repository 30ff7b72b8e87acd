import { satisfactionSection } from '@analysis/measures/satisfaction';
import { answersToSee } from '@analysis/measures/satisfaction-trend';
import { addDays } from '@shared/calendar/day';
import { translator } from '@shared/i18n/index';
import { describe, expect, it } from 'vitest';
import { type AnswerRow, answerFrame } from './frames';

const t = translator('en');
const monday = (week: number) => addDays('2026-01-05', 7 * week);

/** `perWeek` answers a week whose scores go round a short list, so that every week has the same mean. */
function steady(weeks: number, scores: readonly number[]): AnswerRow[] {
  return Array.from({ length: weeks }, (_, week) =>
    scores.map((score) => ({ asked: monday(week), answered: addDays(monday(week), 1), score })),
  ).flat();
}

describe('satisfaction', () => {
  it('puts the response rate beside the mean and counts the silent', () => {
    const section = satisfactionSection(
      answerFrame([
        { asked: '2026-01-05', answered: '2026-01-06', score: 5 },
        { asked: '2026-01-05', answered: '2026-01-07', score: 4 },
        { asked: '2026-01-05' },
        { asked: '2026-01-06' },
      ]),
      t,
    )!;
    expect(section).toMatchObject({ asked: 4, answered: 2, responseRate: 0.5, mean: 4.5 });
    expect(section.byWeek).toEqual([{ week: '2026-W02', n: 2, mean: 4.5, lo: 1, hi: 5 }]);
    expect(section.trend).toMatchObject({ slopePerWeek: null, p: null });
    expect(section.trend.verdict).toContain('Too early');
  });

  it('has no response rate for reviews nobody asked for', () => {
    const section = satisfactionSection(answerFrame([{ answered: '2026-01-06', score: 5 }]), t)!;
    expect(section).toMatchObject({ asked: 0, answered: 1, responseRate: null, interval: null });
  });

  it('groups by the ISO week of the answer, over the turn of the year', () => {
    const section = satisfactionSection(
      answerFrame([
        { asked: '2026-12-20', answered: '2027-01-03', score: 3 },
        { asked: '2026-12-20', answered: '2027-01-04', score: 5 },
      ]),
      t,
    )!;
    expect(section.byWeek.map(({ week }) => week)).toEqual(['2026-W53', '2027-W01']);
  });

  it('sees a real decline and says how much', () => {
    const rows = Array.from({ length: 12 }, (_, week) =>
      [5, 4, 5, 4].map((score, index) => ({
        answered: addDays(monday(week), index),
        score: Math.max(1, score - (week >= 4 ? 1 : 0) - (week >= 8 ? 1 : 0) - (week % 4 === index ? 1 : 0)),
      })),
    ).flat();
    const { trend } = satisfactionSection(answerFrame(rows), t)!;
    expect(trend.slopePerWeek).toBeLessThan(0);
    expect(trend.p).toBeLessThan(0.05);
    expect(trend.verdict).toMatch(/^Falling/);
  });

  it('names no direction without one, and says what it would take to see it', () => {
    const { trend, signals } = satisfactionSection(answerFrame(steady(10, [5, 4, 3, 5])), t)!;
    expect(trend).toMatchObject({ slopePerWeek: 0, p: 1 });
    expect(trend.verdict).toContain('No clear change over 10 weeks');
    expect(trend.verdict).toMatch(/about [\d,]+ answers a week/);
    expect(signals).toEqual([]);
  });

  it('marks the week in which something happened', () => {
    const rows = steady(12, [5, 5, 4, 5, 5, 4]).map((row) =>
      row.answered === addDays(monday(9), 1) ? { ...row, score: 2 } : row,
    );
    // Two ordinary weeks differ a little, as real ones do.
    rows[1] = { ...rows[1]!, score: 4 };
    rows[20] = { ...rows[20]!, score: 4 };
    const { signals } = satisfactionSection(answerFrame(rows), t)!;
    expect(signals.map(({ week, kind }) => [week, kind])).toEqual([['2026-W11', 'below']]);
    expect(signals[0]!.text).toContain('2026-W11');
  });

  it('asks for fewer answers a week the longer the stretch', () => {
    expect(answersToSee(0.2, 1, 26)).toBeLessThan(answersToSee(0.2, 1, 8));
  });
});
