import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReview } from '@analysis/build-review';
import type { Dataset } from '@analysis/dataset';
import { readInputs } from '@analysis/imports/read';
import { measureInput } from '@analysis/measures/input';
import { EVERYTHING, settledInput } from '@analysis/measures/settings';
import type { Progress } from '@analysis/options';
import { type Filter, PART_NAMES, type PartName, partSource } from '@analysis/parts';
import type { PartsReply } from '@analysis/worker/parts-messages';
import { partsSession } from '@analysis/worker/parts-session';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { until } from '../setup/until';
import { run } from '../shop/generate/run';
import { bookOf } from './measures/book-rows';
import { dataset, orderFrame, reviewOptions } from './measures/frames';

const quiet: Progress = { report: () => undefined, signal: new AbortController().signal };
const options = reviewOptions({ models: ['bgnbd', 'gg'] });
let folder: string;
let data: Dataset;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-parts-'));
  expect(await run(['--buyers', '180', '--seed', '11', '--out', folder])).toBe(0);
  const files = ['book.json', 'orders-taobao.csv', 'orders-pinduoduo.csv'].map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(folder, name))),
  }));
  const reading = { map: null, dateOrder: null, tz: null, currency: null, password: null };
  const read = await readInputs(files, reading, quiet);
  if (!read?.ok) throw new Error('The practice shop’s own files were refused.');
  const buyers = read.data.book!.buyers.map((buyer, i) =>
    i % 7 === 0 ? { ...buyer, tags: ['tea'] } : buyer,
  );
  data = { ...read.data, book: { ...read.data.book!, buyers } };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('parts by themselves', () => {
  test('with no filter each is the one of the whole review', async () => {
    const review = (await buildReview(data, options, quiet))!;
    const parts = (await partSource(data, options).parts(PART_NAMES, {}, quiet))!;
    for (const [key, value] of Object.entries(parts)) {
      expect(value, key).toEqual(review[key as keyof typeof review]);
    }
    const told = ['repeat', 'clv', 'breakdowns', 'waits', 'records', 'forecast', 'goodwillReason'];
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(told));
  });

  test('a part asked for alone brings nothing else', async () => {
    const source = partSource(data, options);
    expect(Object.keys((await source.parts(['waits'], {}, quiet))!)).toEqual(['waits']);
    expect(Object.keys((await source.parts(['repeat'], {}, quiet))!)).toEqual(['repeat', 'repeatReason']);
  });

  test('a period narrows what is counted, and the last day is that of the period', async () => {
    const filter = { from: '2026-06-01', to: '2026-06-30' };
    const [june, all] = await Promise.all([
      partSource(data, options).parts(['orders'], filter, quiet),
      buildReview(data, { ...options, ...filter }, quiet),
    ]);
    expect(june!.orders).toEqual(all!.orders);
    expect(june!.orders!.count).toBeGreaterThan(0);
  });
});

describe('narrowing', () => {
  test('the platforms together are the whole, and none of them alone is', async () => {
    const source = partSource(data, options);
    expect([...source.choices.platform!].sort()).toEqual(['pdd', 'taobao']);
    const orders = async (filter: Filter) => (await source.parts(['orders'], filter, quiet))!.orders!.count;
    const parts = await Promise.all(source.choices.platform!.map((platform) => orders({ platform })));
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(await orders({}));
    expect(Math.min(...parts)).toBeGreaterThan(0);
  });

  test('of the book stays what belongs to the buyers with a tag', async () => {
    const parts = await partSource(data, options).parts(['promises', 'records'], { tag: 'tea' }, quiet);
    const tagged = new Set(data.book!.buyers.filter(({ tags }) => tags.includes('tea')).map(({ id }) => id));
    const known = (noun: string) => parts!.records!.find((row) => row.noun === noun)?.total;
    expect(known('buyers')).toBe(tagged.size);
    expect(known('promises')).toBe(data.book!.promises.filter((one) => tagged.has(one.buyerId)).length);
  });

  test('a label nobody carries leaves nothing, and the parts say why', async () => {
    const parts = await partSource(data, options).parts(
      ['orders', 'repeat', 'promises'],
      { tag: '—' },
      quiet,
    );
    expect(parts).toMatchObject({ orders: null, repeat: null });
    expect(parts!.ordersReason).toBeTruthy();
    expect(parts!.repeatReason).toBe(parts!.ordersReason);
  });
});

describe('narrowing by a side', () => {
  test('the first thing bought chooses buyers with all their orders, a thing chooses orders', async () => {
    const orders = orderFrame([
      { buyer: 'a', at: '2026-01-01' },
      { buyer: 'a', at: '2026-02-01' },
      { buyer: 'b', at: '2026-01-05' },
      { buyer: 'b', at: '2026-03-01' },
      { buyer: null, at: '2026-01-06' },
    ]);
    const [tea, cup] = [0, 1];
    const none = () => ({ texts: [], start: new Uint32Array(6), at: new Int32Array(0) });
    const product = {
      texts: ['tea', 'cup'],
      start: Uint32Array.of(0, 1, 2, 3, 4, 5),
      at: Int32Array.of(tea, cup, cup, tea, tea),
    };
    const sides = { product, city: none(), discount: none() };
    const source = partSource(dataset({ orders: { ...orders, sides } }), reviewOptions());
    const repeat = async (filter: Filter) => (await source.parts(['repeat'], filter, quiet))!.repeat;
    expect(await repeat({ firstProduct: 'tea' })).toMatchObject({ buyers: 1, repeatBuyers: 1 });
    expect(await repeat({ product: 'tea' })).toMatchObject({ buyers: 2, repeatBuyers: 0 });
    expect(await repeat({ product: 'salt' })).toBeNull();
    expect(source.choices.product).toEqual(['tea', 'cup']);
    expect(source.choices.tag).toBeUndefined();
  });

  test('the book follows its buyers', () => {
    const book = bookOf(['a', 'b']);
    const buyers = book.buyers.map((one) => (one.id === 'a' ? { ...one, tags: ['vip'] } : one));
    const input = measureInput(dataset({ book: { ...book, buyers } }), reviewOptions());
    const chosen = settledInput(input, { ...EVERYTHING, tag: 'vip' });
    expect(chosen.book!.buyers.map(({ id }) => id)).toEqual(['a']);
    expect(chosen.book!.accounts.map(({ buyerId }) => buyerId)).toEqual(['a']);
    const others = settledInput(input, { ...EVERYTHING, tag: '' });
    expect(others.book!.buyers.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('the line of cells in the worker', () => {
  const ask = (names: readonly PartName[], id: number) => ({ id, names, filter: {} });

  test('what is dropped while it waits is never begun; the others are answered in order', async () => {
    const begun: string[] = [];
    const source = {
      ...partSource(data, options),
      parts: async (names: readonly PartName[]) => {
        begun.push(names.join());
        return {};
      },
    };
    const replies: PartsReply[] = [];
    const session = partsSession(source, (reply) => replies.push(reply));
    session.ask(ask(['repeat'], 1));
    session.ask(ask(['clv'], 2));
    session.ask(ask(['waits'], 3));
    session.drop(2);
    await until(() => expect(replies).toHaveLength(3));
    expect(begun).toEqual(['repeat', 'waits']);
    expect(replies.map((reply) => ('id' in reply ? `${reply.kind} ${reply.id}` : ''))).toEqual([
      'dropped 2',
      'parts 1',
      'parts 3',
    ]);
  });

  test('what is dropped while it runs is stopped; a fault is said and the line goes on', async () => {
    const replies: PartsReply[] = [];
    const source = partSource(data, options);
    const faulty = {
      ...source,
      parts: async (...[names, filter, progress]: Parameters<typeof source.parts>) => {
        if (names.includes('waits')) throw new Error('out of memory');
        return source.parts(names, filter, progress);
      },
    };
    const session = partsSession(faulty, (reply) => replies.push(reply));
    session.ask(ask(['clv'], 1));
    session.drop(1);
    session.ask(ask(['waits'], 2));
    session.ask(ask(['repeat'], 3));
    await until(() => expect(replies).toHaveLength(3));
    expect(replies[0]).toEqual({ kind: 'dropped', id: 1 });
    expect(replies[1]).toEqual({ kind: 'unable', id: 2, detail: 'out of memory' });
    expect(replies[2]).toMatchObject({ kind: 'parts', id: 3 });
  });
});
