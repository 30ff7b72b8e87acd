import { buildReview } from '@analysis/build-review';
import { MOST_FINDINGS } from '@analysis/findings/findings';
import type { Progress } from '@analysis/options';
import { addDays } from '@shared/calendar/day';
import { LANGS } from '@shared/i18n/lang';
import { describe, expect, it } from 'vitest';
import { bookOf, complaint, discount, gift, promise } from './book-rows';
import { answerFrame, dataset, orderFrame, reviewOptions } from './frames';

const quiet: Progress = { report: () => {}, signal: new AbortController().signal };

/** Sixty buyers over half a year; every third comes back after 20 days, hidden buyers between them. */
const orders = orderFrame(
  Array.from({ length: 60 }, (_, index) => {
    const at = addDays('2026-05-01', index * 3);
    const order = { buyer: `k-${index}`, at, paid: 12.34 };
    return index % 3 === 0 ? [order, { ...order, at: addDays(at, 20) }] : [order, { ...order, buyer: null }];
  }).flat(),
);
const book = bookOf(['0', '1', '3'], {
  promises: [promise({ buyerId: '0' }), promise({ buyerId: '1', state: 'kept', settledOn: '2026-10-20' })],
  discounts: [discount()],
  gifts: [gift()],
  complaints: [complaint()],
});

/** Every number inside a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('the review', () => {
  it('has every key of the contract, and only finite numbers', async () => {
    const answers = answerFrame([{ asked: '2026-11-01', answered: '2026-11-02', score: 5 }]);
    const review = (await buildReview(dataset({ orders, book, answers }), reviewOptions(), quiet))!;
    const sections = 'orders repeat cohorts clv satisfaction promises goodwill gifts complaints'.split(' ');
    const reasons = sections.map((name) => `${name}Reason`);
    const head = ['schema', 'asOf', 'tz', 'currency', 'period', 'inputs', 'findings'];
    expect(Object.keys(review)).toEqual(expect.arrayContaining([...head, ...sections, ...reasons]));
    const flat = review as unknown as Record<string, unknown>;
    for (const name of sections) expect(flat[name] === null).toBe(typeof flat[`${name}Reason`] === 'string');
    expect(numbersIn(review).filter((number) => !Number.isFinite(number))).toEqual([]);
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
    expect(review.orders).toMatchObject({ count: 120, buyers: 60, known: { count: 80, buyers: 60 } });
    expect(review.orders!.revenue).toBe(1480.8);
    expect(review.findings.length).toBeLessThanOrEqual(MOST_FINDINGS);
  });

  it('says in each language why a section is missing', async () => {
    const texts = await Promise.all(
      LANGS.map(async (lang) => {
        const review = (await buildReview(dataset(), reviewOptions({ lang }), quiet))!;
        expect(review).toMatchObject({ orders: null, repeat: null, cohorts: null, clv: null, lang });
        expect(review.findings).toEqual([]);
        return review.ordersReason!;
      }),
    );
    expect(new Set(texts).size).toBe(LANGS.length);
  });

  it('gives order-level figures alone where every buyer is hidden', async () => {
    const hidden = orderFrame([{ buyer: null, at: '2026-11-01' }]);
    const review = (await buildReview(dataset({ orders: hidden }), reviewOptions(), quiet))!;
    expect(review.orders).toMatchObject({ count: 1, buyers: 0 });
    expect(review.repeatReason).toContain('hides the buyer');
  });

  it('leaves out what happened after --as-of and outside --from and --to', async () => {
    const early = (await buildReview(dataset({ orders }), reviewOptions({ asOf: '2026-05-31' }), quiet))!;
    expect(early.asOf).toBe('2026-05-31');
    expect(early.orders!.buyers).toBe(11);
    const options = reviewOptions({ from: '2026-05-04', to: '2026-05-07' });
    const cut = (await buildReview(dataset({ orders }), options, quiet))!;
    expect(cut.orders).toMatchObject({ count: 4, buyers: 2 });
    expect(cut.period).toEqual({ from: '2026-05-01', to: '2026-05-07', isoWeek: '2026-W19' });
  });

  it('nets cancelled orders only when asked to', async () => {
    const netted = orderFrame([{ buyer: 'k-1', at: '2026-05-01' }]);
    const data = dataset({ orders, netted });
    expect((await buildReview(data, reviewOptions(), quiet))!.orders!.count).toBe(120);
    expect((await buildReview(data, reviewOptions({ net: true }), quiet))!.orders!.count).toBe(1);
  });

  it('gives no base for a week the data do not reach back over', async () => {
    const rows = (from: string, days: number) =>
      orderFrame(Array.from({ length: days }, (_, index) => ({ buyer: 'a', at: addDays(from, index) })));
    const week = async (frame: typeof orders) =>
      (await buildReview(dataset({ orders: frame }), reviewOptions(), quiet))!.week!.rows[0];
    expect(await week(rows('2026-11-01', 14))).toEqual({ key: 'orders', now: 7, before: 7 });
    expect(await week(rows('2026-11-02', 13))).toEqual({ key: 'orders', now: 7, before: null });
  });

  it('is null when cancelled', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const stopped = { report: () => {}, signal: cancel.signal };
    expect(await buildReview(dataset({ orders }), reviewOptions(), stopped)).toBeNull();
  });
});
