import { pChartSignals, xmrSignals } from '@analysis/measures/control-chart';
import { meanOf, wilson } from '@analysis/measures/intervals';
import { mannKendall } from '@analysis/measures/mann-kendall';
import { t95 } from '@analysis/measures/student-t';
import { theilSen } from '@analysis/measures/theil-sen';
import { normalTail } from '@analysis/numerics/normal';
import { describe, expect, it } from 'vitest';

describe('distributions', () => {
  it('agrees with the tables of the normal distribution, far tail included', () => {
    expect(normalTail(1)).toBeCloseTo(0.15865525393145707, 14);
    expect(normalTail(3)).toBeCloseTo(0.0013498980316300933, 14);
    expect(normalTail(6) / 9.865876450376946e-10).toBeCloseTo(1, 9);
    expect(normalTail(-1)).toBeCloseTo(0.8413447460685429, 14);
  });

  it("agrees with the tables of Student's t", () => {
    const table = [
      [1, 12.706205],
      [2, 4.302653],
      [3, 3.182446],
      [4, 2.776445],
      [5, 2.570582],
      [9, 2.262157],
      [30, 2.042272],
      [120, 1.97993],
      [10_000, 1.960201],
    ] as const;
    for (const [df, value] of table) expect(Math.abs(t95(df) - value)).toBeLessThan(2e-4);
  });
});

describe('intervals', () => {
  it('keeps a share inside 0…1 and is exact at the edges', () => {
    expect(wilson(0, 20)![0]).toBe(0);
    expect(wilson(20, 20)![1]).toBe(1);
    // Newcombe (1998), 81 of 263 and 15 of 148.
    expect(wilson(81, 263)!.map((x) => Number(x.toFixed(4)))).toEqual([0.2553, 0.3662]);
    expect(wilson(15, 148)!.map((x) => Number(x.toFixed(4)))).toEqual([0.0624, 0.1605]);
  });

  it('keeps a mean score on its scale', () => {
    expect(meanOf([5, 5, 4], [1, 5]).interval![1]).toBe(5);
    expect(meanOf([]).mean).toBeNull();
  });
});

describe('Mann–Kendall and Theil–Sen', () => {
  it('corrects the variance for ties (Kendall 1975)', () => {
    const { s, variance, p } = mannKendall([1, 1, 2, 2, 3, 3, 3, 4, 5, 6, 6, 7]);
    // n = 12: (12·11·29 − 2·1·9·3 − 3·2·11) / 18, three pairs and one triple of equal values.
    expect(variance).toBeCloseTo((3828 - 54 - 66) / 18, 12);
    expect(s).toBe(60);
    expect(p).toBeLessThan(0.001);
  });

  it('is exact for short series and finds nothing in a flat one', () => {
    expect(mannKendall([1, 2, 3, 4]).p).toBeCloseTo(2 / 24, 12);
    expect(mannKendall([2, 1, 4, 3]).p).toBeCloseTo(18 / 24, 12);
    expect(mannKendall([4, 4, 4, 4, 4]).p).toBe(1);
  });

  it('lets one odd week pass and honours gaps in x', () => {
    expect(theilSen([0, 1, 2, 3, 4, 5], [1, 2, 3, 40, 5, 6]).slope).toBe(1);
    expect(theilSen([0, 1, 5], [0, 1, 5]).slope).toBe(1);
    expect(theilSen([3], [1])).toEqual({ slope: null, interval: null });
  });
});

describe('control charts', () => {
  const points = (values: readonly number[], n = 50) =>
    values.map((value, index) => ({ week: `2026-W${10 + index}`, n, value }));

  it('marks a week outside the natural range and leaves ordinary ones alone', () => {
    const usual = [4.5, 4.4, 4.6, 4.5, 4.4, 4.6, 4.5, 4.4, 4.6, 4.5];
    expect(xmrSignals(points(usual))).toEqual([]);
    const signals = xmrSignals(points([...usual, 3.4]));
    expect(signals.map(({ week, kind }) => [week, kind])).toEqual([['2026-W20', 'below']]);
  });

  it('marks the eighth week in a row on one side, once', () => {
    const usual = [4.0, 4.2, 4.0, 4.2, 4.0, 4.2, 4.0, 4.2, 4.0, 4.2, 4.0, 4.2];
    const values = [...usual, 4.5, 4.4, 4.5, 4.4, 4.5, 4.4, 4.5, 4.4, 4.5];
    expect(xmrSignals(points(values)).filter(({ kind }) => kind === 'run-above')).toHaveLength(1);
  });

  it('judges a share only where enough answers stand behind it', () => {
    const shares = [0.9, 0.88, 0.91, 0.9, 0.89, 0.9, 0.92, 0.5];
    expect(pChartSignals(points(shares, 100)).map(({ kind }) => kind)).toEqual(['share-below']);
    expect(pChartSignals(points(shares, 10))).toEqual([]);
    expect(pChartSignals(points(shares.slice(0, 7), 100))).toEqual([]);
  });
});
