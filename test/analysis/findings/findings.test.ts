import { difference } from '@analysis/findings/difference';
import { findingsOf } from '@analysis/findings/findings';
import { percent } from '@analysis/findings/write';
import type { Review } from '@analysis/review';
import { LANGS } from '@shared/i18n/lang';
import { describe, expect, it } from 'vitest';

type Bare = Omit<Review, 'findings'>;

const EMPTY: Bare = {
  schema: 'review/1',
  asOf: '2026-11-22',
  tz: 'Asia/Shanghai',
  currency: 'CNY',
  period: { from: '2026-11-16', to: '2026-11-22', isoWeek: '2026-W47' },
  inputs: [],
  orders: null,
  ordersReason: '',
  repeat: null,
  repeatReason: '',
  cohorts: null,
  cohortsReason: '',
  clv: null,
  clvReason: '',
  satisfaction: null,
  satisfactionReason: '',
  promises: null,
  promisesReason: '',
  goodwill: null,
  goodwillReason: '',
  gifts: null,
  giftsReason: '',
  complaints: null,
  complaintsReason: '',
};

const week = (now: number, before: number | null): Partial<Bare> => ({
  week: { before: { from: '2026-11-09', to: '2026-11-15' }, rows: [{ key: 'orders', now, before }] },
});
const none = { eligible: 0, repeaters: 0, rate: null, interval: null };
const repeat = (repeatBuyers: number, buyers: number): Partial<Bare> => ({
  repeat: {
    rate: repeatBuyers / buyers,
    interval: [0.1, 0.3],
    buyers,
    repeatBuyers,
    byDistinctDays: { rate: null, repeatBuyers },
    within: { 30: none, 60: none, 90: none, 180: none, 365: none },
    secondPurchase: { medianDays: null, curve: [] },
  },
});
const outcome = (kept: [number, number], broken: [number, number]): Partial<Bare> => ({
  promises: {
    made: 60,
    toBeSent: 0,
    open: 0,
    near: 0,
    late: 0,
    keptOnTime: 0,
    keptLate: 0,
    broken: 0,
    renegotiated: 0,
    released: 0,
    keptRate: null,
    interval: null,
    byKind: [],
    repeatByOutcome: [
      { outcome: 'kept', repeatBuyers: kept[0], buyers: kept[1], rate: kept[0] / kept[1], interval: [0, 1] },
      {
        outcome: 'broken',
        repeatBuyers: broken[0],
        buyers: broken[1],
        rate: broken[0] / broken[1],
        interval: [0, 1],
      },
    ],
  },
});
const keys = (parts: Partial<Bare>) => findingsOf({ ...EMPTY, ...parts }, 'en').map(({ key }) => key);

describe('findings', () => {
  it('says "no clear change" of a week that differs by chance, and a direction only when it does not', () => {
    expect(keys(week(41, 38))).toEqual(['week.same']);
    expect(keys(week(80, 38))).toEqual(['week.more']);
    expect(keys(week(10, 38))).toEqual(['week.fewer']);
    expect(findingsOf({ ...EMPTY, ...week(41, 38) }, 'en')[0]!.text).toContain('No clear change');
  });

  it('says from how many orders on a week would be news, and only where there is such a number', () => {
    expect(findingsOf({ ...EMPTY, ...week(41, 38) }, 'en')[0]!.text).toContain(
      'News would be 59 or more, or 21 or fewer',
    );
    expect(findingsOf({ ...EMPTY, ...week(7, 4) }, 'en')[0]!.text).not.toContain('or fewer');
  });

  it('is stricter the more it looks at: one change in twenty is chance', () => {
    expect(keys(week(60, 38))).toEqual(['week.more']);
    const more = { ...week(60, 38), ...outcome([15, 30], [14, 30]) };
    expect(keys(more)).toEqual(['promises.noOutcome', 'week.same']);
  });

  it('says how many buyers it would take to see a difference', () => {
    const [found] = findingsOf({ ...EMPTY, ...outcome([15, 30], [14, 30]) }, 'en');
    expect(found!.text).toMatch(/about 39\d buyers in each group/);
  });

  it('prints no difference without a base', () => {
    expect(keys(week(41, null))).toEqual([]);
  });

  it('tells a small shop what it would need', () => {
    const found = findingsOf({ ...EMPTY, ...repeat(12, 60) }, 'en');
    expect(found.find(({ key }) => key === 'repeat.few')!.text).toContain(
      'needs 30 repeat buyers, you have 12',
    );
    expect(keys(repeat(40, 200))).not.toContain('repeat.few');
  });

  it('compares kept and broken promises only with enough buyers, and never as a cause', () => {
    expect(keys(outcome([7, 9], [1, 30]))).toEqual([]);
    expect(keys(outcome([15, 30], [14, 30]))).toEqual(['promises.noOutcome']);
    const clear = findingsOf({ ...EMPTY, ...outcome([27, 30], [6, 30]) }, 'en')[0]!;
    expect(clear).toMatchObject({ key: 'promises.outcome', evidence: { n: 60 } });
    expect(clear.text).toContain('No proof of cause');
  });

  it('puts what is overdue first and says at most five things', () => {
    const promises = {
      ...outcome([27, 30], [6, 30]).promises!,
      late: 4,
      keptRate: 0.8,
      interval: [0.7, 0.9],
    };
    const complaints = {
      count: 3,
      per100Orders: 1.2,
      closed: 1,
      medianHoursToRemedy: 20,
      cost: 30,
      byCause: [{ cause: 'transit', count: 2, cost: 20 }],
    };
    const parts = { ...week(80, 38), ...repeat(12, 60), promises, complaints } as unknown as Partial<Bare>;
    const found = keys(parts);
    expect(found).toHaveLength(5);
    expect(found[0]).toBe('promises.late');
  });

  it('fills every hole of its sentences in every language', () => {
    const parts = { ...week(80, 38), ...repeat(12, 60), ...outcome([27, 30], [6, 30]) };
    for (const lang of LANGS) {
      for (const { text } of findingsOf({ ...EMPTY, ...parts }, lang))
        expect(text).not.toMatch(/[{}]|NaN|undefined/);
    }
  });
});

describe('how numbers are written', () => {
  it('keeps half a point where it matters and drops it where it does not', () => {
    expect([percent(0), percent(0.004), percent(0.0995), percent(0.656), percent(1)]).toEqual([
      '0%',
      '0.4%',
      '10%',
      '66%',
      '100%',
    ]);
  });

  it('has no difference with an empty group', () => {
    expect(difference({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull();
  });
});
