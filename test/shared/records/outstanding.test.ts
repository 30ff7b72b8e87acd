import type { Discount } from '@shared/records/discount';
import { outstanding, redemptionRate } from '@shared/records/outstanding';
import { describe, expect, test } from 'vitest';

const TODAY = '2026-11-22';
const SHOP = { currency: 'CNY', timeZone: 'Asia/Shanghai', averageOrder: { minor: 20_000, currency: 'CNY' } };
type Owed = Pick<Discount, 'amount' | 'percentOff' | 'state' | 'expires' | 'saidAt'>;
const owed = (minor: number | null, saidOn: string, more: Partial<Owed> = {}): Owed => ({
  amount: minor === null ? null : { minor, currency: 'CNY' },
  percentOff: minor === null ? 10 : null,
  state: 'owed',
  expires: null,
  saidAt: `${saidOn}T04:00:00Z`,
  ...more,
});

describe('promised and not given yet', () => {
  const discounts = [
    owed(1000, '2026-11-22'),
    owed(500, '2026-10-23'), // 30 days
    owed(700, '2026-10-22'), // 31 days
    owed(900, '2026-08-24'), // 90 days
    owed(2000, '2026-08-23'), // 91 days
    owed(null, '2026-11-01'),
    owed(null, '2026-11-01', { percentOff: 15 }),
    owed(400, '2026-11-01', { expires: '2026-11-21' }),
    owed(400, '2026-11-01', { state: 'redeemed' }),
    owed(1, '2026-11-01', { amount: { minor: 300, currency: 'USD' } }),
  ];

  test('face value by age; percentages by the average order, as an estimate; other money counted apart', () => {
    const sum = outstanding(discounts, TODAY, SHOP);
    expect(sum.bands.map(({ band, count, amount }) => [band, count, amount.minor])).toEqual([
      ['0-30', 2, 1500],
      ['31-90', 2, 1600],
      ['90+', 1, 2000],
    ]);
    // 10 % and 15 % of 200.
    expect(sum).toMatchObject({ count: 8, amount: { minor: 5100 }, percentCount: 2, otherCurrency: 1 });
    expect(sum.percentEstimate).toEqual({ minor: 5000, currency: 'CNY' });
  });

  test('without an average order a percentage has no value', () => {
    expect(outstanding(discounts, TODAY, { ...SHOP, averageOrder: null }).percentEstimate).toBeNull();
  });
});

describe("the shop's own redemption", () => {
  const list = (used: number, lapsed: number, fresh: number) => [
    ...Array.from(
      { length: used },
      () => ({ when: 'next', state: 'redeemed', saidAt: '2026-11-01T00:00:00Z' }) as const,
    ),
    ...Array.from(
      { length: lapsed },
      () => ({ when: 'next', state: 'expired', saidAt: '2026-05-01T00:00:00Z' }) as const,
    ),
    ...Array.from(
      { length: fresh },
      () => ({ when: 'next', state: 'owed', saidAt: '2026-11-01T00:00:00Z' }) as const,
    ),
  ];

  test('those whose time is not over say nothing; too few say nothing either', () => {
    expect(redemptionRate(list(12, 8, 100), TODAY, 'UTC')).toEqual({ rate: 0.6, settled: 20 });
    expect(redemptionRate(list(12, 7, 100), TODAY, 'UTC')).toEqual({ rate: null, settled: 19 });
  });

  test('owed for more than 90 days counts as not used; given on the spot is no coupon', () => {
    const old = Array.from(
      { length: 20 },
      () => ({ when: 'next', state: 'owed', saidAt: '2026-01-01T00:00:00Z' }) as const,
    );
    expect(redemptionRate(old, TODAY, 'UTC').rate).toBe(0);
    expect(
      redemptionRate([{ when: 'now', state: 'given', saidAt: '2026-01-01T00:00:00Z' }], TODAY, 'UTC').settled,
    ).toBe(0);
  });
});
