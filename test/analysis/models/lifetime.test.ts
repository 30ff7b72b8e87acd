import { backtest, lowest } from '@analysis/models/backtest';
import { groupCounts } from '@analysis/models/counts';
import { coveredShare } from '@analysis/models/coverage';
import { fitCounts } from '@analysis/models/fit-counts';
import { fitSpend, spendColumns } from '@analysis/models/gamma-gamma';
import { DISCOUNT_PER_DAY, lifetimes, type Outlook } from '@analysis/models/lifetime';
import { buyerIntervals, likelyParameters, totalInterval } from '@analysis/models/lifetime-intervals';
import { COUNT_MODELS } from '@analysis/models/models';
import { drawParameters } from '@analysis/models/parameter-draws';
import { holdoutCounts, purchaseDays } from '@analysis/models/summary';
import { seededRandom } from '@analysis/numerics/random';
import type { CountModel } from '@analysis/review';
import { dayNumber } from '@shared/calendar/day';
import { describe, expect, test } from 'vitest';
import { cdnowCalibration, cdnowPurchases, frameOf } from './cdnow';

const MODELS: readonly CountModel[] = ['bgnbd', 'mbgnbd', 'pnbd'];
const summary = cdnowCalibration();
const grouped = groupCounts(summary);
const [cut, end] = [dayNumber('1997-09-30'), dayNumber('1998-06-30')];

function outlook(name: CountModel): Outlook {
  return {
    rules: COUNT_MODELS[name],
    fit: fitCounts(COUNT_MODELS[name], grouped.groups),
    summary,
    grouped,
    spend: fitSpend(spendColumns(summary.x, summary.spend)),
    horizon: 39,
    discountPerUnit: DISCOUNT_PER_DAY * 7,
  };
}

describe('backtest on CDNOW, 39 weeks', async () => {
  const days = purchaseDays(frameOf(cdnowPurchases()), '1998-06-30');
  const actual = holdoutCounts(days, summary, cut, end);
  const result = (await backtest(grouped, actual, 39, MODELS))!;

  test('predicts what the literature predicts', () => {
    expect(result.actual).toBe(1882);
    expect(result.scores.bgnbd!.predicted).toBeCloseTo(1653.4, 1);
    expect(result.scores.bgnbd!.mae).toBeCloseTo(0.7855, 4);
    expect(result.scores.bgnbd!.rmse).toBeCloseTo(1.608, 4);
    expect(result.scores.pnbd!.predicted).toBeCloseTo(1665.5, 1);
    expect(result.scores.pnbd!.mae).toBeCloseTo(0.7545, 4);
    expect(result.scores.pnbd!.rmse).toBeCloseTo(1.6028, 4);
    expect(result.scores.sameRate!.predicted).toBeCloseTo(2930, 0);
    expect(result.scores.nothing!.predicted).toBe(0);
  });

  test('chooses the model with the lowest errors together', () => {
    expect(result.best).toBe('pnbd');
  });

  test('intervals of single buyers cover at least what they promise', () => {
    const model = result.best!;
    const share = coveredShare({ ...grouped, model, fit: result.fits[model]!, actual, t: 39, seed: 1 });
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(1);
  });

  test('the calibration table holds every buyer and adds up to the totals', () => {
    const total = (of: (row: (typeof result.calibration)[number]) => number) =>
      result.calibration.reduce((sum, row) => sum + row.buyers * of(row), 0);
    expect(result.calibration.map((row) => row.x)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(total(() => 1)).toBe(2357);
    expect(total((row) => row.actual)).toBeCloseTo(1882, 6);
    expect(total((row) => row.predicted.pnbd!)).toBeCloseTo(result.scores.pnbd!.predicted, 6);
  });

  test('stops when told to', async () => {
    expect(await backtest(grouped, actual, 39, MODELS, async () => false)).toBeNull();
  });
});

test('equal scores go to the model named first', () => {
  const same = { predicted: 5, mae: 1, rmse: 2 };
  expect(lowest(['mbgnbd', 'bgnbd'], { mbgnbd: same, bgnbd: same })).toBe('mbgnbd');
  expect(lowest([], {})).toBeNull();
});

describe.each(MODELS)('values from %s', (name) => {
  const look = outlook(name);
  const values = lifetimes(look);
  let usual: readonly [number, number] = [0, 0];

  test('discounting takes off what 10 % a year takes off, and nothing when it is 0', () => {
    const plain = lifetimes({ ...look, discountPerUnit: 0 });
    expect(plain.discount).toBe(1);
    expect(values.discount).toBeGreaterThan(0.95);
    expect(values.discount).toBeLessThan(0.98);
  });

  test('simulated futures have the expected number of purchases', () => {
    const random = seededRandom(77);
    const parameters = look.fit.parameters;
    let [drawn, expected] = [0, 0];
    for (let i = 0; i < summary.x.length; i += 1) {
      expected += 20 * values.expected[i]!;
      for (let k = 0; k < 20; k += 1) {
        if (random() >= values.pAlive[i]!) continue;
        drawn += look.rules.drawFuture(random, parameters, summary.x[i]!, summary.T[i]!, 39, 1);
      }
    }
    expect(Math.abs(drawn / expected - 1)).toBeLessThan(0.02);
  });

  test('the interval of the total holds the value and is wider the more periods differ', async () => {
    const total = values.value.reduce((sum, v) => sum + v, 0);
    const calm = (await totalInterval(look, values, {
      seed: 4,
      parameters: likelyParameters(look, 4),
      periodSd: 0,
    }))!;
    usual = (await totalInterval(look, values, {
      seed: 4,
      parameters: likelyParameters(look, 4),
      periodSd: 0.2,
    }))!;
    for (const [lo, hi] of [calm, usual]) {
      expect(lo).toBeLessThan(total);
      expect(hi).toBeGreaterThan(total);
    }
    expect(usual[1] - usual[0]).toBeGreaterThan(1.5 * (calm[1] - calm[0]));
  });

  test('what calibration buyers really spent lies inside; the same seed gives the same interval', async () => {
    const ids = new Set(summary.buyers);
    const spent = cdnowPurchases()
      .filter((p) => ids.has(p.buyer) && dayNumber(p.day) > cut)
      .reduce((sum, p) => sum + p.amount, 0);
    const [lo, hi] = (await totalInterval(look, values, {
      seed: 4,
      parameters: likelyParameters(look, 4),
      periodSd: 0.2,
    }))!;
    expect([lo, hi]).toEqual([...usual]);
    expect(spent * values.discount).toBeGreaterThan(lo);
    expect(spent * values.discount).toBeLessThan(hi);
  });

  test('intervals of single buyers hold their value', () => {
    const chosen = [0, 100, 500];
    buyerIntervals(look, values, chosen, {
      seed: 2,
      parameters: likelyParameters(look, 2),
      periodSd: 0.1,
    }).forEach(([lo, hi], k) => {
      expect(lo).toBeGreaterThanOrEqual(0);
      expect(lo).toBeLessThanOrEqual(values.value[chosen[k]!]!);
      expect(hi).toBeGreaterThanOrEqual(lo);
    });
  });
});

test('parameter draws spread as the standard errors say', () => {
  const { rules, fit } = outlook('bgnbd');
  const draws = drawParameters(rules, fit, grouped.groups, 4000, seededRandom(8));
  const logs = draws.map((p) => Math.log(p[0]!));
  const mean = logs.reduce((sum, v) => sum + v, 0) / logs.length;
  const sd = Math.sqrt(logs.reduce((sum, v) => sum + (v - mean) ** 2, 0) / logs.length);
  expect(sd / (fit.errors[0]! / fit.parameters[0]!)).toBeCloseTo(1, 1);
});

test('without amounts there is no value and no interval', async () => {
  const look = { ...outlook('bgnbd'), spend: null };
  const values = lifetimes(look);
  expect(values.value.every(Number.isNaN)).toBe(true);
  expect(values.expected.every(Number.isFinite)).toBe(true);
  expect(
    await totalInterval(look, values, { seed: 1, parameters: likelyParameters(look, 1), periodSd: 0.1 }),
  ).toBeNull();
});
