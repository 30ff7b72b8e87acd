import {
  type ConditionFacts,
  fallsDue,
  NO_FACTS,
  type OrderFact,
  standingNow,
} from '@shared/records/condition';
import type { Due } from '@shared/records/promise';
import { describe, expect, test } from 'vitest';

const SAID = '2026-11-22T12:00:00Z'; // Sunday, 20:00 in Shanghai

const promise = (due: Due, more: { readonly orderNumber?: string; readonly what?: string } = {}) => ({
  due,
  saidAt: SAID,
  what: more.what ?? 'a sample',
  orderNumber: more.orderNumber ?? null,
  state: 'open' as const,
  settledOn: null,
});

const facts = (more: Partial<ConditionFacts>): ConditionFacts => ({
  ...NO_FACTS,
  timeZone: 'Asia/Shanghai',
  ...more,
});

const order = (more: Partial<OrderFact> = {}): OrderFact => ({
  number: '77',
  madeAt: '2026-11-25T03:00:00Z',
  knownAt: '2026-11-26T01:00:00Z',
  status: 'paid',
  shippedAt: null,
  shippingKnownAt: '',
  metWith: false,
  ...more,
});

describe('next chat', () => {
  const next = promise({ on: 'next-chat' });
  test.each([
    ['the same conversation', '2026-11-22T12:40:00Z', 'pending'],
    ['past midnight, but still the same conversation', '2026-11-22T14:59:59Z', 'pending'],
    ['three hours later', '2026-11-22T15:00:00Z', 'due'],
    ['weeks later it is due, never late', '2026-12-20T12:00:00Z', 'due'],
  ])('%s', (_, chatAt, stands) => {
    expect(standingNow(next, chatAt.slice(0, 10), facts({ chatAt }))).toBe(stands);
  });

  test('waits while the chat is closed', () => {
    expect(standingNow(next, '2026-12-20', facts({}))).toBe('pending');
  });
});

describe('next order', () => {
  const next = promise({ on: 'next-order' });

  test('comes up on the day the book hears of the order, and stays due until it is settled', () => {
    const came = facts({ orders: [order()] });
    expect(fallsDue(next, came)).toEqual({ day: '2026-11-26', firm: false, orderNumber: '77' });
    expect(standingNow(next, '2026-11-26', came)).toBe('due');
    expect(standingNow(next, '2026-12-09', came)).toBe('due');
  });

  test.each([
    ['an order of before', { madeAt: '2026-11-22T11:59:00Z' }],
    ['one that is not paid', { status: 'unpaid' as const }],
    ['one that was cancelled', { status: 'cancelled' as const }],
    ['a number that stood on the page when the buyer was met', { madeAt: null, metWith: true }],
    ['a number seen before the words', { madeAt: null, knownAt: '2026-11-20T00:00:00Z' }],
  ])('%s is not the next one', (_, more) => {
    expect(fallsDue(next, facts({ orders: [order(more)] }))).toBeNull();
  });

  test('a number newly seen in the chat is one', () => {
    expect(fallsDue(next, facts({ orders: [order({ madeAt: null })] }))?.orderNumber).toBe('77');
  });

  test('an export that knows only days counts the same day, if the book had not heard of it', () => {
    const midnight = '2026-11-21T16:00:00Z';
    expect(fallsDue(next, facts({ orders: [order({ madeAt: midnight })] }))).not.toBeNull();
    const heard = order({ madeAt: midnight, knownAt: '2026-11-22T08:00:00Z' });
    expect(fallsDue(next, facts({ orders: [heard] }))).toBeNull();
  });

  test('the order it was said about is not the next one', () => {
    const said = promise({ on: 'next-order' }, { orderNumber: '77' });
    expect(fallsDue(said, facts({ orders: [order(), order({ number: '78' })] }))?.orderNumber).toBe('78');
  });
});

describe('shipped + n days', () => {
  const later = promise({ on: 'shipped', plusDays: 3 });
  const shipped = (more: Partial<OrderFact> = {}) =>
    order({ shippedAt: '2026-11-24T15:00:00Z', shippingKnownAt: '2026-11-24T15:00:00Z', ...more });

  test('is a day like any other once the parcel left: near, due, late', () => {
    const left = facts({ orders: [shipped()] });
    expect(fallsDue(later, left)).toEqual({ day: '2026-11-27', firm: true, orderNumber: '77' });
    const days = ['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-28'];
    expect(days.map((day) => standingNow(later, day, left))).toEqual(['pending', 'near', 'due', 'late']);
  });

  test('what an import tells late is due on the day it tells it, not overdue at once (J5)', () => {
    const late = facts({ orders: [shipped({ shippingKnownAt: '2026-12-10T02:00:00Z' })] });
    expect(standingNow(later, '2026-12-10', late)).toBe('due');
    expect(standingNow(later, '2026-12-11', late)).toBe('late');
  });

  test('of the order it names, also when that had left before; a parcel of its own counts where none is named', () => {
    const named = promise({ on: 'shipped', plusDays: 1 }, { orderNumber: '70' });
    const before = shipped({
      number: '70',
      shippedAt: '2026-11-22T02:00:00Z',
      shippingKnownAt: '2026-11-22T02:00:00Z',
    });
    expect(fallsDue(named, facts({ orders: [shipped(), before] }))?.day).toBe('2026-11-23');
    expect(fallsDue(later, facts({ orders: [before] }))).toBeNull();
    expect(fallsDue(later, facts({ sentAlone: ['2026-11-23T02:00:00Z'] }))?.day).toBe('2026-11-26');
  });

  test('kept after its day is kept late', () => {
    const kept = { ...later, state: 'kept' as const, settledOn: '2026-11-30' };
    expect(standingNow(kept, '2026-12-05', facts({ orders: [shipped()] }))).toBe('kept-late');
  });
});

describe('back in stock', () => {
  const back = (names: readonly string[], backAt = '2026-11-24T02:00:00Z') =>
    facts({ goodsBack: [{ names, backAt }] });

  test.each([
    ['the goods it names', '蓝色杯子', ['马克杯', '蓝色 杯子']],
    ['a shorter name of them', '那只蓝色杯子', ['蓝色杯子']],
    ['a longer name of them', 'cup', ['Blue cup 300 ml']],
  ])('%s', (_, what, names) => {
    const due = fallsDue(promise({ on: 'back-in-stock', what }), back(names));
    expect(due).toEqual({ day: '2026-11-24', firm: false, orderNumber: null });
  });

  test('where it names none, its words do', () => {
    const due = { on: 'back-in-stock', what: '' } as const;
    expect(fallsDue(promise(due, { what: 'tell her when the cup is back' }), back(['cup']))).not.toBeNull();
    expect(fallsDue(promise(due, { what: 'tell her when it is back' }), back(['cup']))).toBeNull();
  });

  test('other goods, and a return of before, say nothing', () => {
    const due = promise({ on: 'back-in-stock', what: '蓝色杯子' });
    expect(fallsDue(due, back(['茶壶']))).toBeNull();
    expect(fallsDue(due, back(['蓝色杯子'], '2026-11-20T02:00:00Z'))).toBeNull();
  });
});
