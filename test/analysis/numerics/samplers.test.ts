import { seededRandom } from '@analysis/numerics/random';
import { drawBeta, drawGamma, drawGeometric, drawNormal, drawPoisson } from '@analysis/numerics/samplers';
import { describe, expect, test } from 'vitest';

const DRAWS = 40_000;

function moments(draw: (random: () => number) => number) {
  const random = seededRandom(20_261_122);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < DRAWS; i += 1) {
    const value = draw(random);
    sum += value;
    squares += value * value;
  }
  const mean = sum / DRAWS;
  return { mean, variance: squares / DRAWS - mean * mean };
}

describe('means and variances come out', () => {
  const cases: readonly (readonly [string, (random: () => number) => number, number, number])[] = [
    ['uniform', (r) => r(), 0.5, 1 / 12],
    ['normal', drawNormal, 0, 1],
    ['gamma 0.24', (r) => drawGamma(r, 0.24, 2), 0.12, 0.06],
    ['gamma 7', (r) => drawGamma(r, 7, 0.5), 14, 28],
    ['beta', (r) => drawBeta(r, 0.8, 2.4), 0.25, (0.8 * 2.4) / (3.2 ** 2 * 4.2)],
    ['Poisson 2.5', (r) => drawPoisson(r, 2.5), 2.5, 2.5],
    ['Poisson 60', (r) => drawPoisson(r, 60), 60, 60],
    ['geometric', (r) => drawGeometric(r, 0.2), 5, 20],
  ];
  test.each(cases)('%s', (_, draw, mean, variance) => {
    const got = moments(draw);
    // Five standard errors; the seed is fixed, so this holds or fails for good.
    expect(Math.abs(got.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
    expect(Math.abs(got.variance / variance - 1)).toBeLessThan(0.1);
  });
});

test('limits that boundary fits stand on', () => {
  const random = seededRandom(1);
  expect(drawGamma(random, 0)).toBe(0);
  expect(drawBeta(random, 0, 1)).toBe(0);
  expect(drawGeometric(random, 0)).toBe(Number.POSITIVE_INFINITY);
  expect(drawGeometric(random, 1)).toBe(1);
  expect(drawPoisson(random, 0)).toBe(0);
});

test('a seed is a stream: same again, and another one differs', () => {
  const stream = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(stream(7)).toEqual(stream(7));
  expect(stream(7)).not.toEqual(stream(8));
});
