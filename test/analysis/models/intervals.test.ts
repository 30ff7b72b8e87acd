import { bootstrapFits, resampledWeights } from '@analysis/models/bootstrap';
import { groupCounts } from '@analysis/models/counts';
import { countRange } from '@analysis/models/coverage';
import { fitCounts } from '@analysis/models/fit-counts';
import { COUNT_MODELS } from '@analysis/models/models';
import { logInterval, profileIntervals } from '@analysis/models/parameter-intervals';
import { seededRandom } from '@analysis/numerics/random';
import type { CountModel } from '@analysis/review';
import { describe, expect, test } from 'vitest';
import { cdnowCalibration, cdnowPurchases, frameOf } from './cdnow';
import { rollingBacktest } from './rolling-backtest';

const { groups } = groupCounts(cdnowCalibration());
const bgnbd = COUNT_MODELS.bgnbd;
const fit = fitCounts(bgnbd, groups);

describe('bootstrap', () => {
  test('draws as many buyers as there are, rows in proportion to their buyers', () => {
    const weight = resampledWeights(groups, seededRandom(3));
    expect(weight.reduce((sum, w) => sum + w, 0)).toBe(2357);
    const largest = groups.weight.indexOf(Math.max(...groups.weight));
    expect(Math.abs(weight[largest]! / groups.weight[largest]! - 1)).toBeLessThan(0.5);
  });

  test('spreads about as the standard errors say', () => {
    const fits = bootstrapFits(bgnbd, groups, fit, 300, seededRandom(9));
    const logs = fits.map(([r]) => Math.log(r!));
    const mean = logs.reduce((sum, v) => sum + v, 0) / logs.length;
    const sd = Math.sqrt(logs.reduce((sum, v) => sum + (v - mean) ** 2, 0) / logs.length);
    expect(sd / (fit.errors[0]! / fit.parameters[0]!)).toBeGreaterThan(0.8);
    expect(sd / (fit.errors[0]! / fit.parameters[0]!)).toBeLessThan(1.25);
    expect(mean).toBeCloseTo(Math.log(fit.parameters[0]!), 1);
    expect(fits).toEqual(bootstrapFits(bgnbd, groups, fit, 300, seededRandom(9)));
  });

  test('a refit is the fit to the drawn buyers', () => {
    const random = seededRandom(21);
    const weight = resampledWeights(groups, random);
    const sum = (of: (i: number) => number) => weight.reduce((all, w, i) => all + w * of(i), 0);
    const whole = fitCounts(bgnbd, {
      ...groups,
      weight,
      buyers: sum(() => 1),
      repeatPurchases: sum((i) => groups.x[i]!),
    });
    const [quick] = bootstrapFits(bgnbd, groups, fit, 1, seededRandom(21));
    whole.parameters.forEach((value, i) => {
      expect(quick![i]! / value).toBeCloseTo(1, 3);
    });
  });

  test('on a boundary still fits', () => {
    const alike = groupCounts({
      x: new Float64Array(60).fill(3),
      tx: new Float64Array(60).fill(30),
      T: new Float64Array(60).fill(39),
    }).groups;
    const fits = bootstrapFits(bgnbd, alike, fitCounts(bgnbd, alike), 5, seededRandom(1));
    expect(fits.flat().every(Number.isFinite)).toBe(true);
  });
});

describe('intervals of parameters', () => {
  test('profile and log-scale agree where the likelihood is well shaped', () => {
    const profile = profileIntervals(bgnbd, groups, fit);
    // r and α of CDNOW are known to 5 and 9 %.
    for (const at of [0, 1]) {
      const [lo, hi] = logInterval(fit.parameters[at]!, fit.errors[at]!)!;
      expect(profile[at]![0] / lo).toBeCloseTo(1, 2);
      expect(profile[at]![1]! / hi).toBeCloseTo(1, 2);
    }
  });

  test('at the ends of a profile the best likelihood is 1.92 lower', () => {
    const [, , a] = profileIntervals(bgnbd, groups, fit);
    for (const end of a as readonly [number, number]) {
      const held = {
        ...bgnbd,
        logLikelihood: (...[rows, p, gradient]: Parameters<typeof bgnbd.logLikelihood>) => {
          const value = bgnbd.logLikelihood(rows, [p[0]!, p[1]!, end, p[3]!], gradient);
          gradient[2] = 0;
          return value;
        },
      };
      const best = fitCounts(held, groups, fit.parameters);
      expect(fit.logLikelihood - best.logLikelihood).toBeCloseTo(1.9207, 2);
    }
  });

  test('on a boundary there are none', () => {
    expect(profileIntervals(bgnbd, groups, { ...fit, boundary: 'no-churn' })).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(logInterval(0, 1)).toBeNull();
  });
});

describe.each(Object.keys(COUNT_MODELS) as CountModel[])('chances of %s', (name) => {
  const rules = COUNT_MODELS[name];
  const { parameters } = fitCounts(rules, groups);

  test.each([
    [0, 0, 38],
    [2, 30, 38],
    [40, 37, 38],
  ])('of x %s, last %s, age %s are those of simulated futures', (x, tx, T) => {
    const chances = new Float64Array(400);
    rules.addChancesIfAlive(chances, 1, parameters, x, T, 39);
    const random = seededRandom(17);
    const rounds = 20_000;
    const counts = Array.from({ length: rounds }, () => rules.drawFuture(random, parameters, x, T, 39, 1));
    for (const least of [1, 2, 5, 20, 40]) {
      const share = counts.filter((n) => n >= least).length / rounds;
      expect(Math.abs(chances[least - 1]! - share)).toBeLessThan(4 * Math.sqrt(0.25 / rounds));
    }
    // The mean of a count is the sum of the chances of at least 1, 2, 3 …
    const mean = chances.reduce((sum, chance) => sum + chance, 0);
    expect(mean / rules.expectedIfAlive(parameters, x, T, 39)).toBeCloseTo(1, 3);
    const [lo, hi] = countRange(rules, [parameters], x, tx, T, 39);
    expect(lo).toBeLessThanOrEqual(hi);
  });

  test('a buyer of thousands of purchases has a range too', () => {
    const [lo, hi] = countRange(rules, [parameters], 9000, 199.99, 200, 39);
    expect(lo).toBeLessThan(hi);
    expect(Number.isFinite(hi)).toBe(true);
  });
});

describe('rolling backtest', () => {
  const orders = frameOf(cdnowPurchases());
  const options = { unit: 'week', weeks: 13, cuts: 4, seed: 1 } as const;

  test('predicts every stretch from what came before it', async () => {
    const result = (await rollingBacktest(orders, '1998-06-30', 'bgnbd', options))!;
    expect(result.cuts.map(({ until }) => until)).toEqual([
      '1997-07-01',
      '1997-09-30',
      '1997-12-30',
      '1998-03-31',
    ]);
    for (const { predicted, actual, error, covered, buyers } of result.cuts) {
      expect(buyers).toBe(2357);
      expect(predicted).toBeGreaterThan(0);
      expect(error).toBeCloseTo(Math.log(actual / predicted), 12);
      expect(covered).toBeGreaterThan(0.93);
    }
    expect(result.periodSd).toBeGreaterThan(0.02);
    expect(result.periodSd).toBeLessThan(0.5);
  });

  test('has nothing to say without repeat buyers, and stops when told to', async () => {
    expect(await rollingBacktest(frameOf([]), '1998-06-30', 'bgnbd', options)).toBeNull();
    expect(await rollingBacktest(orders, '1998-06-30', 'bgnbd', options, async () => false)).toBeNull();
  });
});
