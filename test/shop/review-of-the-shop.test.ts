import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReview } from '@analysis/build-review';
import { readInputs } from '@analysis/imports/read';
import type { Review } from '@analysis/review';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { run } from './generate/run';

/**
 * The whole way from a shop's files to its review, against the truth the shop was drawn from: the book and both
 * exports together must count every order once, and know as many buyers as can be known.
 */
interface Truth {
  readonly realised: {
    readonly purchases: Readonly<
      Record<
        'all' | 'identified' | 'book',
        { orders: number; buyers: number; repeatBuyers: number; repeatBuyersByDays: number }
      >
    >;
    readonly promises: { readonly onTime: number };
    readonly discounts: { readonly owed: { readonly count: number; readonly amount: number } };
    readonly meanOverall: number;
  };
}

const PROGRESS = { report: () => undefined, signal: new AbortController().signal };
let folder: string;
let truth: Truth;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-truth-'));
  expect(await run(['--buyers', '300', '--seed', '5', '--out', folder])).toBe(0);
  truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function review(...names: string[]): Promise<Review> {
  const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const options = { map: null, dateOrder: null, tz: null, currency: null, password: null };
  const read = await readInputs(files, options, PROGRESS);
  if (!read?.ok) throw new Error('The practice shop’s own files were refused.');
  const result = await buildReview(
    read.data,
    {
      lang: 'en',
      asOf: null,
      from: null,
      to: null,
      unit: 'week',
      calibrateUntil: null,
      horizonWeeks: 52,
      models: ['bgnbd', 'gg'],
      net: false,
      today: '2026-11-22',
      seed: 1,
    },
    PROGRESS,
  );
  if (!result) throw new Error('The review was cancelled by nobody.');
  return result;
}

describe('the review of the practice shop', () => {
  test('counts each order once, whichever of book and exports tell of it, in any order', async () => {
    const { all, identified } = truth.realised.purchases;
    const names = ['book.json', 'orders-taobao.csv', 'orders-pinduoduo.csv'];
    for (const order of [names, names.toReversed()]) {
      const { orders, repeat } = await review(...order);
      expect(orders?.count).toBe(all.orders);
      expect(orders?.known).toEqual({ count: identified.orders, buyers: identified.buyers });
      expect(repeat?.repeatBuyers).toBe(identified.repeatBuyers);
      expect(repeat?.byDistinctDays.repeatBuyers).toBe(identified.repeatBuyersByDays);
    }
  });

  test('knows from the book alone what the book holds', async () => {
    const { orders, repeat, promises, goodwill, satisfaction } = await review('book.json');
    const { book } = truth.realised.purchases;
    expect(orders?.count).toBe(book.orders);
    expect(repeat?.repeatBuyers).toBe(book.repeatBuyers);
    expect(promises?.keptOnTime).toBe(truth.realised.promises.onTime);
    expect(goodwill?.outstandingCount).toBe(truth.realised.discounts.owed.count);
    expect(goodwill?.outstanding).toBe(truth.realised.discounts.owed.amount);
    expect(satisfaction?.mean).toBeCloseTo(truth.realised.meanOverall, 10);
  });
});
