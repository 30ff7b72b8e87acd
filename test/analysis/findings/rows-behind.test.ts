import { buildReview } from '@analysis/build-review';
import { buyerNames } from '@analysis/findings/lists/lists';
import type { Behind } from '@analysis/findings/rows/behind';
import { rowsBehind } from '@analysis/findings/rows/rows-behind';
import { measureInput } from '@analysis/measures/input';
import { expect, test } from 'vitest';
import { bookOf, complaint, discount, gift, promise, yuan } from '../measures/book-rows';
import { dataset, orderFrame, reviewOptions } from '../measures/frames';

const CALM = { report: () => undefined, signal: new AbortController().signal };
const day = (due: string) => ({ due: { on: 'day', day: due } as const });

const data = dataset({
  orders: orderFrame([
    { buyer: 'anna', at: '2026-09-01', paid: 20 },
    { buyer: 'anna', at: '2026-11-20', paid: 30, number: 'A7' },
    { buyer: 'x-9', at: '2026-11-22', paid: 5 },
    { buyer: null, at: '2026-11-21', paid: 7 },
  ]),
  book: bookOf(['anna'], {
    promises: [
      promise({ what: 'late one', ...day('2026-11-18') }),
      promise({ what: 'open one', ...day('2026-11-30') }),
      promise({
        state: 'kept',
        ...day('2026-11-18'),
        settledAt: '2026-11-17T04:00:00Z',
        settledOn: '2026-11-17',
      }),
      promise({
        state: 'kept',
        ...day('2026-11-12'),
        settledAt: '2026-11-17T04:00:00Z',
        settledOn: '2026-11-17',
      }),
      promise({ state: 'broken', ...day('2026-11-12') }),
      promise({ state: 'to-be-sent' }),
    ],
    discounts: [discount(), discount({ state: 'redeemed' }), discount({ when: 'now' })],
    gifts: [
      gift(),
      gift({ coin: 'gift', saidAt: '2026-11-20T04:00:00Z', saidOn: '2026-11-20' }),
      // Nothing was given here: the coin of the gift test fell so.
      gift({ coin: 'none', state: 'released', cost: null, saidAt: '2026-11-20T04:00:00Z' }),
    ],
    complaints: [complaint({ cost: yuan(12) })],
  }),
});
const input = measureInput(data, reviewOptions({ today: '2026-11-23' }));
const rows = (of: Behind) => rowsBehind(of, input, buyerNames(data.book));

test('there are as many rows behind a number as the number says', async () => {
  const review = await buildReview(data, reviewOptions({ today: '2026-11-23' }), CALM);
  const { promises, goodwill, repeat, week, complaints } = review!;
  expect(rows('promisesLate').count).toBe(promises!.late);
  expect(rows('promisesOpen').count).toBe(promises!.open);
  expect(rows('promisesKept').count).toBe(promises!.keptOnTime);
  expect(rows('promisesKeptLate').count).toBe(promises!.keptLate);
  expect(rows('promisesBroken').count).toBe(promises!.broken);
  expect(rows('discountsOwed').count).toBe(goodwill!.outstandingCount);
  expect(rows('repeatBuyers').count).toBe(repeat!.repeatBuyers);
  expect(rows('onceBuyers').count).toBe(repeat!.buyers - repeat!.repeatBuyers);
  expect(rows('weekOrders').count).toBe(week!.rows.find(({ key }) => key === 'orders')!.now);
  expect(rows('weekGifts').count).toBe(week!.rows.find(({ key }) => key === 'gifts')!.now);
  expect(rows('complaints').count).toBe(complaints!.count);
  expect([promises!.late, promises!.keptLate, promises!.broken, goodwill!.outstandingCount]).toEqual([
    1, 1, 1, 1,
  ]);
});

test('a row says who, what, when and how much; a buyer of the book can be opened, a stranger not', () => {
  expect(rows('weekOrders').rows).toEqual([
    { buyer: null, name: 'x-9', what: 'N2', day: '2026-11-22', amount: 5 },
    { buyer: null, name: '', what: 'N3', day: '2026-11-21', amount: 7 },
    { buyer: 'anna', name: 'anna', what: 'A7', day: '2026-11-20', amount: 30 },
  ]);
  expect(rows('complaints').rows[0]).toMatchObject({ buyer: 'anna', amount: 12 });
  expect(rows('weekGifts').rows).toMatchObject([{ buyer: 'anna', day: '2026-11-20', amount: 3 }]);
});

test('without a book its rows are none', () => {
  const alone = measureInput(dataset({ orders: data.orders }), reviewOptions({ today: '2026-11-23' }));
  expect(rowsBehind('promisesLate', alone, new Map())).toEqual({ count: 0, rows: [] });
});
