import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { COUNT_MODELS } from '@analysis/models/models';
import { descend } from '@analysis/numerics/minimise';
import { type Random, seededRandom } from '@analysis/numerics/random';
import { drawBeta, drawGamma, drawGeometric } from '@analysis/numerics/samplers';
import type { CountModel } from '@analysis/review';
import { describe, expect, test } from 'vitest';

/** A shop on whole days whose buyers have a rate and a chance to leave after each purchase. */
function shop(buyers: number, random: Random, draw: () => readonly [rate: number, leave: number]) {
  const rows = Array.from({ length: buyers }, () => {
    const T = Math.floor(random() * 700) / 7;
    const [rate, leave] = draw();
    const most = drawGeometric(random, leave);
    let [x, tx, now] = [0, 0, 0];
    while (x < most) {
      now -= Math.log(1 - random()) / rate;
      const day = Math.ceil(now * 7) / 7;
      if (day > T) break;
      if (day > tx) x += 1;
      tx = day;
    }
    return { x, tx, T };
  });
  const column = (key: 'x' | 'tx' | 'T') => Float64Array.from(rows, (row) => row[key]);
  return groupCounts({ x: column('x'), tx: column('tx'), T: column('T') }).groups;
}

const random = seededRandom(2026);
const shops: Readonly<Record<string, ReturnType<typeof shop>>> = {
  'one chance of leaving': shop(400, random, () => [drawGamma(random, 1, 6), 0.15]),
  'one rate': shop(400, random, () => [0.12, drawBeta(random, 0.8, 3)]),
  'one of both': shop(400, random, () => [0.12, 0.1]),
  'nobody leaves': shop(400, random, () => [drawGamma(random, 0.8, 8), 0]),
  'nearly all leave at once': shop(400, random, () => [drawGamma(random, 0.6, 2), 0.9]),
  'few come back': shop(60, random, () => [drawGamma(random, 0.05, 5), drawBeta(random, 1, 1)]),
};

describe.each(Object.entries(shops))('%s', (_, groups) => {
  test.each(Object.keys(COUNT_MODELS) as CountModel[])(
    '%s: settled, and no start anywhere finds better',
    (name) => {
      const rules = COUNT_MODELS[name];
      const fit = fitCounts(rules, groups);
      expect(fit.converged).toBe(true);
      if (fit.boundary !== null) expect(fit.errors).toContain(null);
      const elsewhere = Array.from({ length: 6 }, () => {
        const start = [random() * 6 - 3, random() * 6, random() * 8 - 5, random() * 8 - 2];
        const found = descend((logs, gradient) => {
          if (logs.some((v) => Math.abs(v) > 20)) return Number.NaN;
          const parameters = logs.map(Math.exp);
          const value = rules.logLikelihood(groups, parameters, gradient);
          parameters.forEach((p, i) => {
            gradient[i]! *= -p;
          });
          return -value;
        }, start);
        return -found.value;
      });
      expect(Math.max(...elsewhere)).toBeLessThan(fit.logLikelihood + 1e-3);
    },
  );
});

test('one chance of leaving is named, and its mean is right', () => {
  const fit = fitCounts(COUNT_MODELS.bgnbd, shops['one chance of leaving']!);
  if (fit.boundary === 'same-churn') expect(fit.errors[3]).toBeNull();
  const [, , a, b] = fit.parameters as [number, number, number, number];
  expect(a / (a + b)).toBeCloseTo(0.15, 1);
});
