import { buildReview } from '@analysis/build-review';
import { MEASURES } from '@analysis/measures/index';
import { measureInput } from '@analysis/measures/input';
import { emptyBook } from '@shared/records/book';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookOf, complaint, discount, gift, promise } from './book-rows';
import { dataset, type OrderRow, orderFrame, reviewOptions } from './frames';
import { HARD_SHOPS } from './hard-shops';

const QUIET = { report: () => undefined, signal: new AbortController().signal };
const OPTIONS = reviewOptions({ today: '2099-01-01' });

/** What JSON would lose or bend: NaN, infinities, undefined, −0, Maps, Dates. */
function flaws(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (Array.isArray(value)) return value.flatMap((part, i) => flaws(part, `${path}[${i}]`));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.entries(value).flatMap(([key, part]) => flaws(part, `${path}.${key}`));
  }
  return [`${path} is no plain JSON`];
}

/** Shares and chances are between 0 and 1, and intervals hold their value. */
function wrong(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([key, part]) => wrong(part, `${path}.${key}`));
  const { rate, interval, pAlive } = value as Record<string, unknown>;
  if (typeof rate === 'number' && !(rate >= 0 && rate <= 1)) found.push(`${path}.rate ${rate}`);
  if (typeof pAlive === 'number' && !(pAlive >= 0 && pAlive <= 1)) found.push(`${path}.pAlive ${pAlive}`);
  if (Array.isArray(interval)) {
    const [lo, hi] = interval as number[];
    if (!(lo! <= hi!)) found.push(`${path}.interval ${lo}–${hi}`);
    if (typeof rate === 'number' && !(lo! <= rate + 1e-12 && rate <= hi! + 1e-12))
      found.push(`${path} ${rate} outside ${lo}–${hi}`);
  }
  return found;
}

function dataOf(rows: readonly OrderRow[]) {
  const buyers = [...new Set(rows.flatMap((row) => row.buyer ?? []))].slice(0, 5);
  const at = { saidAt: '2006-12-03T04:00:00Z' };
  const book = bookOf(buyers, {
    promises: buyers.map((buyerId) => promise({ buyerId, ...at, due: { on: 'day', day: '2006-12-05' } })),
    gifts: buyers.map((buyerId, i) =>
      gift({ buyerId, ...at, saidOn: '2006-12-03', coin: i % 2 ? 'gift' : 'none' }),
    ),
    discounts: buyers.map((buyerId) => discount({ buyerId, ...at })),
    complaints: buyers.map((buyerId) => complaint({ buyerId, openedAt: at.saidAt })),
  });
  return dataset({ orders: orderFrame(rows), book });
}

describe.each(Object.entries(HARD_SHOPS))('%s', (_, rows) => {
  const input = measureInput(dataOf(rows), OPTIONS);

  test.each(MEASURES.map((measure) => [measure.name, measure] as const))(
    '%s: nothing thrown, no NaN',
    (__, measure) => {
      const result = measure.compute(input);
      expect(flaws(result)).toEqual([]);
      expect(wrong(result)).toEqual([]);
      // The same question gives the same answer.
      expect(measure.compute(input)).toEqual(result);
    },
  );

  test('the whole review: nothing thrown, no NaN, nobody certainly alive where nobody is seen to leave', async () => {
    const review = (await buildReview(dataOf(rows), OPTIONS, QUIET))!;
    const { evidence: __, ...told } = {
      evidence: null,
      ...review,
      findings: review.findings.map((one) => one.text),
    };
    expect(flaws(JSON.parse(JSON.stringify(told)))).toEqual([]);
    expect(flaws(told)).toEqual([]);
    expect(wrong(told)).toEqual([]);
    const fit = review.clv?.chosen ? review.clv.models[review.clv.chosen] : null;
    const certain = (review.clv?.customers.top ?? []).every(({ pAlive }) => pAlive > 0.999);
    if (fit && certain) expect(fit.note).not.toBeNull();
  });
});

test('a book with nothing in it has nothing to say, and says it in plain JSON', () => {
  const input = measureInput(dataset({ book: emptyBook() }), OPTIONS);
  for (const measure of MEASURES) expect(flaws(measure.compute(input))).toEqual([]);
});

describe('what must change nothing', () => {
  const row = fc.record({
    buyer: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: null }),
    at: fc
      .integer({ min: 0, max: 300 })
      .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)),
    paid: fc.integer({ min: 0, max: 500 }),
  });

  test('the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 0, max: 40 }), (rows, turn) => {
        const numbered = rows.map((one, i) => ({ ...one, number: `N${i}` }));
        const turned = [
          ...numbered.slice(turn % (rows.length + 1)),
          ...numbered.slice(0, turn % (rows.length + 1)),
        ];
        const [one, other] = [numbered, turned].map((list) =>
          measureInput(dataset({ orders: orderFrame(list) }), OPTIONS),
        );
        const byText = (value: unknown): unknown =>
          Array.isArray(value) ? value.map((part) => JSON.stringify(byText(part))).sort() : value;
        for (const { name, compute } of MEASURES) {
          expect([name, byText(compute(other!))]).toEqual([name, byText(compute(one!))]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the unit of money', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const [one, tenfold] = [1, 10].map((factor) =>
          measureInput(
            dataset({ orders: orderFrame(rows.map((order) => ({ ...order, paid: order.paid * factor }))) }),
            OPTIONS,
          ),
        );
        const cohorts = MEASURES.find(({ name }) => name === 'cohorts')!;
        const scaled = (value: unknown, factor: number) =>
          (value as { revenue: number[] }[] | null)?.map(({ revenue, ...rest }) => ({
            ...rest,
            revenue: revenue.map((sum) => Math.round(sum * factor * 100) / 100),
          })) ?? null;
        expect(scaled(cohorts.compute(tenfold!), 0.1)).toEqual(scaled(cohorts.compute(one!), 1));
        const rfm = MEASURES.find(({ name }) => name === 'repeat')!;
        expect(rfm.compute(tenfold!)).toEqual(rfm.compute(one!));
      }),
      { numRuns: 30 },
    );
  });
});
