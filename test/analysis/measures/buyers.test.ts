import { breakdowns } from '@analysis/measures/breakdowns';
import { graduatedBuyers, withoutBuyers } from '@analysis/measures/graduated';
import { sidesInput } from '@analysis/measures/input';
import { nextPurchases } from '@analysis/measures/next-purchase';
import { purchaseGaps } from '@analysis/measures/purchase-gaps';
import { rankScores, rfmScores, rfmSection } from '@analysis/measures/rfm';
import { withoutSamples } from '@analysis/measures/samples';
import { purchaseDays } from '@analysis/models/summary';
import type { Person } from '@shared/records/person';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';
import { bookOf, discount, envelope, promise } from './book-rows';
import { dataset, orderFrame } from './frames';

const daysOf = (
  rows: readonly (readonly [buyer: string, at: string, paid?: number])[],
  asOf = '2026-11-22',
) =>
  purchaseDays(
    orderFrame(rows.map(([buyer, at, paid]) => ({ buyer, at, ...(paid === undefined ? {} : { paid }) }))),
    asOf,
  );

const person = (buyerId: string, graduatedOn: string | null): Person =>
  recordOf('people', {
    ...envelope('person'),
    buyerId,
    name: 'Bao',
    relation: 'baby',
    born: null,
    stage: '',
    note: '',
    graduatedOn,
  });

describe('gaps between purchases', () => {
  const days = daysOf([
    ['a', '2026-01-01'],
    ['a', '2026-01-11'],
    ['a', '2026-01-31'],
    ['b', '2026-02-01'],
    ['b', '2026-02-01'],
    ['b', '2026-03-03'],
    ['c', '2026-02-01'],
  ]);

  it('counts completed gaps between distinct days, by how many purchases came before', () => {
    expect(purchaseGaps(days)).toEqual({
      gaps: 3,
      buyers: 2,
      medianDays: 20,
      middleHalf: [15, 25],
      byPurchase: [
        { after: 1, gaps: 2, medianDays: 20 },
        { after: 2, gaps: 1, medianDays: 20 },
      ],
    });
  });

  it('has nothing to say where nobody came back', () => {
    expect(purchaseGaps(daysOf([['a', '2026-01-01']]))).toBeNull();
  });

  it('expects each buyer by the typed pace, their own, or the shop’s, in this order', () => {
    const supply = recordOf('supplies', {
      ...envelope('supply'),
      buyerId: 'c',
      personId: null,
      productId: null,
      what: 'milk powder',
      boughtOn: '2026-02-01',
      amount: 900,
      daily: 90,
      unit: 'g',
      runsOutOn: '2026-02-11',
      state: 'running',
      toldAt: null,
      by: 'owner',
    });
    const book = bookOf(['a', 'b', 'c'], { supplies: [supply] });
    const rows = nextPurchases(days, book, '2026-03-10');
    expect(rows.map(({ buyer, expected, by, overdue }) => [buyer, expected, by, overdue])).toEqual([
      ['c', '2026-02-11', 'typed', 27],
      ['a', '2026-02-15', 'own', 23],
      ['b', '2026-03-23', 'shop', -13],
    ]);
    expect(
      nextPurchases(days, book, '2026-03-10', { graduated: new Set(['c']) }).map(({ buyer }) => buyer),
    ).toEqual(['a', 'b']);
    // Expected they are, but nobody is to be told to write to them.
    const unwilling = { ...book, buyers: book.buyers.map((one) => ({ ...one, mayBeWritten: false })) };
    const pressing = (of: typeof book) =>
      nextPurchases(days, of, '2026-02-16', { pressing: { ahead: 7 } }).map(({ buyer }) => buyer);
    expect([pressing(book), pressing(unwilling)]).toEqual([['c', 'a'], []]);
    expect(nextPurchases(days, unwilling, '2026-02-16')).toHaveLength(3);
  });
});

describe('recency, frequency, money', () => {
  it('scores by rank: equal values equal scores, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }), (values) => {
        const scores = [...rankScores(values, 5)];
        const reversed = [...rankScores([...values].reverse(), 5)].reverse();
        expect(scores).toEqual(reversed);
        values.forEach((value, i) => {
          expect(scores[i]).toBeGreaterThanOrEqual(1);
          expect(scores[i]).toBeLessThanOrEqual(5);
          values.forEach((other, j) => {
            if (value < other) expect(scores[i]).toBeLessThanOrEqual(scores[j]!);
          });
        });
      }),
    );
  });

  /** Thirty buyers: k buys k % 3 + 1 times, the last on day k of November; b29 came back on the 21st. */
  const rows = Array.from({ length: 30 }, (_, k) =>
    Array.from({ length: (k % 3) + 1 }, (_, n) => [
      `b${k}`,
      `2026-${n === 0 ? '09' : '08'}-${String((k % 28) + 1).padStart(2, '0')}`,
      10 * (k + 1),
    ]),
  ).flat() as [string, string, number][];
  const scores = rfmScores(daysOf([...rows, ['b0', '2026-11-21', 5000]]), '2026-11-22');

  it('gives each of 30 buyers a score from 1 to 3 and says who moved in four weeks', () => {
    expect(scores.length).toBe(30);
    const risen = scores.find(({ buyer }) => buyer === 'b0')!;
    expect(risen).toMatchObject({ r: 3, m: 3, lastDaysAgo: 1, purchases: 2, spent: 5010, movement: 'up' });
    expect(risen.before).toBeLessThan(risen.r + risen.f + risen.m);
    const section = rfmSection(scores, '2026-11-22')!;
    expect(section).toMatchObject({ groups: 3, buyers: 30, since: '2026-10-25', entered: 0 });
    expect(section.up + section.down + section.same + section.entered).toBe(30);
    expect(section.cells.reduce((sum, cell) => sum + cell.buyers, 0)).toBe(30);
  });

  it('says nothing below 30 buyers', () => {
    const few = rfmScores(daysOf(rows.filter(([buyer]) => buyer !== 'b29')), '2026-11-22');
    expect([few, rfmSection(few, '2026-11-22')]).toEqual([[], null]);
  });
});

describe('graduated buyers', () => {
  const orders = orderFrame([
    { buyer: 'anna', at: '2026-01-01' },
    { buyer: 'bo', at: '2026-01-01' },
    { buyer: 'cy', at: '2026-01-01' },
    { buyer: 'cy', at: '2026-08-01' },
    { buyer: 'di', at: '2026-01-01' },
  ]);
  const people = [
    person('anna', '2026-06-01'),
    person('bo', '2026-06-01'),
    person('bo', null),
    person('cy', '2026-06-01'),
    person('di', '2026-12-01'),
  ];
  const book = bookOf(['anna', 'bo', 'cy', 'di'], { people });

  it('are those for whom nobody needs anything any more and who bought nothing since', () => {
    expect([...graduatedBuyers(book, orders, '2026-11-22')]).toEqual(['anna']);
    expect([...graduatedBuyers(book, orders, '2026-12-02')]).toEqual(['anna', 'di']);
    expect([...graduatedBuyers(null, orders, '2026-11-22')]).toEqual([]);
  });

  it('leave the models but not the orders', () => {
    const left = withoutBuyers(orders, new Set(['anna']));
    expect([left.count, [...left.buyer]]).toEqual([5, [-1, 1, 2, 2, 3]]);
    expect(purchaseDays(left, '2026-11-22').buyers).toEqual(['bo', 'cy', 'di']);
  });
});

describe('breakdowns', () => {
  const order = (number: string, title: string, region: string) =>
    recordOf('orders', {
      ...envelope('order'),
      platform: 'shop',
      number,
      buyerKey: null,
      buyerName: '',
      createdAt: null,
      paidAt: null,
      shippedAt: null,
      completedAt: null,
      status: 'paid',
      paid: null,
      refund: null,
      refundUnknown: false,
      items: [{ title, sku: '', quantity: 1 }],
      region,
      buyerMessage: '',
      sellerMemo: '',
    });
  const frame = orderFrame([
    { buyer: 'anna', at: '2026-01-01', number: '1', paid: 30 },
    { buyer: 'anna', at: '2026-02-01', number: '2', paid: 10 },
    { buyer: 'bo', at: '2026-03-01', number: '3', paid: 20, refund: 5 },
    { buyer: null, at: '2026-03-02', number: '4', paid: 7, platform: 'pdd' },
  ]);
  const plain = bookOf(['anna', 'bo'], {
    orders: [order('1', 'tea', '杭州'), order('2', 'cup', '杭州'), order('3', 'tea', '')],
    discounts: [
      discount({ buyerId: 'bo', when: 'next' }),
      discount({ buyerId: 'bo', when: 'now', state: 'given', saidAt: '2026-01-01T00:00:00Z' }),
    ],
  });
  const book = {
    ...plain,
    buyers: plain.buyers.map((buyer) => ({ ...buyer, tags: buyer.id === 'bo' ? ['老客', '茶'] : ['茶'] })),
  };
  const clv = new Map([
    ['anna', 100],
    ['bo', 41],
  ]);
  const all = breakdowns(frame, sidesInput(frame, book, 'CNY').counted(), 'CNY', clv);
  const rows = (side: string) =>
    all
      .find((one) => one.side === side)
      ?.rows.map(({ label, orders, buyers, repeatBuyers, revenue, meanClv }) => [
        label,
        orders,
        buyers,
        repeatBuyers,
        revenue,
        meanClv,
      ]);

  it('tell platforms apart in any data', () => {
    expect(rows('platform')).toEqual([
      ['shop', 3, 2, 1, 55, 70.5],
      ['pdd', 1, 0, 0, 7, null],
    ]);
  });

  it('tell products, places, tags, first product and first discount apart where the book knows them', () => {
    expect(rows('product')).toEqual([
      ['tea', 2, 2, 1, 45, 70.5],
      ['cup', 1, 1, 1, 10, 100],
      ['', 1, 0, 0, 7, null],
    ]);
    expect(rows('city')).toEqual([
      ['杭州', 2, 1, 1, 40, 100],
      ['', 2, 1, 0, 22, 41],
    ]);
    expect(rows('tag')!.slice(0, 2)).toEqual([
      ['茶', 3, 2, 1, 55, 70.5],
      ['老客', 1, 1, 0, 15, 41],
    ]);
    expect(rows('firstProduct')![0]).toEqual(['tea', 3, 2, 1, 55, 70.5]);
    expect(rows('firstDiscount')).toEqual([
      ['', 3, 1, 1, 47, 100],
      ['now', 1, 1, 0, 15, 41],
    ]);
    expect(rows('grade')).toBeUndefined();
  });
});

it('the sample buyer and all that hangs on them are in no number', () => {
  const book = bookOf(['anna', 'sample'], { promises: [promise(), promise({ buyerId: 'sample' })] });
  const buyers = book.buyers.map((buyer) => ({ ...buyer, sample: buyer.id === 'sample' }));
  const orders = orderFrame([
    { buyer: 'anna', at: '2026-01-01' },
    { buyer: 'sample', at: '2026-01-02' },
  ]);
  const data = withoutSamples(dataset({ book: { ...book, buyers }, orders }));
  expect(data.book!.buyers.map(({ id }) => id)).toEqual(['anna']);
  expect(data.book!.promises.map(({ buyerId }) => buyerId)).toEqual(['anna']);
  expect(data.orders.count).toBe(1);
  const plain = dataset({ book });
  expect(withoutSamples(plain)).toBe(plain);
});
