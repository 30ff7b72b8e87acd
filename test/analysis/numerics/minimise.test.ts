import { cholesky, inversePositive } from '@analysis/numerics/linear-algebra';
import { descend, minimise, type Smooth } from '@analysis/numerics/minimise';
import { nelderMead } from '@analysis/numerics/nelder-mead';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const rosenbrock: Smooth = (v, g) => {
  const [x, y] = v as [number, number];
  g[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  g[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};

describe('minimise', () => {
  test('follows Rosenbrock’s valley to its end from anywhere', () => {
    const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const found = minimise(rosenbrock, [x, y]);
        expect(found.converged).toBe(true);
        expect(found.x[0]).toBeCloseTo(1, 5);
        expect(found.x[1]).toBeCloseTo(1, 5);
      }),
      { numRuns: 60 },
    );
  });

  test('does not call a saddle a minimum', () => {
    const saddle: Smooth = (v, g) => {
      g[0] = 2 * v[0]!;
      g[1] = -2 * v[1]!;
      return v[0]! ** 2 - v[1]! ** 2;
    };
    expect(minimise(saddle, [0, 0]).converged).toBe(false);
  });

  test('gives a nowhere finite function back as it is', () => {
    const found = minimise(() => Number.NaN, [1, 2]);
    expect(found.converged).toBe(false);
    expect(found.x).toEqual([1, 2]);
  });

  test('reports a wall instead of a number beyond it', () => {
    const wall: Smooth = (v, g) => {
      g[0] = -Math.exp(-v[0]!);
      return v[0]! > 5 ? Number.NaN : Math.exp(-v[0]!);
    };
    const found = descend(wall, [0]);
    expect(found.x[0]).toBeLessThanOrEqual(5);
    expect(found.x[0]).toBeGreaterThan(4);
  });
});

test('Nelder–Mead needs no gradient and survives NaN', () => {
  const found = nelderMead(([x, y]) => (x! < 0 ? Number.NaN : (x! - 2) ** 2 + Math.abs(y! + 1)), [0.1, 0]);
  expect(found.x[0]).toBeCloseTo(2, 3);
  expect(found.x[1]).toBeCloseTo(-1, 3);
});

describe('linear algebra', () => {
  test('the inverse of AᵀA + I undoes it', () => {
    const entry = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        (a) => {
          const m = [0, 1, 2].map((i) =>
            [0, 1, 2].map((j) => a.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? 1 : 0)),
          );
          const inverse = inversePositive(m)!;
          for (const i of [0, 1, 2]) {
            for (const j of [0, 1, 2]) {
              const product = [0, 1, 2].reduce((sum, k) => sum + m[i]![k]! * inverse[k]![j]!, 0);
              expect(product).toBeCloseTo(i === j ? 1 : 0, 8);
            }
          }
        },
      ),
    );
  });

  test('refuses what is not positive definite', () => {
    expect(cholesky([[0]])).toBeNull();
    expect(inversePositive([[Number.NaN]])).toBeNull();
  });
});
