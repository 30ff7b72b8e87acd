import { holdoutCounts, purchaseDays, summarise } from '@analysis/models/summary';
import { dayNumber } from '@shared/calendar/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cdnowPurchases, frameOf, type Purchase } from './cdnow';

const few: readonly Purchase[] = [
  { buyer: 'Li', day: '2026-01-05', amount: 10 },
  { buyer: 'Li', day: '2026-01-05', amount: 5 },
  { buyer: 'Wang', day: '2026-01-10', amount: 99 },
  { buyer: 'Li', day: '2026-01-19', amount: 20 },
  { buyer: 'Li', day: '2026-01-19', amount: 10 },
  { buyer: 'Li', day: '2026-02-02', amount: 60 },
  { buyer: 'Zhao', day: '2026-02-20', amount: 1 },
];

describe('orders to histories', () => {
  const days = purchaseDays(frameOf(few), '2026-02-28');

  test('orders of one day are one purchase; spend is the mean of the repeat days', () => {
    const { buyers, x, tx, T, spend } = summarise(days, dayNumber('2026-02-09'), 7);
    expect(buyers).toEqual(['Li', 'Wang']);
    expect([...x]).toEqual([2, 0]);
    expect([...tx]).toEqual([4, 0]);
    expect([...T]).toEqual([5, 30 / 7]);
    expect([...spend]).toEqual([45, Number.NaN]);
  });

  test('the holdout counts days of calibration buyers after the cut, asOf included', () => {
    const summary = summarise(days, dayNumber('2026-01-18'), 7);
    expect([...holdoutCounts(days, summary, dayNumber('2026-01-18'), dayNumber('2026-02-02'))]).toEqual([
      2, 0,
    ]);
    expect([...holdoutCounts(days, summary, dayNumber('2026-01-18'), dayNumber('2026-02-01'))]).toEqual([
      1, 0,
    ]);
  });

  test('orders after asOf and orders of nobody known do not count', () => {
    const frame = frameOf(few);
    const unknown = { ...frame, buyer: frame.buyer.map((b, i) => (i === 5 ? -1 : b)) };
    const early = purchaseDays(unknown, '2026-02-10');
    expect(early.buyers).toEqual(['Li', 'Wang']);
    expect([...early.day].length).toBe(3);
  });

  test('what was given back is taken off the day', () => {
    const frame = frameOf(few);
    const refunded = {
      ...frame,
      refund: Float64Array.from(frame.paid, (paid, i) => (i === 5 ? paid / 2 : 0)),
    };
    const { spend } = summarise(purchaseDays(refunded, '2026-02-28'), dayNumber('2026-02-28'), 7);
    expect(spend[0]).toBe(30);
  });

  test('no orders are no buyers', () => {
    const none = purchaseDays(frameOf([]), '2026-02-28');
    expect(summarise(none, dayNumber('2026-02-28'), 7).buyers).toEqual([]);
  });
});

test('CDNOW: 2,357 buyers, 2,457 repeat purchases, 1,882 in the holdout', () => {
  const days = purchaseDays(frameOf(cdnowPurchases()), '1998-06-30');
  const summary = summarise(days, dayNumber('1997-09-30'), 7);
  const sum = (column: Float64Array) => column.reduce((total, n) => total + n, 0);
  expect(summary.buyers.length).toBe(2357);
  expect(sum(summary.x)).toBe(2457);
  const holdout = holdoutCounts(days, summary, dayNumber('1997-09-30'), dayNumber('1998-06-30'));
  expect(sum(holdout)).toBe(1882);
});

test('whatever the orders: 0 ≤ tx ≤ T, tx > 0 exactly for repeat buyers, every purchase day counted once', () => {
  const purchase = fc.record({
    buyer: fc.constantFrom('a', 'b', 'c', 'd'),
    day: fc
      .integer({ min: 20_000, max: 20_400 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10)),
    amount: fc.integer({ min: 0, max: 500 }),
  });
  fc.assert(
    fc.property(
      fc.array(purchase, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 20_000, max: 20_400 }),
      (list, cut) => {
        const days = purchaseDays(frameOf(list), '2025-12-31');
        const { x, tx, T } = summarise(days, cut, 1);
        x.forEach((n, i) => {
          expect(tx[i]! >= 0 && tx[i]! <= T[i]!).toBe(true);
          expect(tx[i]! > 0).toBe(n > 0);
        });
        const distinct = new Set(list.filter((p) => dayNumber(p.day) <= cut).map((p) => p.buyer + p.day))
          .size;
        expect(x.reduce((sum, n) => sum + n + 1, 0)).toBe(distinct);
      },
    ),
  );
});
