import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { fitSpend, spendColumns } from '@analysis/models/gamma-gamma';
import { lifetimes, type Outlook } from '@analysis/models/lifetime';
import { likelyParameters, totalInterval } from '@analysis/models/lifetime-intervals';
import { COUNT_MODELS } from '@analysis/models/models';
import { sampleRows } from '@analysis/models/row-sample';
import { totalValue } from '@analysis/models/total-value';
import { seededRandom } from '@analysis/numerics/random';
import { drawGamma } from '@analysis/numerics/samplers';
import type { CountModel } from '@analysis/review';
import { describe, expect, test } from 'vitest';
import { cdnowCalibration, cdnowMaster } from './cdnow';

const MODELS: readonly CountModel[] = ['bgnbd', 'mbgnbd', 'pnbd'];
const sample = cdnowCalibration();

function outlookOf(summary: typeof sample, name: CountModel) {
  const grouped = groupCounts(summary);
  const spend = fitSpend(spendColumns(summary.x, summary.spend));
  const rules = COUNT_MODELS[name];
  const fit = fitCounts(rules, grouped.groups);
  const look: Outlook = { rules, fit, summary, grouped, spend, horizon: 39, discountPerUnit: 0 };
  return { look, spend };
}

describe.each(MODELS)('the total worked out for %s', (name) => {
  const { look, spend } = outlookOf(sample, name);
  const { rules, fit } = look;

  test('has the sum of all values as its mean', () => {
    const sum = lifetimes(look).value.reduce((all, v) => all + v, 0);
    expect(totalValue(look, spend)(fit.parameters, spend, 1).mean / sum).toBeCloseTo(1, 9);
  });

  test.each([0.6, 1, 1.5])('has the mean and variance of simulated futures at factor %s', (factor) => {
    const worked = totalValue(look, spend)(fit.parameters, spend, factor);
    const random = seededRandom(31);
    const rounds = 300;
    let [mean, variance] = [0, 0];
    for (let i = 0; i < sample.x.length; i += 1) {
      const [x, tx, T, own] = [sample.x[i]!, sample.tx[i]!, sample.T[i]!, sample.spend[i]!];
      const alive = rules.pAlive(fit.parameters, x, tx, T);
      const known = x > 0 && own > 0;
      let [sum, squares] = [0, 0];
      for (let k = 0; k < rounds; k += 1) {
        if (random() >= alive) continue;
        const n = rules.drawFuture(random, fit.parameters, x, T, 39, factor);
        if (n === 0) continue;
        const level = drawGamma(
          random,
          spend.q + (known ? spend.p * x : 0),
          spend.gamma + (known ? x * own : 0),
        );
        const spent = drawGamma(random, spend.p * n, level);
        sum += spent;
        squares += spent * spent;
      }
      mean += sum / rounds;
      variance += (squares - (sum * sum) / rounds) / (rounds - 1);
    }
    // Four standard errors of the simulated mean; the seed is fixed.
    expect(Math.abs(worked.mean - mean)).toBeLessThan(4 * Math.sqrt(worked.variance / rounds));
    expect(Math.abs(worked.variance / variance - 1)).toBeLessThan(0.1);
  });
});

test('seeds agree on the interval within one and a half percent', async () => {
  const { look } = outlookOf(sample, 'bgnbd');
  const values = lifetimes(look);
  const ends = await Promise.all(
    [1, 2, 3, 4].map(
      async (seed) =>
        (await totalInterval(look, values, {
          seed,
          parameters: likelyParameters(look, seed),
          periodSd: 0.2,
        }))!,
    ),
  );
  for (const end of [0, 1] as const) {
    const at = ends.map((interval) => interval[end]);
    expect(Math.max(...at) / Math.min(...at)).toBeLessThan(1.015);
  }
});

test('parameters off by a last bit move the interval by as little', async () => {
  const { look } = outlookOf(sample, 'mbgnbd');
  const values = lifetimes(look);
  const shaken = {
    ...look,
    fit: { ...look.fit, parameters: look.fit.parameters.map((p) => p * (1 + 4e-16)) },
  };
  const [a, b] = await Promise.all(
    [look, shaken].map((at) =>
      totalInterval(at, values, { seed: 1, parameters: likelyParameters(at, 1), periodSd: 0.2 }),
    ),
  );
  expect(b![0] / a![0]).toBeCloseTo(1, 9);
  expect(b![1] / a![1]).toBeCloseTo(1, 9);
});

describe('sampled rows', () => {
  test('keep the total, take the large ones always, never more than asked', () => {
    const random = seededRandom(6);
    const sizes = Float64Array.from({ length: 5000 }, (_, i) => (i === 1234 ? 400 : random()));
    const { rows, times } = sampleRows(sizes, 300);
    expect(rows.length).toBeLessThanOrEqual(300);
    expect(rows).toContain(1234);
    const total = rows.reduce((sum, row, k) => sum + times[k]! * sizes[row]!, 0);
    expect(total / sizes.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 9);
  });

  test('few rows are all taken once', () => {
    expect([...sampleRows(Float64Array.of(3, 0, 1), 3).times]).toEqual([1, 1, 1]);
    expect([...sampleRows(new Float64Array(3), 2).rows]).toEqual([0, 1, 2]);
  });
});

const master = cdnowMaster();
test.skipIf(master === null)(
  'a sample of rows stands for all of them (skipped where the file is not at hand)',
  () => {
    const { look, spend } = outlookOf(cdnowCalibration(master ?? []), 'mbgnbd');
    const total = totalValue(look, spend);
    const all = totalValue(look, spend, look.grouped.groups.x.length);
    const elsewhere = look.fit.parameters.map((p, i) => p * [1.1, 0.95, 0.9, 1.15][i]!);
    const amounts = { p: spend.p * 1.1, q: spend.q * 0.95, gamma: spend.gamma * 1.05 };
    const [part, whole] = [total(elsewhere, amounts, 1.3), all(elsewhere, amounts, 1.3)];
    expect(Math.abs(part.mean / whole.mean - 1)).toBeLessThan(0.002);
    expect(Math.abs(part.variance / whole.variance - 1)).toBeLessThan(0.05);
  },
);
