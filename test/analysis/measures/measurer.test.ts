import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReview } from '@analysis/build-review';
import type { Dataset } from '@analysis/dataset';
import { readInputs } from '@analysis/imports/read';
import { MEASURES } from '@analysis/measures/index';
import { measureInput } from '@analysis/measures/input';
import { createMeasurer } from '@analysis/measures/measurer';
import { EVERYTHING, settledInput } from '@analysis/measures/settings';
import { tell } from '@analysis/measures/tell/index';
import { makeWriter } from '@analysis/notebook/text/writer';
import { LANGS } from '@shared/i18n/lang';
import { emptyBook } from '@shared/records/book';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { run } from '../../shop/generate/run';
import { bookOf } from './book-rows';
import { dataset, orderFrame, reviewOptions } from './frames';
import { fuller } from './fuller';
import { HARD_SHOPS } from './hard-shops';

const QUIET = { report: () => undefined, signal: new AbortController().signal };
const OPTIONS = reviewOptions({ models: ['bgnbd', 'gg'] });

let folder: string;
let shop: Dataset;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-measurer-'));
  expect(await run(['--buyers', '160', '--weeks', '40', '--seed', '11', '--out', folder])).toBe(0);
  const names = ['book.json', 'orders-taobao.csv', 'orders-pinduoduo.csv'];
  const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const options = { map: null, dateOrder: null, tz: null, currency: null, password: null };
  const read = await readInputs(files, options, QUIET);
  if (!read?.ok) throw new Error('The practice shop’s own files were refused.');
  shop = fuller(read.data);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('one measure of a chosen part', () => {
  it('gives the review’s own numbers where nothing is chosen', async () => {
    const review = (await buildReview(shop, OPTIONS, QUIET))!;
    const measurer = createMeasurer(shop, OPTIONS);
    expect(measurer.compute('repeat')).toEqual(review.repeat);
    expect(measurer.compute('cohorts')).toEqual(review.cohorts);
    expect(measurer.compute('forecast')).toEqual(review.forecast);
    expect(measurer.compute('promises')).toMatchObject({ made: review.promises!.made });
    expect(measurer.compute('goodwill')).toEqual(review.goodwill);
    expect(measurer.compute('sales')).toMatchObject({
      orders: review.orders!.count,
      revenue: review.orders!.revenue,
      averageOrder: review.orders!.averageOrder,
    });
    expect((await measurer.value(EVERYTHING, QUIET)).section?.total).toEqual(review.clv?.total ?? undefined);
  });

  it('splits the orders by platform without losing any', () => {
    const measurer = createMeasurer(shop, OPTIONS);
    const platforms = measurer.choices.platform!;
    expect(platforms.length).toBe(2);
    const each = platforms.map(({ label }) => measurer.compute('sales', { ...EVERYTHING, platform: label }));
    expect(each.map((one) => one!.orders)).toEqual(platforms.map(({ orders }) => orders));
    expect(each.reduce((sum, one) => sum + one!.orders, 0)).toBe(shop.orders.count);
    for (const [k, { label }] of platforms.entries()) {
      const told = measurer.compute('by-platform', { ...EVERYTHING, platform: label })!;
      expect(told.rows.map((row) => row.orders)).toEqual([platforms[k]!.orders]);
    }
  });

  it('cuts to days as --from and --to do', () => {
    const asked = reviewOptions({ from: shopDay(0.3), to: shopDay(0.7) });
    const measurer = createMeasurer(shop, OPTIONS);
    const cut = measurer.compute('repeat', { ...EVERYTHING, from: asked.from, to: asked.to });
    expect(cut).toEqual(createMeasurer(shop, { ...OPTIONS, ...asked }).compute('repeat'));
    expect(cut!.buyers).toBeLessThan(measurer.compute('repeat')!.buyers);
  });

  it('keeps a buyer’s whole history when chosen by the first thing bought', () => {
    const orders = orderFrame([
      { buyer: 'a', at: '2026-01-01' },
      { buyer: 'a', at: '2026-02-01' },
      { buyer: 'b', at: '2026-01-05' },
      { buyer: 'b', at: '2026-03-01' },
      { buyer: null, at: '2026-01-06' },
    ]);
    const [tea, cup] = [0, 1];
    const sides = {
      product: {
        texts: ['tea', 'cup'],
        start: Uint32Array.of(0, 1, 2, 3, 4, 5),
        at: Int32Array.of(tea, cup, cup, tea, tea),
      },
      city: { texts: [], start: new Uint32Array(6), at: new Int32Array(0) },
      discount: { texts: [], start: new Uint32Array(6), at: new Int32Array(0) },
    };
    const measurer = createMeasurer(dataset({ orders: { ...orders, sides } }), reviewOptions());
    const repeat = (settings: object) => measurer.compute('repeat', { ...EVERYTHING, ...settings })!;
    expect(repeat({ firstProduct: 'tea' })).toMatchObject({ buyers: 1, repeatBuyers: 1 });
    expect(repeat({ product: 'tea' })).toMatchObject({ buyers: 2, repeatBuyers: 0 });
    expect(measurer.compute('repeat', { ...EVERYTHING, product: 'salt' })).toBeNull();
    expect(measurer.choices.product).toEqual([
      { label: 'tea', orders: 3 },
      { label: 'cup', orders: 2 },
    ]);
    expect(measurer.choices.tag).toBeUndefined();
  });

  it('lets the book follow its buyers', () => {
    const book = bookOf(['a', 'b']);
    const tagged = {
      ...book,
      buyers: book.buyers.map((one) => (one.id === 'a' ? { ...one, tags: ['vip'] } : one)),
    };
    const input = measureInput(dataset({ book: tagged }), reviewOptions());
    const chosen = settledInput(input, { ...EVERYTHING, tag: 'vip' });
    expect(chosen.book!.buyers.map(({ id }) => id)).toEqual(['a']);
    expect(chosen.book!.accounts.map(({ buyerId }) => buyerId)).toEqual(['a']);
    const others = settledInput(input, { ...EVERYTHING, tag: '' });
    expect(others.book!.buyers.map(({ id }) => id)).toEqual(['b']);
  });
});

describe.each(LANGS)('every measure in words (%s)', (lang) => {
  const flawless = (told: ReturnType<typeof tell>) => {
    const texts = [told.sentence, ...(told.table?.head ?? []), ...(told.table?.rows.flat() ?? [])];
    for (const text of texts) expect(text).not.toMatch(/NaN|Infinity|undefined|\[object|\{\w+/);
    expect(told.sentence.length).toBeGreaterThan(3);
    const widths = new Set(told.table?.rows.map((row) => row.length));
    if (widths.size > 0) expect([...widths]).toEqual([told.table!.head.length]);
    if (lang !== 'en') expect(told.sentence).toMatch(/\p{Script=Han}/u);
  };

  test('of the practice shop', () => {
    const input = measureInput(shop, { ...OPTIONS, lang });
    const writer = makeWriter(lang, shop.currency);
    for (const measure of MEASURES) {
      const told = tell(measure.name, measure.compute(input) as never, writer);
      flawless(told);
      // Promotions are the one thing the practice shop has none of.
      expect([measure.name, told.table === null]).toEqual([measure.name, false]);
      // What a worker hands over is the same in words.
      const handed = JSON.parse(JSON.stringify(measure.compute(input))) as never;
      expect(tell(measure.name, handed, writer)).toEqual(told);
    }
  });

  test('of shops on which statistics go wrong', () => {
    const writer = makeWriter(lang, null);
    for (const rows of Object.values(HARD_SHOPS)) {
      const input = measureInput(dataset({ orders: orderFrame(rows), book: emptyBook() }), OPTIONS);
      for (const measure of MEASURES) flawless(tell(measure.name, measure.compute(input) as never, writer));
    }
  });
});

/** A day so far into the shop's orders. */
function shopDay(part: number): string {
  const times = [...shop.orders.time].sort((a, b) => a - b);
  return new Date(times[Math.floor(part * (times.length - 1))]!).toISOString().slice(0, 10);
}
