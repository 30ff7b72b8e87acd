// @vitest-environment happy-dom
import { buildReview } from '@analysis/build-review';
import type { Dataset } from '@analysis/dataset';
import { mountNotebook } from '@analysis/notebook/mount';
import { LANGS, type Lang } from '@shared/i18n';
import { act } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextFrame } from '../../setup/frame';
import { until } from '../../setup/until';
import { bookOf, promise } from '../measures/book-rows';
import { dataset, type OrderRow, orderFrame, reviewOptions } from '../measures/frames';

/** Shops at their hardest: nothing yet, a first week, one platform that hides its buyers, a very large one. */
const CALM = { report: () => undefined, signal: new AbortController().signal };
const DAY = 86_400_000;
const dayOf = (index: number) => new Date(Date.UTC(2026, 10, 22) - index * DAY).toISOString().slice(0, 10);

const FEW: readonly OrderRow[] = ['anna', 'ben', 'anna', 'carl'].map((buyer, index) => ({
  buyer,
  at: dayOf(index),
  paid: 20,
  platform: 'taobao',
}));
const NOBODY: readonly OrderRow[] = Array.from({ length: 90 }, (_, index) => ({
  buyer: null,
  at: dayOf(index % 60),
  platform: 'pdd',
}));

const SHOPS: Readonly<Record<string, Partial<Dataset>>> = {
  'nothing yet': { book: bookOf([]) },
  'first week': { orders: orderFrame(FEW), book: bookOf(['anna'], { promises: [promise()] }) },
  'no book': { orders: orderFrame(FEW) },
  'buyers hidden': { orders: orderFrame(NOBODY), platformsWithoutKey: ['pdd'], book: bookOf(['anna']) },
};

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  delete document.documentElement.dataset.ready;
});
afterEach(async () => {
  render(null, root);
  await nextFrame();
  root.remove();
});

async function letterOf(parts: Partial<Dataset>, lang: Lang): Promise<string> {
  const review = await buildReview(dataset(parts), reviewOptions({ lang, today: '2026-11-23' }), CALM);
  await act(async () => {
    await mountNotebook(root, {
      source: { kind: 'embedded', load: async () => ({ kind: 'review', review: review!, refused: [] }) },
      lang,
    });
  });
  await until(() => expect(document.documentElement.dataset.ready).toBe('true'));
  return root.textContent ?? '';
}

describe.each(Object.keys(SHOPS))('%s', (name) => {
  test.each(LANGS)(
    'reads well in %s: one headline, no hole, and what to do to know more next week',
    async (lang) => {
      const text = await letterOf(SHOPS[name]!, lang);
      expect(root.querySelectorAll('h1')).toHaveLength(1);
      expect(text).not.toMatch(
        /(?:notebook|review|weekly|findings)\.[a-z]|undefined|NaN|Infinity|\[object|\{\w+\}/,
      );
      expect(root.querySelectorAll('.missing').length).toBeGreaterThan(0);
      for (const missing of root.querySelectorAll('.missing p')) {
        expect(missing.textContent?.trim().length).toBeGreaterThan(8);
      }
      expect(root.querySelectorAll('.findings li').length).toBeLessThanOrEqual(5);
    },
  );
});

test('a first week estimates no money and says what it would take', async () => {
  const text = await letterOf(SHOPS['first week']!, 'en');
  expect(text).toContain('it takes six weeks of orders');
  expect(text).not.toMatch(/will probably spend/);
  expect(text).toMatch(/needs 30 repeat buyers, you have 1/);
});

test('where the platform hides its buyers, orders are counted and buyers are not made up', async () => {
  const text = await letterOf(SHOPS['buyers hidden']!, 'en');
  expect(text).toMatch(/None of the 90 orders is known to belong to someone/);
  expect(text).not.toMatch(/New buyers/);
});

test('a shop of 300,000 buyers is a letter as short as any other', async () => {
  const buyers = 300_000;
  const count = 2 * buyers;
  const frame = orderFrame([{ buyer: 'b', at: dayOf(0) }]);
  const column = (of: (index: number) => number) =>
    Float64Array.from({ length: count }, (_, index) => of(index));
  const orders = {
    ...frame,
    count,
    platform: new Uint8Array(count),
    number: new Array<string>(count).fill(''),
    buyer: Int32Array.from({ length: count }, (_, index) => (index * 7919) % buyers),
    buyers: Array.from({ length: buyers }, (_, index) => `b${index}`),
    time: column((index) => Date.UTC(2025, 10, 22) + Math.floor((index / count) * 365) * DAY),
    paid: column((index) => 10_000 * (5 + (index % 90))),
    refund: column(() => 0),
    refundUnknown: new Uint8Array(count),
    lines: new Uint32Array(count),
  };
  const first: number[] = [];
  const stop = new AbortController();
  const review = await buildReview(
    dataset({ orders }),
    reviewOptions({ today: '2026-11-23' }),
    { report: () => undefined, signal: stop.signal },
    null,
    null,
    (counted) => {
      first.push(counted.findings.length, JSON.stringify(counted).length);
      stop.abort();
    },
  );
  // What is counted is told before any model is fitted; the rest was not waited for here.
  expect(review).toBeNull();
  expect(first[0]).toBeGreaterThan(0);
  expect(first[1]).toBeLessThan(200_000);
});
