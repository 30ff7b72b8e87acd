import { purchasesOf } from '@analysis/measures/book-buyers';
import type { BookView } from '@analysis/measures/book-view';
import { complaintsSection } from '@analysis/measures/complaints';
import { giftsSection } from '@analysis/measures/gifts';
import { goodwillSection } from '@analysis/measures/goodwill';
import { promisesSection } from '@analysis/measures/promises';
import { emptyBook } from '@shared/records/book';
import { describe, expect, it } from 'vitest';
import { bookOf, complaint, discount, gift, promise, yuan } from './book-rows';
import { orderFrame, wall } from './frames';

const VIEW: BookView = { from: null, asOf: '2026-11-22', timeZone: 'Asia/Shanghai' };
const NOBODY = new Map<string, readonly number[]>();

describe('orders of the book’s buyers', () => {
  it('are those whose key is a living buyer of the book, in time order', () => {
    const book = bookOf(['anna', 'bo', 'gone']);
    const buyers = book.buyers.map((buyer) => (buyer.id === 'gone' ? { ...buyer, deleted: true } : buyer));
    const frame = orderFrame([
      { buyer: 'anna', at: '2026-11-02' },
      { buyer: 'anna', at: '2026-11-01' },
      { buyer: 'taobao:stranger', at: '2026-11-03' },
      { buyer: 'gone', at: '2026-11-03' },
      { buyer: null, at: '2026-11-03' },
    ]);
    expect([...purchasesOf(frame, { ...book, buyers })]).toEqual([
      ['anna', [wall('2026-11-01'), wall('2026-11-02')]],
    ]);
  });
});

describe('promises', () => {
  it('rates only those whose time has come', () => {
    const promises = [
      promise({ state: 'kept', settledAt: '2026-11-19T04:00:00Z', settledOn: '2026-11-19' }),
      promise({ state: 'kept', settledAt: '2026-11-21T04:00:00Z', settledOn: '2026-11-21' }),
      promise({ state: 'open' }),
      promise({ state: 'open', due: { on: 'day', day: '2026-11-24' } }),
      promise({ state: 'open', due: { on: 'next-order' } }),
      promise({ state: 'broken', settledAt: '2026-11-21T04:00:00Z' }),
      promise({ state: 'released', settledAt: '2026-11-21T04:00:00Z' }),
      promise({ state: 'to-be-sent' }),
      promise({ deleted: true }),
    ];
    expect(promisesSection(bookOf(['anna'], { promises }), NOBODY, VIEW)).toMatchObject({
      made: 7,
      toBeSent: 1,
      open: 2,
      near: 1,
      late: 1,
      keptOnTime: 1,
      keptLate: 1,
      broken: 1,
      released: 1,
      keptRate: 0.25,
      byKind: [{ kind: 'ship', made: 7, keptOnTime: 1, settled: 4 }],
    });
  });

  it('looks back from an earlier day: what was settled later was still open', () => {
    const promises = [
      promise({ state: 'kept', settledAt: '2026-11-19T04:00:00Z', settledOn: '2026-11-19' }),
      promise({ saidAt: '2026-11-16T04:00:00Z' }),
    ];
    const section = promisesSection(bookOf(['anna'], { promises }), NOBODY, { ...VIEW, asOf: '2026-11-15' });
    expect(section).toMatchObject({ made: 1, open: 1, keptOnTime: 0, keptRate: null, interval: null });
  });

  it('groups buyers with orders by the worst that became of promises to them', () => {
    const promises = [
      promise({ buyerId: 'anna', state: 'kept', settledAt: '2026-11-19T04:00:00Z', settledOn: '2026-11-19' }),
      promise({ buyerId: 'bo', state: 'kept', settledAt: '2026-11-19T04:00:00Z', settledOn: '2026-11-19' }),
      promise({ buyerId: 'bo', state: 'broken', settledAt: '2026-11-19T04:00:00Z' }),
    ];
    const purchases = new Map([
      ['anna', [1, 2]],
      ['bo', [1]],
      ['cy', [1]],
    ]);
    const book = bookOf(['anna', 'bo', 'cy', 'no-orders'], { promises });
    const rows = promisesSection(book, purchases, VIEW)!.repeatByOutcome;
    expect(rows.map(({ outcome, buyers, repeatBuyers }) => [outcome, buyers, repeatBuyers])).toEqual([
      ['kept', 1, 1],
      ['broken', 1, 0],
      ['none', 1, 0],
    ]);
  });

  it('has no section without promises', () => {
    expect(promisesSection(emptyBook(), NOBODY, VIEW)).toBeNull();
  });
});

describe('goodwill', () => {
  it('is issued − redeemed − expired − released, aged, never guessed for percentages', () => {
    const discounts = [
      discount({ amount: yuan(10) }),
      discount({ amount: yuan(5.5), saidAt: '2026-09-20T04:00:00Z' }),
      discount({ amount: yuan(8), saidAt: '2026-06-01T04:00:00Z' }),
      discount({ amount: null, percentOff: 10 }),
      discount({ amount: yuan(20), state: 'redeemed', settledAt: '2026-11-15T04:00:00Z' }),
      discount({ amount: yuan(7), expires: '2026-11-21' }),
      discount({ amount: yuan(3), state: 'released', settledAt: '2026-11-15T04:00:00Z' }),
      discount({ amount: yuan(99), when: 'now', state: 'given' }),
      discount({ amount: yuan(99), state: 'to-be-sent' }),
      discount({ amount: { minor: 999, currency: 'USD' } }),
    ];
    const section = goodwillSection(bookOf(['anna'], { discounts }), VIEW, 'CNY', 0.4)!;
    expect(section).toEqual({
      issued: 53.5,
      redeemed: 20,
      expired: 7,
      released: 3,
      outstanding: 23.5,
      outstandingCount: 5,
      percentOutstanding: 1,
      aged: [
        { band: '0-30', count: 3, amount: 10 },
        { band: '31-90', count: 1, amount: 5.5 },
        { band: '90+', count: 1, amount: 8 },
      ],
      expected: 9.4,
    });
    expect(section.issued - section.redeemed - section.expired - section.released).toBe(section.outstanding);
  });
});

describe('gifts', () => {
  it('expires a queue gift after 30 days without an order and counts the cost of packed ones', () => {
    const gifts = [
      gift(),
      gift({ saidAt: '2026-10-22T04:00:00Z', saidOn: '2026-10-22' }),
      gift({ state: 'packed', cost: yuan(4.5), settledAt: '2026-11-20T04:00:00Z' }),
      gift({ state: 'to-be-sent' }),
    ];
    expect(giftsSection(bookOf(['anna'], { gifts }), NOBODY, VIEW, 'CNY')).toMatchObject({
      promised: 3,
      packed: 1,
      waitingForOrder: 1,
      expired: 1,
      cost: 4.5,
    });
  });

  it('watches each buyer for 60 full days, once, and the others from their first order', () => {
    const old = { saidAt: '2026-09-01T04:00:00Z', saidOn: '2026-09-01' };
    const gifts = [
      gift({ buyerId: 'anna', ...old }),
      gift({ buyerId: 'bo', ...old }),
      gift({ buyerId: 'cy' }),
    ];
    const purchases = new Map([
      ['anna', [wall('2026-09-01'), wall('2026-09-20')]],
      ['bo', [wall('2026-09-01')]],
      ['di', [wall('2026-08-01'), wall('2026-08-05')]],
      ['ed', [wall('2026-11-20')]],
    ]);
    const section = giftsSection(
      bookOf(['anna', 'bo', 'cy', 'di', 'ed'], { gifts }),
      purchases,
      VIEW,
      'CNY',
    )!;
    expect(section.returned.map(({ group, buyers, returned }) => [group, buyers, returned])).toEqual([
      ['gift', 2, 1],
      ['none', 1, 1],
    ]);
    expect(section.byWait).toEqual([{ minutes: '5-15', gifts: 2, returned: 1, rate: 0.5 }]);
  });
});

describe('complaints', () => {
  it('compares with the orders since the book began', () => {
    const complaints = [
      complaint({
        remedyAt: '2026-11-11T04:00:00Z',
        closedAt: '2026-11-12T04:00:00Z',
        state: 'closed',
      }),
      complaint({ cause: 'quality', cost: null, remedyAt: '2026-11-10T16:00:00Z', state: 'remedied' }),
      complaint({ cause: 'transit' }),
    ];
    const orders = orderFrame([
      { buyer: null, at: '2026-10-01' },
      { buyer: null, at: '2026-11-10' },
      ...Array.from({ length: 9 }, () => ({ buyer: null, at: '2026-11-12' })),
    ]);
    expect(complaintsSection(bookOf(['anna'], { complaints }), orders, VIEW, 'CNY')).toEqual({
      count: 3,
      per100Orders: 30,
      closed: 1,
      medianHoursToRemedy: 18,
      cost: 40,
      byCause: [
        { cause: 'transit', count: 2, cost: 40 },
        { cause: 'quality', count: 1, cost: 0 },
      ],
    });
  });
});
