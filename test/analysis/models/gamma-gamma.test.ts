import {
  expectedSpend,
  fitSpend,
  spendColumns,
  spendLikelihood,
  spendSums,
} from '@analysis/models/gamma-gamma';
import { seededRandom } from '@analysis/numerics/random';
import { drawGamma } from '@analysis/numerics/samplers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const fitOf = (rows: readonly (readonly [x: number, mean: number])[]) =>
  fitSpend(
    spendColumns(
      Float64Array.from(rows, (r) => r[0]),
      Float64Array.from(rows, (r) => r[1]),
    ),
  );

const buyer = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.01, max: 200_000, noNaN: true }));

test('the gradient is the derivative of the log-likelihood', () => {
  const size = fc.double({ min: 0.3, max: 20, noNaN: true });
  fc.assert(
    fc.property(fc.array(buyer, { minLength: 2, maxLength: 20 }), fc.tuple(size, size, size), (rows, at) => {
      const columns = spendSums(
        spendColumns(
          Float64Array.from(rows, (r) => r[0]),
          Float64Array.from(rows, (r) => r[1]),
        ),
      );
      const gradient = [0, 0, 0];
      spendLikelihood(columns, at, gradient);
      at.forEach((p, i) => {
        const h = 1e-5 * p;
        const value = (v: number) =>
          spendLikelihood(
            columns,
            at.map((q, j) => (j === i ? v : q)) as [number, number, number],
            [0, 0, 0],
          );
        const slope = (value(p + h) - value(p - h)) / (2 * h);
        const scale = Math.max(1, Math.abs(slope), Math.abs(value(p)) / p);
        expect(Math.abs(gradient[i]! - slope) / scale).toBeLessThan(1e-4);
      });
    }),
    { numRuns: 40 },
  );
});

test('any amounts give a finite fit; expected spend is positive and finite', () => {
  fc.assert(
    fc.property(fc.array(buyer, { maxLength: 40 }), (rows) => {
      const fit = fitOf(rows);
      expect([fit.p, fit.q, fit.gamma, fit.logLikelihood].every(Number.isFinite)).toBe(true);
      for (const [x, mean] of [...rows, [0, Number.NaN] as const]) {
        const spend = expectedSpend(fit, x, mean);
        expect(Number.isFinite(spend)).toBe(true);
        expect(spend).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 60 },
  );
});

test('another currency scales γ and nothing else', () => {
  const random = seededRandom(3);
  const rows = Array.from({ length: 300 }, () => {
    const x = 1 + Math.floor(random() * 5);
    return [x, drawGamma(random, 6 * x, x * drawGamma(random, 4, 15))] as const;
  });
  const [yuan, fen] = [fitOf(rows), fitOf(rows.map(([x, mean]) => [x, mean * 100]))];
  expect(fen.p / yuan.p).toBeCloseTo(1, 6);
  expect(fen.q / yuan.q).toBeCloseTo(1, 6);
  expect(fen.gamma / yuan.gamma).toBeCloseTo(100, 4);
  expect(fen.logLikelihood).toBeCloseTo(yuan.logLikelihood - 300 * Math.log(100), 6);
});

describe('limits are labelled', () => {
  test('a shop with one price', () => {
    const fit = fitOf(Array.from({ length: 50 }, (_, i) => [1 + (i % 4), 9.9] as const));
    expect(fit.boundary).toBe('one-price');
    expect(expectedSpend(fit, 2, 9.9)).toBeCloseTo(9.9, 1);
    expect(expectedSpend(fit, 0, Number.NaN)).toBeCloseTo(9.9, 1);
  });

  test('each buyer has a price of their own', () => {
    const random = seededRandom(21);
    const rows = Array.from({ length: 200 }, () => {
      return [1 + Math.floor(random() * 40), 90 / drawGamma(random, 4)] as const;
    });
    const fit = fitOf(rows);
    expect(fit.p).toBeGreaterThan(5);
    for (const [x, mean] of rows) expect(expectedSpend(fit, x, mean) / mean).toBeCloseTo(1, 0);
  });

  test('buyers who do not differ', () => {
    const random = seededRandom(9);
    const fit = fitOf(Array.from({ length: 400 }, () => [3, drawGamma(random, 6, 0.2)] as const));
    expect(expectedSpend(fit, 3, 60)).toBeLessThan(40);
    if (fit.boundary !== null) expect(fit.errors).toEqual([null, null, null]);
  });

  test('one repeat buyer, and none', () => {
    expect(fitOf([[4, 25]]).boundary).toBe('too-few');
    expect(expectedSpend(fitOf([[4, 25]]), 0, Number.NaN)).toBeCloseTo(25, 2);
    expect(fitOf([]).boundary).toBe('too-few');
    expect(expectedSpend(fitOf([]), 0, Number.NaN)).toBe(0);
  });
});
