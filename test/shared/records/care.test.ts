import { addDays } from '@shared/calendar/day';
import { HOLIDAY_IDS, holidayOn, nextHolidays } from '@shared/calendar/holidays';
import { solarOf } from '@shared/calendar/lunar';
import { allot, goodsKey, holdOver, inOrderAsked } from '@shared/records/allot';
import { readCareSettings } from '@shared/records/care-settings';
import { dueByRules, type RuleBuyer } from '@shared/records/due-by-rules';
import { bothRewarded, chainBefore, reallyHappy } from '@shared/records/referral-chain';
import type { CareRule } from '@shared/records/rule';
import { endOfNeed, graduates, isOf, ownPace, runOutDay } from '@shared/records/run-out';
import { badScores } from '@shared/records/visit';
import { isOnlyOffer } from '@shared/text/only-offer';
import fc from 'fast-check';
import { SolarTerm } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';

const TODAY = '2026-11-22';
const envelope = (id: string) => ({ id, schema: 2, seat: 's', deleted: false, stamps: {} });

function ruleOf(fields: Partial<CareRule> = {}): CareRule {
  return recordOf('rules', {
    ...envelope('r'),
    title: '老客券',
    grades: ['A'],
    gives: 'coupon',
    what: '减 10 块',
    cost: { minor: 1000, currency: 'CNY' },
    everyDays: 30,
    monthlyCap: null,
    active: true,
    ...fields,
  });
}

function buyerOf(id: string, fields: Partial<RuleBuyer> = {}): RuleBuyer {
  return {
    id,
    grade: 'A',
    orders: 3,
    mayBeWritten: true,
    complaining: false,
    lastProactive: null,
    followed: new Map(),
    ...fields,
  };
}

const ids = (due: readonly { readonly buyerId: string }[]) => due.map(({ buyerId }) => buyerId);

describe('who is due something by the rules', () => {
  it('buyers of the grade, never given before given, then who ordered most', () => {
    const buyers = [
      buyerOf('old', { followed: new Map([['r', ['2026-09-01']]]) }),
      buyerOf('few'),
      buyerOf('many', { orders: 9 }),
      buyerOf('b', { grade: 'B' }),
      buyerOf('lately', { followed: new Map([['r', ['2026-11-01']]]) }),
    ];
    expect(ids(dueByRules([ruleOf()], buyers, TODAY))).toEqual(['many', 'few', 'old']);
  });

  it('without grades: whoever bought at least twice', () => {
    const buyers = [buyerOf('once', { orders: 1, grade: '' }), buyerOf('twice', { orders: 2, grade: '' })];
    expect(ids(dueByRules([ruleOf({ grades: [] })], buyers, TODAY))).toEqual(['twice']);
  });

  it('no more a month than the cap, what was given this month included', () => {
    const given = buyerOf('given', { followed: new Map([['r', ['2026-11-02']]]) });
    const buyers = [given, buyerOf('a'), buyerOf('b'), buyerOf('c')];
    expect(ids(dueByRules([ruleOf({ monthlyCap: 3 })], buyers, TODAY))).toEqual(['a', 'b']);
    expect(dueByRules([ruleOf({ monthlyCap: 1 })], buyers, TODAY)).toEqual([]);
  });

  it('nobody who was written to within the week, does not want it, or complains; a gift says nothing', () => {
    const buyers = [
      buyerOf('written', { lastProactive: '2026-11-18' }),
      buyerOf('never', { mayBeWritten: false }),
      buyerOf('angry', { complaining: true }),
    ];
    expect(dueByRules([ruleOf()], buyers, TODAY)).toEqual([]);
    expect(ids(dueByRules([ruleOf({ gives: 'gift' })], buyers, TODAY))).toEqual([
      'angry',
      'never',
      'written',
    ]);
  });

  it('one thing unasked per buyer, by all rules together; a gift besides', () => {
    const rules = [ruleOf(), ruleOf({ id: 'v', gives: 'visit' }), ruleOf({ id: 'g', gives: 'gift' })];
    const due = dueByRules(rules, [buyerOf('a')], TODAY);
    expect(due.map(({ rule }) => rule.gives)).toEqual(['coupon', 'gift']);
  });

  it('a rule that is switched off asks for nothing', () => {
    expect(dueByRules([ruleOf({ active: false })], [buyerOf('a')], TODAY)).toEqual([]);
  });
});

describe('what runs out', () => {
  it('by amount and daily use', () => {
    expect(runOutDay('2026-11-01', 900, 30)).toBe('2026-12-01');
    expect(runOutDay('2026-11-01', 1, 1 / 30)).toBe('2026-12-01');
    expect(runOutDay('2026-11-01', 0, 30)).toBeNull();
    expect(runOutDay('2026-11-01', 10, 0)).toBeNull();
    expect(runOutDay('2026-11-01', Number.NaN, 3)).toBeNull();
  });

  it('the own pace is the median over two intervals or more, per piece', () => {
    const every = (days: readonly number[]) =>
      days.map((day) => ({ day: addDays('2026-01-01', day), quantity: 1 }));
    expect(ownPace(every([0, 30]))).toBeNull();
    expect(ownPace(every([0, 30, 60, 150]))).toBe(30);
    expect(ownPace([{ day: '2026-01-01', quantity: 2 }, ...every([60, 90])])).toBe(30);
    // Twice on one day is one purchase of two.
    const sameDay = [...every([0]), ...every([0]), ...every([60, 90])];
    expect(ownPace(sameDay)).toBe(30);
  });

  it('a pace lies between the quickest and the slowest interval', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 9 }), (gaps) => {
        let at = 0;
        const days = [0, ...gaps.map((gap) => (at += gap))];
        const pace = ownPace(days.map((day) => ({ day: addDays('2026-01-01', day), quantity: 1 })));
        expect(pace).toBeGreaterThanOrEqual(Math.min(...gaps));
        expect(pace).toBeLessThanOrEqual(Math.max(...gaps));
      }),
    );
  });

  it('a user who has outgrown it before it runs out has graduated', () => {
    const end = endOfNeed('2023-11-30', 36);
    expect(graduates({ runsOutOn: '2026-11-29' }, end)).toBe(false);
    expect(graduates({ runsOutOn: '2026-11-30' }, end)).toBe(true);
    expect(graduates({ runsOutOn: '2099-01-01' }, endOfNeed(null, 36))).toBe(false);
  });

  it('a line of an order is of a thing by its name or another one', () => {
    expect(isOf('【满减】爱他美 3 段 800g', ['爱他美3段'])).toBe(true);
    expect(isOf('面霜', ['', '爱他美'])).toBe(false);
  });
});

describe('goods that came back', () => {
  const wait = (id: string, askedAt: string, quantity = 1) => ({ id, buyerId: id, askedAt, quantity });
  const line = [wait('late', '2026-11-03'), wait('first', '2026-11-01'), wait('second', '2026-11-02')];
  const names = (waits: readonly { readonly id: string }[]) => waits.map(({ id }) => id);

  it('enough for all: told in the order they asked', () => {
    expect(names(inOrderAsked(line))).toEqual(['first', 'second', 'late']);
    const all = allot(line, 3, new Map());
    expect([names(all.served), all.scarce]).toEqual([['first', 'second', 'late'], false]);
    expect(names(allot(line, null, new Map()).served)).toEqual(['first', 'second', 'late']);
  });

  it('too few: regulars first by their orders, then by who asked first; one order is no regular', () => {
    const orders = new Map([
      ['late', 5],
      ['second', 1],
    ]);
    const { served, short, scarce } = allot(line, 2, orders);
    expect([names(served), names(short), scarce]).toEqual([['late', 'first'], ['second'], true]);
  });

  it('a wish too big for what is left steps back', () => {
    const big = [wait('big', '2026-11-01', 5), wait('small', '2026-11-02', 2)];
    const { served, short } = allot(big, 3, new Map());
    expect([names(served), names(short)]).toEqual([['small'], ['big']]);
  });

  it('never gives away more than there is, and loses nobody', () => {
    const waits = fc.array(
      fc.record({
        id: fc.uuid(),
        buyerId: fc.constantFrom('a', 'b', 'c'),
        askedAt: fc.constantFrom('2026-11-01', '2026-11-02'),
        quantity: fc.integer({ min: 1, max: 4 }),
      }),
    );
    fc.assert(
      fc.property(waits, fc.integer({ min: 0, max: 12 }), (all, pieces) => {
        const { served, short, scarce } = allot(all, pieces, new Map([['a', 3]]));
        expect(served.reduce((sum, { quantity }) => sum + quantity, 0)).toBeLessThanOrEqual(pieces);
        expect([...served, ...short].length).toBe(all.length);
        expect(scarce).toBe(short.length > 0);
      }),
    );
  });

  it('a hold is over the day after its last day, unless it is settled', () => {
    const hold = { kind: 'hold', state: 'told', holdUntil: '2026-11-21' } as const;
    expect(holdOver(hold, '2026-11-21')).toBe(false);
    expect(holdOver(hold, TODAY)).toBe(true);
    expect(holdOver({ ...hold, state: 'bought' }, TODAY)).toBe(false);
    expect(holdOver({ ...hold, holdUntil: null }, TODAY)).toBe(false);
  });

  it('the same words are the same goods', () => {
    expect(goodsKey({ productId: null, what: '白色 马克杯' })).toBe(
      goodsKey({ productId: null, what: '白色马克杯' }),
    );
    expect(goodsKey({ productId: 'p', what: 'x' })).toBe(goodsKey({ productId: 'p', what: 'y' }));
  });
});

describe('who may be asked to bring a friend', () => {
  const glad = { overall: 5, answeredAt: '2026-11-20T10:00:00Z' };
  const promise = { state: 'open', due: { on: 'day', day: TODAY }, settledOn: null } as const;
  const mood = { visits: [glad], complaints: [], promises: [promise] };

  it('the really happy: last score 4 or more, no open complaint, nothing late', () => {
    expect(reallyHappy(mood, TODAY)).toBe(true);
    expect(reallyHappy({ ...mood, visits: [] }, TODAY)).toBe(false);
    expect(reallyHappy({ ...mood, complaints: [{ state: 'remedied' }] }, TODAY)).toBe(false);
    expect(reallyHappy({ ...mood, complaints: [{ state: 'closed' }] }, TODAY)).toBe(true);
    expect(reallyHappy(mood, '2026-11-23')).toBe(false);
  });

  it('the last score counts, not the best one', () => {
    const later = { overall: 3, answeredAt: '2026-11-21T10:00:00Z' };
    expect(reallyHappy({ ...mood, visits: [glad, later] }, TODAY)).toBe(false);
  });

  it('a chain ends where it closes, and leaves out what was let go', () => {
    const link = (buyerId: string, broughtId: string, state = 'bought' as 'bought' | 'released') => ({
      buyerId,
      broughtId,
      state,
    });
    expect(chainBefore([link('a', 'b'), link('b', 'c')], 'c')).toEqual(['b', 'a']);
    expect(chainBefore([link('a', 'b'), link('b', 'a')], 'a')).toEqual(['b']);
    expect(chainBefore([link('a', 'b', 'released')], 'b')).toEqual([]);
  });

  it('who was promised nothing has nothing to get', () => {
    const rewards = { rewardReferrer: '减 10', rewardBrought: '', broughtRewardedAt: null };
    expect(bothRewarded({ ...rewards, referrerRewardedAt: null })).toBe(false);
    expect(bothRewarded({ ...rewards, referrerRewardedAt: '2026-11-22T10:00:00Z' })).toBe(true);
  });
});

describe('holidays', () => {
  const lunar = (year: number, month: number, day: number, leap: boolean) =>
    solarOf({ year, month, day, leap });

  it.each([
    ['lunar-new-year', '2027-02-06'],
    ['lantern', '2027-02-20'],
    ['dragon-boat', '2027-06-09'],
    ['mid-autumn', '2027-09-15'],
    ['mothers', '2027-05-09'],
    ['fathers', '2027-06-20'],
    ['thanksgiving', '2027-11-25'],
    ['november-11', '2027-11-11'],
  ] as const)('%s of 2027', (id, day) => expect(holidayOn(id, 2027, lunar)).toBe(day));

  it('the winter solstice is the day of the astronomers in every year to 2099', () => {
    const different = Array.from({ length: 99 }, (_, index) => 2001 + index).filter((year) => {
      const term = SolarTerm.fromIndex(year + 1, 0)
        .getJulianDay()
        .getSolarDay();
      const day = `${term.getYear()}-${term.getMonth()}-${term.getDay()}`;
      return holidayOn('winter-solstice', year, lunar) !== day;
    });
    expect(different).toEqual([]);
  });

  it('each comes once, the nearest first', () => {
    const next = nextHolidays(HOLIDAY_IDS, TODAY, lunar);
    expect(next.map(({ id }) => id).sort()).toEqual([...HOLIDAY_IDS].sort());
    expect(next[0]).toEqual({ id: 'thanksgiving', on: '2026-11-26' });
    expect(next.every(({ on }, index) => index === 0 || on >= next[index - 1]!.on)).toBe(true);
  });
});

describe('small rules of keeping in touch', () => {
  it('the worst of the bad scores first', () => {
    const none = {
      overall: null,
      goods: null,
      delivery: null,
      service: null,
      punctuality: null,
      leadTime: null,
      returns: null,
      promisesHonoured: null,
    };
    expect(badScores(none)).toEqual([]);
    expect(badScores({ ...none, overall: 4, goods: 2, returns: 1, service: 3 })).toEqual([
      'returns',
      'goods',
    ]);
  });

  it.each(['亲，双11全场8折', '新品上新啦，戳链接', 'Hi Anna, 20% off everything today'])(
    'only sells: %s',
    (text) => expect(isOnlyOffer(text)).toBe(true),
  );
  it.each(['亲，降温了，多穿点', '祝您生日快乐，给您留了张券', 'Happy birthday! A coupon for you', '到货了'])(
    'does not only sell: %s',
    (text) => expect(isOnlyOffer(text)).toBe(false),
  );

  it('settings that make no sense are as usual', () => {
    const read = readCareSettings({
      visitsPerDay: 900,
      holdDays: 5,
      holidays: ['christmas', 'x'],
      holidayGrades: [''],
    });
    expect(read).toMatchObject({ visitsPerDay: 3, holdDays: 5, holidays: ['christmas'], holidayGrades: [] });
    expect(readCareSettings('many')).toEqual(readCareSettings(undefined));
  });
});
