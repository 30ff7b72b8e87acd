import { groupCounts } from '@analysis/models/counts';
import { paretoNbd } from '@analysis/models/pareto-nbd';
import { seededRandom } from '@analysis/numerics/random';
import { drawGamma } from '@analysis/numerics/samplers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cdnowCalibration } from './cdnow';

/** The β at which it is asked, and the slope of the likelihood in s there, from the likelihood itself. */
const BETAS = Array.from({ length: 15 }, (_, i) => Math.exp(1.5 * i - 14));

function slopes(groups: ReturnType<typeof groupCounts>['groups'], r: number, alpha: number) {
  return BETAS.map((beta) => {
    const gradient = [0, 0, 0, 0];
    paretoNbd.logLikelihood(groups, [r, alpha, 1e-6, beta], gradient);
    return gradient[2]!;
  });
}

/** Buyers who come at rates of their own, some of whom leave; ages around 1, as a fit scales them. */
function shop(seed: number, buyers: number, leave: number, often: number) {
  const random = seededRandom(seed);
  const [x, tx, T] = [new Float64Array(buyers), new Float64Array(buyers), new Float64Array(buyers)];
  for (let i = 0; i < buyers; i += 1) {
    T[i] = 0.2 + 1.6 * random();
    const rate = drawGamma(random, 0.8, 0.8 / often);
    const stays = random() < leave ? T[i]! * random() : T[i]!;
    for (let at = drawGamma(random, 1, rate); at < stays; at += drawGamma(random, 1, rate)) {
      x[i]! += 1;
      tx[i] = at;
    }
  }
  return groupCounts({ x, tx, T }).groups;
}

it('whether a first little churn gains is what the slope of the likelihood says, for any shop', () => {
  const some = fc.record({
    seed: fc.nat(),
    buyers: fc.integer({ min: 1, max: 120 }),
    leave: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
    often: fc.double({ min: 0.1, max: 300, noNaN: true }),
    r: fc.double({ min: 0.05, max: 3, noNaN: true }),
    near: fc.double({ min: 0.3, max: 3, noNaN: true }),
  });
  let gained = 0;
  fc.assert(
    fc.property(some, ({ seed, buyers, leave, often, r, near }) => {
      const alpha = (r / often) * near;
      const groups = shop(seed, buyers, leave, often);
      const told = slopes(groups, r, alpha);
      // At s = 1e-6 the likelihood already bends a little: what is next to level may be either.
      fc.pre(!told.some((slope) => Math.abs(slope) < 1e-3 * buyers));
      const gains = told.some((slope) => slope > 0);
      if (gains) gained += 1;
      expect(paretoNbd.gainsByChurn!(groups, r, alpha)).toBe(gains);
    }),
    { numRuns: 120 },
  );
  expect(gained).toBeGreaterThan(20);
  expect(gained).toBeLessThan(100);
});

it('it gains for CDNOW, where buyers are known to leave', () => {
  const { groups } = groupCounts(cdnowCalibration());
  expect(paretoNbd.gainsByChurn!(groups, 0.385, 12.07)).toBe(true);
});
