import { coarsen, MANY_ROWS } from '@analysis/models/coarse';
import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { COUNT_MODELS } from '@analysis/models/models';
import { seededRandom } from '@analysis/numerics/random';
import type { CountModel } from '@analysis/review';
import { describe, expect, test } from 'vitest';
import { simulateShop, TRUTHS } from '../simulated/shop';

/** A shop too large to search on all its rows: fitted on coarser ones, finished on all. */
const { summary } = simulateShop(TRUTHS.bgnbd, 42_000, 0, 1, seededRandom(4));
const { groups } = groupCounts(summary);

test('coarser rows hold the same buyers, purchases and mean times', () => {
  expect(groups.x.length).toBeGreaterThan(MANY_ROWS);
  const coarse = coarsen(groups);
  const sum = ({ weight }: typeof groups, of: Float64Array) =>
    of.reduce((all, v, i) => all + v * weight[i]!, 0);
  expect(coarse.x.length).toBeLessThan(groups.x.length / 2);
  for (const column of ['x', 'tx', 'T'] as const) {
    expect(sum(coarse, coarse[column]) / sum(groups, groups[column])).toBeCloseTo(1, 9);
  }
  expect(coarse.weight.reduce((all, w) => all + w, 0)).toBe(groups.buyers);
  coarse.tx.forEach((tx, i) => {
    expect(tx).toBeLessThanOrEqual(coarse.T[i]!);
  });
});

describe.each(Object.keys(COUNT_MODELS) as CountModel[])('%s on many rows', (name) => {
  const rules = COUNT_MODELS[name];

  test('ends where the gradient of all rows is flat, with their log-likelihood', () => {
    const fit = fitCounts(rules, groups);
    const gradient = [0, 0, 0, 0];
    expect(fit.logLikelihood).toBeCloseTo(rules.logLikelihood(groups, fit.parameters, gradient), 6);
    expect(fit.converged).toBe(true);
    fit.free.forEach((i) => {
      // A step of a thousandth of a standard error would gain less than this.
      expect(Math.abs(gradient[i]! * fit.errors[i]!)).toBeLessThan(1e-2);
    });
    if (name === 'bgnbd') {
      TRUTHS.bgnbd.parameters.forEach((truth, i) => {
        expect(Math.abs(fit.parameters[i]! - truth)).toBeLessThan(3.5 * fit.errors[i]!);
      });
    }
  });
});
