import { digamma, digammaRise, logBeta, logGamma, logRising } from '@analysis/numerics/gamma-functions';
import { logHyp2F1 } from '@analysis/numerics/log-hyp2f1';
import { log1mExp, logAddExp, oneInOnePlusExp } from '@analysis/numerics/log-space';
import { gaussLegendre } from '@analysis/numerics/quadrature';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumbers } from '../models/cdnow';

const known = readNumbers<Record<'logGamma' | 'digamma' | 'logHyp2F1', number[][]>>('special-functions.json');
const close = (got: number, wanted: number, relative: number) =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(wanted)));

describe('against values of 40 digits', () => {
  test.each(known.logGamma)('ln Γ(%s)', (x, value) => close(logGamma(x!), value!, 1e-13));
  test.each(known.digamma)('ψ(%s)', (x, value) => close(digamma(x!), value!, 1e-13));
  test.each(known.logHyp2F1)('ln ₂F₁(%s, %s; %s; %s)', (a, b, c, z, value) =>
    close(logHyp2F1(a!, b!, c!, z!), value!, 1e-12),
  );
});

describe('₂F₁', () => {
  test('outside its domain is NaN, not a wrong number', () => {
    expect(logHyp2F1(1, 1, 1, 1)).toBeNaN();
    expect(logHyp2F1(-1, 1, 1, 0.5)).toBeNaN();
  });

  test('keeps Euler’s identity for parameters up to 300', () => {
    const parameter = fc.double({ min: 0.05, max: 300, noNaN: true });
    fc.assert(
      fc.property(
        parameter,
        parameter,
        parameter,
        fc.double({ min: 0, max: 0.98, noNaN: true }),
        (a, b, d, z) => {
          const c = Math.max(a, b) + d;
          const other = (c - a - b) * Math.log1p(-z) + logHyp2F1(c - a, c - b, c, z);
          close(logHyp2F1(a, b, c, z), other, 1e-10);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('rising factorials', () => {
  test('agree with differences of ln Γ and ψ on both sides of the switch', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.integer({ min: 0, max: 300 }),
        (a, n) => {
          close(logRising(a, n), logGamma(a + n) - logGamma(a), 1e-11);
          close(digammaRise(a, n), digamma(a + n) - digamma(a), 1e-11);
        },
      ),
    );
  });

  test('keep their digits where differences lose them', () => {
    close(logRising(1e12, 2), 2 * Math.log(1e12) + 1e-12, 1e-15);
  });

  test('ln B is symmetric', () => {
    expect(logBeta(0.3, 7)).toBeCloseTo(logBeta(7, 0.3), 13);
  });
});

describe('log space', () => {
  test('adds without overflow', () => {
    expect(logAddExp(1000, 1000)).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logAddExp(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
    expect(logAddExp(-2000, 5)).toBe(5);
  });

  test('ln(1 − e⁻ˣ) at both ends', () => {
    expect(log1mExp(1e-20)).toBeCloseTo(Math.log(1e-20), 12);
    expect(log1mExp(50)).toBeCloseTo(-Math.exp(-50), 30);
  });

  test('chances stay between 0 and 1', () => {
    expect(oneInOnePlusExp(800)).toBe(0);
    expect(oneInOnePlusExp(-800)).toBe(1);
  });
});

test('Gauss–Legendre integrates polynomials of degree 2n − 1 exactly', () => {
  const { nodes, weights } = gaussLegendre(16);
  for (const power of [0, 1, 7, 31]) {
    const sum = nodes.reduce((total, x, i) => total + weights[i]! * x ** power, 0);
    expect(sum).toBeCloseTo(1 / (power + 1), 14);
  }
});
