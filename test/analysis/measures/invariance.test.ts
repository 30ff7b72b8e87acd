import { buildReview } from '@analysis/build-review';
import { seededRandom } from '@analysis/numerics/random';
import type { ReviewOptions } from '@analysis/options';
import type { Review } from '@analysis/review';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookOf, gift, promise } from './book-rows';
import { dataset, type OrderRow, orderFrame, reviewOptions } from './frames';

const QUIET = { report: () => undefined, signal: new AbortController().signal };

/** A shop of 90 buyers over a year; about half came again. Amounts are whole, so that they scale exactly. */
function shopRows(seed: number): readonly (OrderRow & { readonly number: string })[] {
  const random = seededRandom(seed);
  const rows: OrderRow[] = [];
  for (let buyer = 0; buyer < 90; buyer += 1) {
    const level = 20 + Math.floor(200 * random());
    let day = Math.floor(120 * random());
    do {
      const at = new Date(Date.UTC(2025, 9, 1 + day)).toISOString().slice(0, 10);
      const refund = random() < 0.05 ? 5 : 0;
      rows.push({ buyer: `b${buyer}`, at, paid: level + Math.floor(40 * random()), refund });
      day += 1 + Math.floor(90 * random());
    } while (day < 400 && random() < 0.65);
    if (random() < 0.1) rows.push({ buyer: null, at: '2026-05-05', paid: level, refund: 0 });
  }
  return rows.map((row, i) => ({ ...row, number: `N${i}` }));
}

async function reviewOf(rows: readonly OrderRow[], options: Partial<ReviewOptions> = {}): Promise<Review> {
  const ids = [...new Set(rows.flatMap(({ buyer }) => buyer ?? []))].sort().slice(0, 20);
  const at = { saidAt: '2026-03-03T04:00:00Z' };
  const book = bookOf(ids, {
    promises: ids.map((buyerId) => promise({ buyerId, ...at, due: { on: 'day', day: '2026-03-06' } })),
    gifts: ids.map((buyerId) => gift({ buyerId, ...at, saidOn: '2026-03-03' })),
  });
  const asked = reviewOptions({ today: '2099-01-01', models: ['bgnbd', 'gg'], ...options });
  const review = await buildReview(dataset({ orders: orderFrame(rows), book }), asked, QUIET);
  return JSON.parse(JSON.stringify(review)) as Review;
}

/** Every number of a review by its path. */
function numbers(value: unknown, path: string, into: Map<string, number>): Map<string, number> {
  if (typeof value === 'number') into.set(path, value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) numbers(part, `${path}.${key}`, into);
  return into;
}

/** All of a review but its numbers. */
const wordsOf = (review: Review) =>
  JSON.stringify(review, (_, value) => (typeof value === 'number' ? 'number' : value));

/** The last name in a path that is no position in a list. */
const nameOf = (path: string) => path.split('.').findLast((part) => !/^\d+$/.test(part))!;

/** What is money by its name, wherever it stands, and what by its place. */
const MONEY = new Set([
  'revenue',
  'averageOrder',
  'averageInterval',
  'clv',
  'meanClv',
  'spent',
  'value',
  'gamma',
]);
const MONEY_PLACES = [
  /^\.clv\.customers\.top\.\d+\.interval/,
  /^\.clv\.total\.interval/,
  /^\.forecast\.(next|last)\.revenue\./,
  /^\.week\.rows\.\d+\.(now|before)$/,
  /^\.promises\.outcomes\..*clvInterval/,
];
/** What the fit of the amounts says of itself depends on their unit: a density has one. */
const OF_THE_FIT = /^\.clv\.models\.gg\.(logLikelihood|se\.)/;

describe('what must change nothing', () => {
  test('the order of the orders', async () => {
    const rows = shopRows(3);
    const before = await reviewOf(rows);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const random = seededRandom(seed);
        const keyed = rows.map((row) => [random(), row] as const);
        const other = keyed.sort((a, b) => a[0] - b[0]).map(([, row]) => row);
        const after = await reviewOf(other);
        expect(wordsOf(after)).toEqual(wordsOf(before));
        // Sums of broken numbers differ in their last bit with what is added first.
        const found = numbers(after, '', new Map());
        for (const [path, value] of numbers(before, '', new Map()))
          expect(Math.abs(found.get(path)! - value), path).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(value)),
          );
      }),
      { numRuns: 3 },
    );
  });

  test('the unit of money: amounts are so many times as much, and nothing else is', async () => {
    const rows = shopRows(5);
    const times = 100;
    const before = numbers(await reviewOf(rows), '', new Map());
    const dear = rows.map((row) => ({ ...row, paid: row.paid! * times, refund: row.refund! * times }));
    const after = numbers(await reviewOf(dear), '', new Map());
    expect([...after.keys()]).toEqual([...before.keys()]);
    const wrong: string[] = [];
    let scaled = 0;
    for (const [path, one] of before) {
      if (OF_THE_FIT.test(path) || path.startsWith('.findings')) continue;
      const other = after.get(path)!;
      const money = MONEY.has(nameOf(path)) || MONEY_PLACES.some((place) => place.test(path));
      const close = (a: number, b: number) => Math.abs(a - b) <= 0.006 * times + 1e-4 * Math.abs(a);
      if (money && one !== other) scaled += 1;
      const same = Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));
      const fits = money ? close(one * times, other) || (path.startsWith('.week') && same) : same;
      if (!fits) wrong.push(`${path}: ${one} became ${other}`);
    }
    expect(wrong).toEqual([]);
    expect(scaled).toBeGreaterThan(100);
  });

  test('the unit of time: what is predicted is the same by days and by weeks', async () => {
    const rows = shopRows(7);
    const [byDay, byWeek] = [await reviewOf(rows, { unit: 'day' }), await reviewOf(rows)];
    const [days, weeks] = [byDay.clv!, byWeek.clv!];
    const [a, b] = [days.models.bgnbd!, weeks.models.bgnbd!];
    expect(a.params.r).toBeCloseTo(b.params.r!, 3);
    expect(a.params.alpha! / b.params.alpha!).toBeCloseTo(7, 2);
    for (const [i, one] of days.customers.top.entries()) {
      const other = weeks.customers.top[i]!;
      expect(one.buyer).toBe(other.buyer);
      expect(one.pAlive).toBeCloseTo(other.pAlive, 3);
      expect(one.expected / other.expected).toBeCloseTo(1, 3);
      expect(one.clv! / other.clv!).toBeCloseTo(1, 3);
    }
    expect(days.total!.value / weeks.total!.value).toBeCloseTo(1, 3);
    expect({ ...byDay, clv: null, findings: [] }).toMatchObject({ repeat: byWeek.repeat, rfm: byWeek.rfm });
  });
});
