import type { PromotionTerms } from '@shared/records/promotion';
import {
  checkTerms,
  couponsFor,
  finePrint,
  neededToUse,
  promotionOutcome,
  worseReasons,
} from '@shared/records/promotion-check';
import { parseTerms } from '@shared/records/promotion-parse';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const TODAY = '2026-11-22';
const yuan = (n: number) => ({ minor: n * 100, currency: 'CNY' });
const read = (text: string) => parseTerms(text, 'CNY', TODAY);

const terms = (more: Partial<PromotionTerms> = {}): PromotionTerms => ({
  text: 'spend 300 get 150',
  spend: yuan(300),
  get: yuan(150),
  perSpend: null,
  perTakeOff: null,
  until: null,
  limit: null,
  kind: 'coupon',
  ...more,
});

describe('a rule as it is typed', () => {
  test.each([
    ['满300减150', 300, 150, 'off'],
    ['满 300 元立减 150 元', 300, 150, 'off'],
    ['滿300減150', 300, 150, 'off'],
    ['全场满300送150优惠券', 300, 150, 'coupon'],
    ['每满300返150', 300, 150, 'coupon'],
    ['满1,000减50券', 1000, 50, 'coupon'],
    ['spend 300 get 150', 300, 150, 'coupon'],
    ['Spend ¥300 and get a ¥150 coupon', 300, 150, 'coupon'],
    ['spend 300, get 150 off', 300, 150, 'off'],
    ['spend 300 save 150', 300, 150, 'off'],
    ['150 off orders over 300', 300, 150, 'off'],
  ])('%s', (text, spend, get, kind) => {
    expect(read(text)).toMatchObject({ spend: yuan(spend), get: yuan(get), kind, perSpend: null });
  });

  test.each([
    ['spend 300 get 150, 10 off per 100 spent', 100, 10],
    ['spend 300 get 150; for every 100 spent, 10 off', 100, 10],
    ['满300送150券，每满100可用10元', 100, 10],
    ['满300送150，每消费100元抵10元', 100, 10],
    ['满300送150券，用10元需消费满100', 100, 10],
    ['滿300送150券，每滿100只能抵扣10', 100, 10],
  ])('%s: with its condition of use', (text, perSpend, perTakeOff) => {
    expect(read(text)).toMatchObject({
      spend: yuan(300),
      get: yuan(150),
      perSpend: yuan(perSpend),
      perTakeOff: yuan(perTakeOff),
      kind: 'coupon',
    });
  });

  test.each([
    ['spend 300 get 150, valid to 31 Dec', '2026-12-31', null],
    ['满300送150券，有效期至12月31日，限量200张', '2026-12-31', 200],
    ['满300送150券，截止月底', '2026-11-30', null],
    ['spend 300 get 150, first 50 buyers', null, 50],
    ['满300送150券，每人限1张', null, null],
  ])('%s: its end and its limit', (text, until, limit) => {
    expect(read(text)).toMatchObject({ until, limit });
  });

  test.each(['全场九折', 'free shipping', '', '满意再来'])('%s is no such rule', (text) => {
    expect(read(text)).toBeNull();
  });

  test('whatever is typed, reading ends and money is positive', () => {
    const piece = fc.constantFrom(
      '满',
      '300',
      '减',
      '送',
      '每',
      'spend ',
      'get ',
      ' off ',
      'per ',
      '1,0',
      '券',
      '。',
      '至',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const found = read(pieces.join(''));
        if (found) expect(Math.min(found.spend.minor, found.get.minor)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what it costs', () => {
  // Worked by hand: 20,000 ÷ 300 = 66 coupons of 150 = 9,900; 66 × 300 = 19,800 sold.
  const coupons = couponsFor(yuan(20_000), terms());

  test('the cautionary case: coupons for almost half of the turnover', () => {
    const outcome = promotionOutcome(terms(), { coupons, redemption: 1, margin: null });
    expect(outcome).toMatchObject({
      coupons: 66,
      liability: yuan(9900),
      sales: yuan(19_800),
      leftIfAll: null,
    });
    expect(outcome.liability.minor / yuan(20_000).minor).toBeCloseTo(0.495, 10);
    expect(outcome.breakEvenMargin).toBeCloseTo(150 / 450, 12);
  });

  test('at 40 % margin all coming back leaves 1,980; at 30 % it costs 990, and even is at 85.7 %', () => {
    // 66 × (300 × 0.4 + 150 × 0.4 − 150) = 66 × 30; 66 × (90 + 45 − 150) = 66 × −15; 90 ÷ 105.
    const at40 = promotionOutcome(terms(), { coupons, redemption: 0.5, margin: 0.4 });
    expect(at40).toMatchObject({ leftIfAll: yuan(1980), expected: yuan(4950), breakEvenRedemption: null });
    // Half come back: 66 × (120 + 0.5 × −90) = 66 × 75.
    expect(at40.leftExpected).toEqual(yuan(4950));
    expect(at40.shareLeftIfAll).toBeCloseTo(0.1, 12);
    const at30 = promotionOutcome(terms(), { coupons, redemption: 1, margin: 0.3 });
    expect(at30.leftIfAll).toEqual(yuan(-990));
    expect(at30.breakEvenRedemption).toBeCloseTo(90 / 105, 12);
  });

  test('the condition the owner added: 10 off per 100 makes 50 % into 10 %', () => {
    const harder = terms({ perSpend: yuan(100), perTakeOff: yuan(10) });
    expect(neededToUse(harder)).toBe(yuan(1500).minor);
    const outcome = promotionOutcome(harder, { coupons, redemption: 1, margin: 0.3 });
    // 66 × (90 + 1,500 × 0.3 − 150) = 66 × 390; 66 × (300 + 1,500 − 150) taken in.
    expect(outcome).toMatchObject({ need: yuan(1500), leftIfAll: yuan(25_740), breakEvenRedemption: null });
    expect(outcome.realShare).toBeCloseTo(0.1, 12);
    expect(outcome.promisedShare).toBeCloseTo(0.5, 12);
    expect(outcome.shareLeftIfAll).toBeCloseTo(25_740 / 108_900, 12);
    expect(outcome.breakEvenMargin).toBeCloseTo(150 / 1800, 12);
  });

  test('taken off at once, all of it comes back: at 40 % each order of 300 loses 30', () => {
    const off = promotionOutcome(terms({ kind: 'off' }), { coupons: 10, redemption: 0.1, margin: 0.4 });
    expect(off).toMatchObject({
      liability: yuan(1500),
      expected: yuan(1500),
      leftIfAll: yuan(-300),
      leftExpected: yuan(-300),
    });
    expect(off.breakEvenMargin).toBeCloseTo(0.5, 12);
  });

  test('a limit caps what is handed out', () => {
    expect(couponsFor(yuan(20_000), terms({ limit: 20 }))).toBe(20);
    expect(couponsFor(yuan(299), terms())).toBe(0);
  });
});

describe('before it is published', () => {
  const flags = (more: Partial<PromotionTerms>, margin: number | null = null) => {
    const one = terms(more);
    return checkTerms(one, promotionOutcome(one, { coupons: 66, redemption: 1, margin }), TODAY).map(
      ({ kind }) => kind,
    );
  };

  test('what can be kept is not flagged', () => {
    expect(flags({ until: '2026-12-31', limit: 100 }, 0.4)).toEqual([]);
  });
  test.each([
    ['最终解释权归本店', 'final-say'],
    ['本活動最終解釋權歸本店所有', 'final-say'],
    ['Final interpretation is ours.', 'final-say'],
    ['the shop keeps the right of final interpretation', 'final-say'],
    ['本店保留随时修改活动规则的权利', 'may-change'],
    ['We reserve the right to change the rules', 'may-change'],
    ['offer subject to change', 'may-change'],
  ])('fine print: %s', (text, kind) => {
    expect(finePrint(`满300送150券。${text}`).map((flag) => flag.kind)).toEqual([kind]);
  });
  test('a rule is not fine print', () => {
    expect(finePrint('满300送150券，有效期至12月31日，限量200张')).toEqual([]);
  });
  test('hard to use, losing, endless, without a limit, ended, soon over', () => {
    expect(flags({ perSpend: yuan(100), perTakeOff: yuan(10), until: '2026-12-31', limit: 9 })).toEqual([
      'hard-to-use',
    ]);
    expect(flags({}, 0.3)).toEqual(['loss', 'no-end', 'no-limit']);
    expect(flags({ until: '2026-11-21', limit: 9 })).toEqual(['ended']);
    expect(flags({ until: '2026-11-25', limit: 9 })).toEqual(['soon']);
  });
});

describe('a later version', () => {
  const published = terms({ until: '2026-12-31', limit: 100 });

  test('the cautionary case is named: a condition was added, and the last word', () => {
    const later = read(
      'spend 300 get 150, 10 off per 100 spent, valid to 31 Dec, first 100. Final interpretation is ours',
    );
    expect(worseReasons(published, later!)).toEqual(['condition-added', 'final-say-added']);
  });

  test.each([
    ['spend-more', { spend: yuan(400) }],
    ['get-less', { get: yuan(140) }],
    ['condition-added', { perSpend: yuan(20), perTakeOff: yuan(10) }],
    ['ends-sooner', { until: '2026-12-30' }],
    ['fewer', { limit: 99 }],
    ['currency', { spend: { minor: 30_000, currency: 'USD' } }],
  ] as const)('%s', (reason, more) => {
    expect(worseReasons(published, { ...published, ...more })).toEqual([reason]);
  });

  test('ends and limits that were not there, harder conditions, a coupon instead of money off', () => {
    expect(worseReasons(terms(), published)).toEqual(['end-added', 'limit-added']);
    const mild = terms({ perSpend: yuan(20), perTakeOff: yuan(10) });
    expect(worseReasons(mild, { ...mild, perSpend: yuan(100) })).toEqual(['condition-harder']);
    expect(worseReasons(terms({ kind: 'off' }), terms())).toEqual(['coupon-instead']);
  });

  test('better for buyers is not worse; a version is never worse than itself', () => {
    expect(
      worseReasons(published, { ...published, get: yuan(160), until: '2027-01-31', limit: null }),
    ).toEqual([]);
    expect(worseReasons(published, published)).toEqual([]);
  });
});
