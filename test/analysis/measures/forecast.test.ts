import { forecastSection, weeklyForecast } from '@analysis/measures/forecast';
import { trendOfSeries } from '@analysis/measures/trend';
import { addDays } from '@shared/calendar/day';
import { describe, expect, it } from 'vitest';
import { orderFrame } from './frames';

/** So many orders of 20 in each of the weeks that end on 2026-11-22, the last week last. */
function shop(weeks: readonly number[]) {
  return orderFrame(
    weeks.flatMap((count, week) =>
      Array.from({ length: count }, (_, k) => ({
        buyer: `b${k}`,
        at: addDays('2026-11-22', -7 * (weeks.length - 1 - week) - (k % 7)),
        paid: 20,
      })),
    ),
  );
}

describe('next week', () => {
  it('is the mean of the weeks whose rule came closest, with the range of past errors', () => {
    const steady = weeklyForecast([10, 12, 9, 11, 10, 12, 9, 11], 1)!;
    expect([steady.expected, steady.rule]).toEqual([10.5, 4]);
    expect(steady.interval[0]).toBeGreaterThan(3);
    expect(steady.interval[1]).toBeLessThan(22);
    // A shop that doubled for good is told by its last week.
    const doubled = weeklyForecast([10, 10, 10, 10, 10, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80], 1)!;
    expect([doubled.expected, doubled.rule]).toEqual([80, 1]);
    expect(weeklyForecast([1, 2, 3, 4, 5], 1)).toBeNull();
  });

  it('tells orders, revenue and how the last forecast did', () => {
    const told = forecastSection(shop([7, 8, 9, 8, 7, 8, 9, 8, 30]), '2026-11-22', 'CNY')!;
    expect(told.period).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(told.weeks).toBe(9);
    expect(told.last!.orders).toMatchObject({ expected: 8, actual: 30, inside: false });
    expect(told.last!.revenue.actual).toBe(600);
    expect(told.checked).toEqual({ weeks: 3, inside: 2 / 3 });
    expect(told.revenue.interval[0]).toBeLessThan(told.revenue.expected);
  });

  it('is not told from too few weeks, nor across a week without orders', () => {
    expect(forecastSection(shop([5, 5, 5, 5, 5]), '2026-11-22', 'CNY')).toBeNull();
    expect(forecastSection(shop([5, 5, 5, 5, 5, 5, 5, 0]), '2026-11-22', 'CNY')).toBeNull();
    expect(forecastSection(orderFrame([]), '2026-11-22', null)).toBeNull();
  });

  it('scales with the currency', () => {
    const one = weeklyForecast([100, 120, 90, 110, 100, 120], 10)!;
    const cents = weeklyForecast([10_000, 12_000, 9_000, 11_000, 10_000, 12_000], 1_000)!;
    expect(cents.interval.map((end) => end / 100)).toEqual(one.interval.map((end) => expect.closeTo(end, 9)));
  });
});

describe('a trend', () => {
  it('is named only when test and slope agree', () => {
    const weeks = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(trendOfSeries(weeks, [1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({ slope: 1, direction: 'up' });
    expect(trendOfSeries(weeks, [8, 7, 6, 5, 4, 3, 2, 1]).direction).toBe('down');
    expect(trendOfSeries(weeks, [3, 1, 4, 1, 5, 2, 2, 3]).direction).toBeNull();
    expect(
      trendOfSeries(
        weeks,
        weeks.map(() => 4),
      ).direction,
    ).toBeNull();
    expect(trendOfSeries([0, 1], [1, 2])).toEqual({ slope: null, interval: null, p: null, direction: null });
  });
});
