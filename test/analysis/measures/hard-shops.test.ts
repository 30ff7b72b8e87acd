import { buildReview } from '@analysis/build-review';
import { PART_NAMES, partSource } from '@analysis/parts';
import { emptyBook } from '@shared/records/book';
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
  test('each part of the review by itself: nothing thrown, no NaN', async () => {
    const parts = await partSource(dataOf(rows), OPTIONS).parts(PART_NAMES, {}, QUIET);
    expect(flaws(parts)).toEqual([]);
    expect(wrong(parts)).toEqual([]);
    expect(parts).toMatchObject({ ordersReason: rows.length === 0 ? expect.any(String) : null });
  });

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

test('a book with nothing in it has nothing to say, and says it in plain JSON', async () => {
  const parts = await partSource(dataset({ book: emptyBook() }), OPTIONS).parts(PART_NAMES, {}, QUIET);
  expect(flaws(parts)).toEqual([]);
  expect(parts).toMatchObject({ promises: null, gifts: null, goodwill: null, complaints: null });
});
