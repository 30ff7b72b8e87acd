import type { Review } from '@analysis/review';
import { estimateOf, keepEstimates } from '@extension/book/estimates';
import { wholeBook } from '@extension/book/reads/whole';
import { estimatesOf } from '@extension/entrypoints/notebook/estimates-of';
import { expect, it } from 'vitest';
import { freshBook } from './desk';

const one = {
  id: 'b1',
  pAlive: 0.8,
  expected: 3.1,
  value: { minor: 120_000, currency: 'CNY' },
  low: { minor: 60_000, currency: 'CNY' },
  high: { minor: 230_000, currency: 'CNY' },
  weeks: 52,
  asOf: '2026-11-20',
} as const;

it('each review takes the place of the one before, and no backup carries it', async () => {
  const book = await freshBook();
  await keepEstimates(book, [one, { ...one, id: 'b2' }]);
  await keepEstimates(book, [one]);
  expect(await estimateOf(book, 'b1')).toEqual(one);
  expect(await estimateOf(book, 'b2')).toBeNull();
  expect(JSON.stringify(await wholeBook(book))).not.toContain('pAlive');
  expect(await book.db.actions.count()).toBe(0);
  book.close();
});

it('a hundred thousand are kept in few rows, and one is found among them', async () => {
  const book = await freshBook();
  const many = Array.from({ length: 100_000 }, (_, i) => ({ ...one, id: `b${i}`, expected: i }));
  await keepEstimates(book, many);
  expect(await book.db.estimates.count()).toBeLessThanOrEqual(512);
  expect(await estimateOf(book, 'b77777')).toEqual({ ...one, id: 'b77777', expected: 77_777 });
  expect(await estimateOf(book, 'stranger')).toBeNull();
  await keepEstimates(book, []);
  expect(await book.db.estimates.count()).toBe(0);
  book.close();
});

it('are those of everybody, in minor units; none where the review has no money or too few buyers', () => {
  const buyers = [{ buyer: 'b1', pAlive: 0.8, expected: 3.1, value: 1200, interval: [600, 2300] }] as const;
  const clv = { customers: { top: [] }, total: { value: 1, interval: [0, 2], horizonWeeks: 52 } };
  const review = { clv, currency: 'CNY', asOf: '2026-11-20' } as unknown as Review;
  expect(estimatesOf(review, buyers)).toEqual([one]);
  expect(estimatesOf({ ...review, clv: null }, buyers)).toEqual([]);
  expect(estimatesOf({ ...review, currency: null }, buyers)).toEqual([]);
});
