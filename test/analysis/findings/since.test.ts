import { buildReview } from '@analysis/build-review';
import type { ForecastSection } from '@analysis/measures/forecast';
import type { Review } from '@analysis/review';
import type { Freeze } from '@shared/records/freeze';
import type { Frozen } from '@shared/records/freeze-file';
import { type Resolution, workKey } from '@shared/records/week-work';
import type { Json } from '@shared/text/json';
import { expect, test } from 'vitest';
import { recordOf } from '../../setup/record';
import { bookOf, envelope, promise } from '../measures/book-rows';
import { dataset, type OrderRow, orderFrame, reviewOptions } from '../measures/frames';

const TODAY = '2026-11-23';
const CALM = { report: () => undefined, signal: new AbortController().signal };
const DECISION: Resolution = { text: 'fewer parcels late', aim: 'late', was: 3, done: true };

const told = (from: string, to: string): ForecastSection => ({
  period: { from, to },
  orders: { expected: 4, interval: [2, 6] },
  revenue: { expected: 40, interval: [25, 60] },
  last: null,
  weeks: 8,
  rule: { orders: 4, revenue: 4 },
  checked: { weeks: 2, inside: 1 },
});

const earlier = (parts: Partial<Review>): Json =>
  ({ schema: 'review/1', currency: 'CNY', ...parts }) as unknown as Json;

function putAway(week: string, review: Json, decisions: readonly Resolution[] = []): Frozen {
  return {
    week,
    takenAt: '2026-11-15T12:00:00Z',
    program: 'Zhanggui 0.1.0',
    inputs: [],
    review,
    notes: {},
    decisions: decisions as unknown as Json,
  };
}

const inBook = (frozen: Frozen): Freeze => recordOf('freezes', { ...envelope('freeze'), ...frozen });
const setting = (key: string, value: Json) => recordOf('settings', { ...envelope('setting'), key, value });

/** Two orders a day at 10 each in the week of the review, so 14 of them. */
const week: OrderRow[] = Array.from({ length: 14 }, (_, index) => ({
  buyer: `b${index}`,
  at: `2026-11-${16 + (index % 7)}`,
}));

async function sinceOf(parts: Parameters<typeof dataset>[0]) {
  const data = dataset({ orders: orderFrame(week), ...parts });
  const review = await buildReview(data, reviewOptions({ today: TODAY }), CALM);
  return review?.since;
}

test('without a week before there is nothing to compare with', async () => {
  expect(await sinceOf({ book: bookOf(['anna'], {}) })).toBeNull();
  expect(await sinceOf({})).toBeNull();
});

test('the newest week put away before this one is the base; its decisions carry their numbers', async () => {
  const late = promise({ due: { on: 'day', day: '2026-11-18' } });
  const before = earlier({ promises: { late: 3 } as Review['promises'] });
  const book = bookOf(['anna'], {
    promises: [late],
    freezes: [
      inBook(putAway('2026-W44', earlier({}))),
      inBook(putAway('2026-W46', before, [DECISION])),
      inBook(putAway('2026-W47', earlier({}))),
    ],
  });
  const since = await sinceOf({ book });
  expect(since).toMatchObject({
    week: '2026-W46',
    frozenAt: '2026-11-15T12:00:00Z',
    program: 'Zhanggui 0.1.0',
  });
  expect(since?.decisions).toEqual([{ ...DECISION, now: 1 }]);
  expect(since?.numbers).toContainEqual({ aim: 'late', was: 3, now: 1 });
});

test('decisions are checked even where nobody put the week away; ticks in the book are the newer ones', async () => {
  const lines = { '2026-W46': ['call the kiln', '', ''] };
  const old = await sinceOf({ book: bookOf(['anna'], { settings: [setting('decisions', lines)] }) });
  expect(old).toMatchObject({ week: '2026-W46', frozenAt: null, numbers: [], forecast: null });
  expect(old?.decisions.map(({ text }) => text)).toEqual(['call the kiln']);

  const undone = { ...DECISION, done: null };
  const work = { notes: {}, decisions: [DECISION] } as unknown as Json;
  const book = bookOf(['anna'], {
    settings: [setting(workKey('2026-W46'), work)],
    freezes: [inBook(putAway('2026-W46', earlier({}), [undone]))],
  });
  expect((await sinceOf({ book }))?.decisions[0]?.done).toBe(true);
});

test('a week put away as a file serves as well as one of the book', async () => {
  const since = await sinceOf({ frozen: [putAway('2026-W46', earlier({}), [DECISION])] });
  expect(since?.decisions.map(({ text }) => text)).toEqual([DECISION.text]);
});

test('the forecast is checked on its own days, once they are over', async () => {
  const forecast = async (from: string, to: string) => {
    const frozen = [putAway('2026-W46', earlier({ forecast: told(from, to) }))];
    return (await sinceOf({ frozen }))?.forecast;
  };
  expect(await forecast('2026-11-16', '2026-11-22')).toEqual({
    period: { from: '2026-11-16', to: '2026-11-22' },
    orders: { expected: 4, interval: [2, 6], actual: 14, inside: false },
    revenue: { expected: 40, interval: [25, 60], actual: 140, inside: false },
  });
  expect((await forecast('2026-11-16', '2026-11-17'))?.orders).toMatchObject({ actual: 4, inside: true });
  expect(await forecast('2026-11-20', '2026-11-26')).toBeNull();
});

test('amounts in another currency are not set beside each other', async () => {
  const before = earlier({
    currency: 'USD',
    week: { before: { from: '', to: '' }, rows: [{ key: 'revenue', now: 9, before: null }] },
    goodwill: { outstanding: 5 } as Review['goodwill'],
  });
  const since = await sinceOf({ frozen: [putAway('2026-W46', before)] });
  expect(since?.numbers).toEqual([]);
});
