import { expectedPurchases } from '@analysis/models/count-model';
import { type CountColumns, type CountGroups, groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { COUNT_MODELS } from '@analysis/models/models';
import { nbdLikelihood } from '@analysis/models/nbd';
import { seededRandom } from '@analysis/numerics/random';
import { drawBeta, drawGamma, drawGeometric, drawPoisson } from '@analysis/numerics/samplers';
import type { CountModel } from '@analysis/review';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cdnowCalibration } from './cdnow';

const MODELS = Object.keys(COUNT_MODELS) as CountModel[];

type Row = readonly [x: number, tx: number, T: number];
const columns = (rows: readonly Row[]): CountColumns => ({
  x: Float64Array.from(rows, (r) => r[0]),
  tx: Float64Array.from(rows, (r) => r[1]),
  T: Float64Array.from(rows, (r) => r[2]),
});
const grouped = (rows: readonly Row[]) => groupCounts(columns(rows)).groups;

/** Histories as shops have them: whole days in 20 years, several buyers alike. */
const history = fc
  .record({ x: fc.integer({ min: 0, max: 40 }), last: fc.integer({ min: 1, max: 7300 }), rest: fc.nat(2000) })
  .map(({ x, last, rest }): Row => (x === 0 ? [0, 0, (last + rest) / 7] : [x, last / 7, (last + rest) / 7]));
const shop = fc.array(history, { minLength: 1, maxLength: 60 });

describe.each(MODELS)('%s', (name) => {
  const rules = COUNT_MODELS[name];

  test('the gradient is the derivative of the log-likelihood', () => {
    const size = fc.double({ min: 0.1, max: 20, noNaN: true });
    fc.assert(
      fc.property(shop, fc.tuple(size, size, size, size), (rows, parameters) => {
        const groups = grouped(rows);
        const gradient = [0, 0, 0, 0];
        rules.logLikelihood(groups, parameters, gradient);
        parameters.forEach((p, i) => {
          const h = 1e-5 * p;
          const at = (v: number) =>
            rules.logLikelihood(
              groups,
              parameters.map((q, j) => (j === i ? v : q)),
              [0, 0, 0, 0],
            );
          const slope = (at(p + h) - at(p - h)) / (2 * h);
          const scale = Math.max(1, Math.abs(slope), Math.abs(at(p)) / p);
          expect(Math.abs(gradient[i]! - slope) / scale).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('order of rows and counting equal rows once change nothing', () => {
    fc.assert(
      fc.property(shop, fc.integer(), (rows, seed) => {
        const random = seededRandom(seed);
        const shuffled = rows
          .map((row) => [random(), row] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, row]) => row);
        expect(fitCounts(rules, grouped(shuffled))).toEqual(fitCounts(rules, grouped(rows)));
        const doubled = grouped([...rows, ...rows]);
        expect(doubled.x.length).toBe(grouped(rows).x.length);
        const parameters = [0.7, 5, 0.6, 3];
        const [once, twice] = [grouped(rows), doubled].map((g) =>
          rules.logLikelihood(g, parameters, [0, 0, 0, 0]),
        );
        expect(twice! / once!).toBeCloseTo(2, 10);
      }),
      { numRuns: 15 },
    );
  });

  test('days instead of weeks are the same fit', () => {
    const { x, tx, T } = cdnowCalibration();
    const weeks = fitCounts(rules, groupCounts({ x, tx, T }).groups);
    const inDays = (column: Float64Array) => column.map((t) => Math.round(t * 7));
    const days = fitCounts(rules, groupCounts({ x, tx: inDays(tx), T: inDays(T) }).groups);
    rules.parameters.forEach((parameter, i) => {
      const factor = rules.timeParameters.includes(parameter) ? 7 : 1;
      expect(days.parameters[i]! / weeks.parameters[i]! / factor).toBeCloseTo(1, 6);
      expect(days.errors[i]! / weeks.errors[i]! / factor).toBeCloseTo(1, 4);
    });
    expect(days.logLikelihood).toBeCloseTo(weeks.logLikelihood - 2457 * Math.log(7), 5);
  });

  test('any shop gets a finite fit no worse than the NBD’s limit, and finite predictions', () => {
    fc.assert(
      fc.property(shop, (rows) => {
        const groups = grouped(rows);
        const fit = fitCounts(rules, groups);
        expect([...fit.parameters, fit.logLikelihood].every(Number.isFinite)).toBe(true);
        if (groups.repeatPurchases > 0) expect(fit.gain).toBeGreaterThanOrEqual(0);
        for (const [x, tx, T] of rows) {
          const alive = rules.pAlive(fit.parameters, x, tx, T);
          expect(alive).toBeGreaterThanOrEqual(0);
          expect(alive).toBeLessThanOrEqual(1);
          const short = expectedPurchases(rules, fit.parameters, x, tx, T, 13);
          const long = expectedPurchases(rules, fit.parameters, x, tx, T, 52);
          expect(short).toBeGreaterThanOrEqual(0);
          // Both come from the same sums; where nobody buys again they agree but for rounding.
          expect(long).toBeGreaterThanOrEqual(short * (1 - 1e-9));
          expect(Number.isFinite(long)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  const hard: readonly (readonly [string, readonly Row[]])[] = [
    [
      'three buyers',
      [
        [0, 0, 10],
        [2, 5, 9],
        [1, 1, 30],
      ],
    ],
    ['everyone bought once', Array.from({ length: 50 }, (_, i): Row => [0, 0, i])],
    ['everything on the last day', Array.from({ length: 50 }, (): Row => [0, 0, 0])],
    [
      'one giant among one-time buyers',
      [[221, 103.42857, 103.57143], ...Array.from({ length: 99 }, (): Row => [0, 0, 100])],
    ],
    ['all alike', Array.from({ length: 80 }, (): Row => [3, 30, 39])],
    ['all bought to the last moment', Array.from({ length: 80 }, (_, i): Row => [1 + (i % 5), 39, 39])],
    ['all left at once', Array.from({ length: 80 }, (_, i): Row => [3 + (i % 3), 0.5, 400])],
    [
      'twenty years of daily purchases',
      [
        [7300, 1043, 1043],
        [0, 0, 1043],
        [1, 0.2, 1000],
        [520, 800, 1043],
      ],
    ],
    ['one buyer', [[4, 20, 21]]],
  ];
  test.each(hard)('%s: a labelled or converged fit, nothing thrown, no NaN', (_, rows) => {
    const fit = fitCounts(rules, grouped(rows));
    expect([...fit.parameters, fit.logLikelihood].every(Number.isFinite)).toBe(true);
    expect(fit.errors.every((e) => e === null || (Number.isFinite(e) && e >= 0))).toBe(true);
    for (const [x, tx, T] of rows.slice(0, 5)) {
      const expected = expectedPurchases(rules, fit.parameters, x, tx, T, 52);
      expect(Number.isFinite(expected)).toBe(true);
      expect(expected).toBeGreaterThanOrEqual(0);
    }
  });

  test('nobody came back: labelled, predicts next to nothing', () => {
    const fit = fitCounts(
      rules,
      grouped([
        [0, 0, 10],
        [0, 0, 3],
      ]),
    );
    expect(fit.boundary).toBe('no-repeats');
    expect(expectedPurchases(rules, fit.parameters, 0, 0, 10, 52)).toBeLessThan(1e-6);
  });

  test('a shop nobody leaves is fitted by the NBD limit, labelled, and predicts at the rates', () => {
    const groups = staying(1500, 11);
    const fit = fitCounts(rules, groups);
    const likely = nbdLikelihood(groups, fit.parameters[0]!, fit.parameters[1]!, [0, 0]);
    expect(fit.logLikelihood - likely).toBeLessThan(3);
    if (fit.boundary === 'no-churn') {
      expect(fit.logLikelihood).toBeCloseTo(likely, 6);
      expect(rules.pAlive(fit.parameters, 2, 3, 40)).toBe(1);
      const [r, alpha] = fit.parameters as [number, number];
      expect(expectedPurchases(rules, fit.parameters, 2, 3, 40, 10)).toBeCloseTo(
        ((r + 2) / (alpha + 40)) * 10,
        8,
      );
    }
  });
});

/** Buyers at rates Gamma(1.2, 8) who never leave, seen for 20 to 60 weeks. */
function staying(buyers: number, seed: number): CountGroups {
  const random = seededRandom(seed);
  return grouped(
    Array.from({ length: buyers }, (): Row => {
      const T = 20 + Math.floor(random() * 281) / 7;
      const x = drawPoisson(random, drawGamma(random, 1.2, 8) * T);
      let tx = 0;
      for (let i = 0; i < x; i += 1) tx = Math.max(tx, random() * T);
      return [x, tx, T];
    }),
  );
}

test('BG/NBD finds the parameters a shop was drawn from', () => {
  const random = seededRandom(5);
  const truth = [0.8, 6, 0.9, 3] as const;
  const rows = Array.from({ length: 6000 }, (): Row => {
    const T = 52 + Math.floor(random() * 52);
    const rate = drawGamma(random, truth[0], truth[1]);
    const most = drawGeometric(random, drawBeta(random, truth[2], truth[3]));
    let [x, tx, now] = [0, 0, 0];
    while (x < most) {
      now += -Math.log(1 - random()) / rate;
      if (now > T) break;
      x += 1;
      tx = now;
    }
    return [x, tx, T];
  });
  const fit = fitCounts(COUNT_MODELS.bgnbd, grouped(rows));
  expect(fit.converged).toBe(true);
  truth.forEach((value, i) => {
    expect(Math.abs(fit.parameters[i]! - value)).toBeLessThan(3.5 * fit.errors[i]!);
  });
});
