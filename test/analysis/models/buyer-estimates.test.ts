import { estimates } from '@analysis/models/buyer-estimates';
import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { fitSpend, spendColumns } from '@analysis/models/gamma-gamma';
import { DISCOUNT_PER_DAY, lifetimes, type Outlook } from '@analysis/models/lifetime';
import { buyerInterval, likelyParameters } from '@analysis/models/lifetime-intervals';
import { COUNT_MODELS } from '@analysis/models/models';
import { expect, test } from 'vitest';
import { cdnowCalibration } from './cdnow';

const summary = cdnowCalibration();
const grouped = groupCounts(summary);
const outlook: Outlook = {
  rules: COUNT_MODELS.bgnbd,
  fit: fitCounts(COUNT_MODELS.bgnbd, grouped.groups),
  summary,
  grouped,
  spend: fitSpend(spendColumns(summary.x, summary.spend)),
  horizon: 52,
  discountPerUnit: DISCOUNT_PER_DAY * 7,
};
const all = lifetimes(outlook);
const options = { seed: 7, parameters: likelyParameters(outlook, 7), periodSd: 0.2 };

/** How far two intervals are apart, in parts of the wider one. */
function apart(a: readonly [number, number], b: readonly [number, number]): number {
  const width = Math.max(a[1] - a[0], b[1] - b[0]);
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) / width;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

test('an interval shared with those alike is as near to the own one as two draws of the own one are', async () => {
  const found = (await estimates(outlook, all, options))!;
  expect(found.length).toBeGreaterThan(900);
  const own = buyerInterval(outlook, all, options)!;
  const place = new Map(summary.buyers.map((buyer, i) => [buyer, i]));
  const shared = found.slice(600).filter((_, i) => i % 4 === 0);
  const pairs = shared.map(({ buyer, interval }) => {
    const i = place.get(buyer)!;
    return { like: apart(interval, own(i, 5000 + i)), again: apart(own(i, 5000 + i), own(i, 9000 + i)) };
  });
  expect(median(pairs.map(({ like }) => like))).toBeLessThan(0.15);
  expect(median(pairs.map(({ like }) => like))).toBeLessThan(2.5 * median(pairs.map(({ again }) => again)));
});
