import { answerFrame, answersOfBook } from '@analysis/imports/answers';
import type { BookView } from '@analysis/measures/book-view';
import { clerkRows } from '@analysis/measures/clerks';
import { cochranArmitage, doseResponse } from '@analysis/measures/dose-response';
import { betaBinomialDifference, buyersPerSide, giftTest, giftTestPlan } from '@analysis/measures/gift-test';
import { giftsSection } from '@analysis/measures/gifts';
import { questionRows } from '@analysis/measures/questions';
import { netPromoter, recommendation } from '@analysis/measures/recommend';
import { waitsSection } from '@analysis/measures/waits';
import { emptyBook, type RecordInput } from '@shared/records/book';
import type { Visit } from '@shared/records/visit';
import type { Wait } from '@shared/records/wait';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';
import { bookOf, complaint, envelope, gift, promise } from './book-rows';
import { wall } from './frames';

const VIEW: BookView = { from: null, asOf: '2026-11-22', timeZone: 'Asia/Shanghai' };
const NOBODY = new Map<string, readonly number[]>();

const visit = (parts: Partial<RecordInput<'visits'>>): Visit =>
  recordOf('visits', {
    ...envelope('visit'),
    buyerId: 'anna',
    what: '',
    orderNumber: null,
    state: 'answered',
    planned: null,
    askedAt: '2026-11-01T04:00:00Z',
    answeredAt: '2026-11-02T04:00:00Z',
    overall: null,
    goods: null,
    delivery: null,
    service: null,
    by: 'owner',
    ...parts,
  });

const wait = (parts: Partial<RecordInput<'waits'>>): Wait =>
  recordOf('waits', {
    ...envelope('wait'),
    buyerId: 'anna',
    platform: 'pdd',
    name: 'anna',
    startedAt: '2026-11-02T12:00:00Z',
    exact: true,
    place: 1,
    answeredAt: null,
    leftAt: null,
    ...parts,
  });

describe('waits', () => {
  it('are told by hour and weekday of the shop, with those who left', () => {
    // 12:00 UTC is 20:00 in Shanghai; 2026-11-02 is a Monday, 2026-11-08 a Sunday.
    const waits = [
      wait({ answeredAt: '2026-11-02T12:04:00Z' }),
      wait({ answeredAt: '2026-11-02T12:10:00Z', exact: false }),
      wait({ startedAt: '2026-11-08T16:30:00Z', leftAt: '2026-11-08T16:50:00Z' }),
      wait({ startedAt: '2026-11-08T02:00:00Z', answeredAt: '2026-11-08T02:30:00Z' }),
      wait({ startedAt: '2026-11-22T02:00:00Z' }),
      wait({ answeredAt: '2026-11-02T12:04:00Z', deleted: true }),
    ];
    const section = waitsSection(bookOf([], { waits }), VIEW)!;
    expect(section).toMatchObject({
      waits: 4,
      answered: 3,
      left: 1,
      rate: 0.25,
      medianMinutes: 10,
      mostMinutes: 30,
      exact: 2,
    });
    expect(section.byHour).toEqual([
      { at: 0, waits: 1, medianMinutes: null, mostMinutes: null, left: 1 },
      { at: 10, waits: 1, medianMinutes: 30, mostMinutes: 30, left: 0 },
      { at: 20, waits: 2, medianMinutes: 7, mostMinutes: 10, left: 0 },
    ]);
    expect(section.byWeekday.map(({ at, waits: n }) => [at, n])).toEqual([
      [1, 3],
      [7, 1],
    ]);
    expect(waitsSection(emptyBook(), VIEW)).toBeNull();
  });

  it('go with gift and return, each buyer once with the longest wait', () => {
    const day = (at: string) => `2026-08-01T${at}:00Z`;
    const waits = [
      wait({ buyerId: 'anna', startedAt: day('04:00'), answeredAt: day('04:02') }),
      wait({ buyerId: 'anna', startedAt: day('05:00'), answeredAt: day('05:20') }),
      wait({ buyerId: 'bo', startedAt: day('04:00'), answeredAt: day('04:20') }),
      wait({ buyerId: 'cy', startedAt: '2026-11-20T04:00:00Z', answeredAt: '2026-11-20T04:20:00Z' }),
    ];
    const gifts = [gift({ buyerId: 'anna', saidAt: day('05:30'), saidOn: '2026-08-01' })];
    const purchases = new Map([
      ['anna', [wall('2026-08-01'), wall('2026-08-20')]],
      ['bo', [wall('2026-08-01')]],
      ['cy', [wall('2026-11-20')]],
    ]);
    const dose = doseResponse(bookOf(['anna', 'bo', 'cy'], { waits, gifts }), purchases, VIEW)!;
    expect(
      dose.rows.map(({ minutes, gift: given, buyers, returned }) => [minutes, given, buyers, returned]),
    ).toEqual([
      ['15-30', true, 1, 1],
      ['15-30', false, 1, 0],
    ]);
    expect(dose.trend).toEqual({ gift: null, none: null });
  });

  it('test a trend over doses as the textbook does', () => {
    // Agresti, Categorical Data Analysis, alcohol and malformation: z² = 6.57 with scores 0, 0.5, 1.5, 4, 7.
    const table = [
      { dose: 0, n: 17114, successes: 48 },
      { dose: 0.5, n: 14502, successes: 38 },
      { dose: 1.5, n: 793, successes: 5 },
      { dose: 4, n: 127, successes: 1 },
      { dose: 7, n: 38, successes: 1 },
    ];
    const { z, p } = cochranArmitage(table)!;
    expect(z * z).toBeCloseTo(6.57, 2);
    expect(p).toBeCloseTo(0.0104, 3);
    expect(cochranArmitage([{ dose: 0, n: 5, successes: 5 }])).toBeNull();
  });
});

describe('the gift test', () => {
  const toss = (buyerId: string, coin: 'gift' | 'none', on: string) =>
    gift({
      buyerId,
      coin,
      saidAt: `${on}T04:00:00Z`,
      saidOn: on,
      ...(coin === 'none' ? { state: 'released' } : {}),
    });

  it('counts buyers by the side of their first toss, once their days are over', () => {
    const gifts = [
      toss('anna', 'gift', '2026-08-01'),
      toss('anna', 'none', '2026-08-02'),
      toss('bo', 'none', '2026-08-01'),
      toss('cy', 'none', '2026-11-01'),
      gift({ buyerId: 'di' }),
    ];
    const purchases = new Map([['anna', [wall('2026-08-05')]]]);
    const test = giftTest(bookOf([], { gifts }), purchases, VIEW)!;
    expect(test.arms.map(({ side, buyers, returned, waiting }) => [side, buyers, returned, waiting])).toEqual(
      [
        ['gift', 1, 1, 0],
        ['none', 1, 0, 1],
      ],
    );
    expect(test.verdict).toBe('too-early');
    expect(test.difference!.value).toBeCloseTo(2 / 3 - 1 / 3, 12);
    expect(giftTest(bookOf([], { gifts: [gift()] }), purchases, VIEW)).toBeNull();
  });

  it('does not count what the coin withheld as a gift', () => {
    const book = bookOf([], { gifts: [toss('anna', 'none', '2026-11-01'), gift({ buyerId: 'bo' })] });
    expect(giftsSection(book, NOBODY, VIEW, 'CNY')).toMatchObject({ promised: 1 });
  });

  it('says before it begins how long this shop would need', () => {
    // The textbook's example: 50 % against 60 %, 5 % two-sided, power 80 %: 388 a side (Fleiss).
    expect(buyersPerSide(0.5, 0.1)).toBe(388);
    const gifts = Array.from({ length: 16 }, (_, i) =>
      gift({ buyerId: `b${i}`, saidAt: '2026-11-10T04:00:00Z' }),
    );
    const plan = giftTestPlan(bookOf([], { gifts }), NOBODY, VIEW);
    expect(plan).toMatchObject({ base: 0.3, effect: 0.1, buyersPerSide: 356, moreBuyers: 712, perWeek: 2 });
    expect(plan.weeks).toBe(Math.ceil(712 / 2 + 60 / 7));
    expect(giftTestPlan(emptyBook(), NOBODY, VIEW).weeks).toBeNull();
  });

  it('compares two shares as the Beta–Binomial does', () => {
    // Beta(8, 4) against Beta(4, 8): 8/12 − 4/12; P(first larger) by Evan Miller's closed sum.
    const { value, interval, helps } = betaBinomialDifference(
      { successes: 7, n: 10 },
      { successes: 3, n: 10 },
    );
    expect(value).toBeCloseTo(1 / 3, 12);
    expect(helps).toBeCloseTo(0.95695, 3);
    expect(interval[0]).toBeLessThan(0);
    expect(interval[1]).toBeGreaterThan(0.6);
    const other = betaBinomialDifference({ successes: 3, n: 10 }, { successes: 7, n: 10 });
    expect(other.helps).toBeCloseTo(1 - helps, 12);
  });
});

describe('return visits', () => {
  const visits = [
    visit({ overall: 5, goods: 4, recommend: 10 }),
    visit({ overall: 3, goods: null, recommend: 9, by: 'mei' }),
    visit({ overall: 4, recommend: 6 }),
    visit({ state: 'no-answer', answeredAt: null }),
    visit({ state: 'planned', askedAt: null, answeredAt: null }),
  ];
  const book = bookOf(['anna'], { visits });

  it('give each question its mean and share of 4 and 5', () => {
    expect(
      questionRows(visits).map(({ question, n, mean, satisfied }) => [question, n, mean, satisfied]),
    ).toEqual([
      ['overall', 3, 4, 2 / 3],
      ['goods', 1, 4, 1],
    ]);
  });

  it('give the net promoter score with an interval that stays on the scale', () => {
    const answers = answerFrame([answersOfBook(book, 'UTC')]);
    expect(recommendation(answers)).toMatchObject({ answered: 3, promoters: 2, detractors: 1 });
    expect(recommendation(answers)!.score).toBeCloseTo(100 / 3, 12);
    expect(netPromoter([10, 10, 10])!.interval[1]).toBeLessThanOrEqual(100);
    expect(recommendation(answerFrame([]))).toBeNull();
  });

  it('and promises and complaints are told by who was at the desk', () => {
    const kept = { state: 'kept', settledAt: '2026-11-19T04:00:00Z', settledOn: '2026-11-19' } as const;
    const promises = [promise(kept), promise({ state: 'broken', by: 'mei' })];
    const complaints = [complaint({ responsible: 'mei', bornBy: 'owner' })];
    const rows = clerkRows({ ...book, promises, complaints }, VIEW);
    expect(
      rows.map((row) => [
        row.clerk,
        row.asked,
        row.answered,
        row.mean,
        row.keptRate,
        row.responsible,
        row.borne,
      ]),
    ).toEqual([
      ['owner', 3, 2, 4.5, 1, 0, 1],
      ['mei', 1, 1, 3, 0, 1, 0],
    ]);
  });
});
