import { betaQuantile, betaShare } from '@analysis/numerics/beta';
import { negativeBinomialTail } from '@analysis/numerics/negative-binomial';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the beta distribution', () => {
  // For whole a and b the share below x is a binomial tail: P(Bin(a + b − 1, x) ≥ a).
  const binomialTail = (n: number, least: number, x: number) => {
    let [term, sum] = [(1 - x) ** n, 0];
    for (let k = 0; k <= n; k += 1) {
      if (k >= least) sum += term;
      term *= ((n - k) / (k + 1)) * (x / (1 - x));
    }
    return sum;
  };

  test('is the binomial tail for whole shapes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (a, b, x) => {
          expect(betaShare(x, a, b)).toBeCloseTo(binomialTail(a + b - 1, a, x), 10);
        },
      ),
    );
  });

  test('its quantile undoes its share', () => {
    const shape = fc.double({ min: 0.2, max: 3000, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, p) => {
        const x = betaQuantile(p, a, b);
        if (x > 1e-12 && x < 1 - 1e-12) expect(betaShare(x, a, b)).toBeCloseTo(p, 6);
      }),
    );
  });
});

describe('the negative binomial tail', () => {
  test('is geometric for shape 1', () => {
    const into = new Float64Array(30);
    const filled = negativeBinomialTail(into, 1, 1);
    for (let k = 0; k < filled; k += 1) expect(into[k]).toBeCloseTo(2 ** -(k + 1), 12);
  });

  test('sums to its mean, also where the first weight underflows', () => {
    const into = new Float64Array(9000);
    negativeBinomialTail(into, 5000, 1);
    expect(into.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(5000, 0);
  });

  test('nothing happens without rate or time', () => {
    expect([
      negativeBinomialTail(new Float64Array(3), 0, 1),
      negativeBinomialTail(new Float64Array(3), 2, 0),
    ]).toEqual([0, 0]);
  });
});
