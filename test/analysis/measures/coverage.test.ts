import { difference } from '@analysis/findings/difference';
import { betaBinomialDifference, buyersPerSide } from '@analysis/measures/gift-test';
import { historiesOf } from '@analysis/measures/histories';
import { meanOf, wilson } from '@analysis/measures/intervals';
import { mannKendall } from '@analysis/measures/mann-kendall';
import { secondPurchase } from '@analysis/measures/survival';
import { theilSen } from '@analysis/measures/theil-sen';
import { dayEnd, MS_PER_DAY } from '@analysis/measures/wall-clock';
import { seededRandom } from '@analysis/numerics/random';
import { describe, expect, it } from 'vitest';
import { orderFrame } from './frames';

/** Simulated shops whose truth is known: a 95 % interval must hold it in 93–97 of 100. */
const SHOPS = 2_000;
const random = seededRandom(20_261_122);
const times = <Value>(n: number, make: (index: number) => Value) =>
  Array.from({ length: n }, (_, i) => make(i));
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const share = (holds: () => boolean) => times(SHOPS, holds).filter(Boolean).length / SHOPS;
const holds = (interval: readonly [number, number], truth: number) =>
  interval[0] <= truth && truth <= interval[1];
const between = (observed: number) => {
  expect(observed).toBeGreaterThanOrEqual(0.93);
  expect(observed).toBeLessThanOrEqual(0.97);
};

describe('intervals hold the truth as often as they say', () => {
  it('share of buyers who come back (Wilson)', () => {
    between(share(() => holds(wilson(times(150, random).filter((u) => u < 0.34).length, 150)!, 0.34)));
  });

  it('mean score (Student t), a dozen answers', () => {
    between(share(() => holds(meanOf(times(12, () => 4 + normal() / 2)).interval!, 4)));
  });

  it('difference between two groups of buyers (Newcombe)', () => {
    const group = (n: number, rate: number) => ({
      n,
      successes: times(n, random).filter((u) => u < rate).length,
    });
    between(share(() => holds(difference(group(60, 0.5), group(45, 0.3))!.interval, 0.2)));
  });

  it('slope of weekly means (Theil–Sen)', () => {
    const weeks = times(26, (week) => week);
    between(
      share(() =>
        holds(
          theilSen(
            weeks,
            weeks.map((week) => 4 - 0.02 * week + normal()),
          ).interval!,
          -0.02,
        ),
      ),
    );
  });

  it('share back by day 60, with buyers watched for unequal times (Kaplan–Meier)', () => {
    const end = dayEnd('2026-06-30');
    const truth = 1 - Math.exp(-60 / 90);
    between(
      share(() => {
        const rows = times(80, (index) => {
          const first = end - MS_PER_DAY * (5 + 175 * random());
          const second = first - 90 * MS_PER_DAY * Math.log(1 - random());
          return { index, first, second };
        });
        const frame = orderFrame([]);
        const all = rows.flatMap(({ index, first, second }) =>
          second < end
            ? [
                { index, time: first },
                { index, time: second },
              ]
            : [{ index, time: first }],
        );
        const histories = historiesOf({
          ...frame,
          count: all.length,
          buyers: rows.map(({ index }) => `b${index}`),
          buyer: Int32Array.from(all, ({ index }) => index),
          time: Float64Array.from(all, ({ time }) => time),
        });
        const point = secondPurchase(histories, end).curve.findLast(({ day }) => day <= 60)!;
        return holds([point.lo, point.hi], truth);
      }),
    );
  });
});

describe('tests raise a false alarm as seldom as they say', () => {
  it('Mann–Kendall on weeks without a trend', () => {
    const alarms = share(() => mannKendall(times(20, normal)).p! < 0.05);
    expect(alarms).toBeLessThanOrEqual(0.06);
    const tied = share(() => mannKendall(times(20, () => Math.round(2 * random()))).p! < 0.05);
    expect(tied).toBeLessThanOrEqual(0.065);
  });
});

describe('the sealed gift test', () => {
  const [base, effect] = [0.3, 0.1];
  const n = buyersPerSide(base, effect);
  /** In how many of the shops, each with as many buyers as the plan asks for, the interval leaves 0 out. */
  const seen = (rate: number, shops: number) => {
    const random = seededRandom(20_261_122);
    const arm = (share: number) => {
      let successes = 0;
      for (let i = 0; i < n; i += 1) successes += random() < share ? 1 : 0;
      return { n, successes };
    };
    let found = 0;
    for (let shop = 0; shop < shops; shop += 1)
      if (betaBinomialDifference(arm(rate), arm(base)).interval[0] > 0) found += 1;
    return found / shops;
  };

  it('with the buyers it asks for sees ten points four times in five', () => {
    const share = seen(base + effect, 60);
    expect(share).toBeGreaterThan(0.8 - 0.16);
    expect(share).toBeLessThan(0.8 + 0.16);
  });

  it('and hardly ever what is not there', () => {
    expect(seen(base, 60)).toBeLessThan(0.025 + 0.06);
  });
});
