import { historyRows } from '@analysis/findings/history';
import { coverageRows } from '@analysis/findings/lists/coverage';
import { buyerNames, listsOf } from '@analysis/findings/lists/lists';
import { owedRows } from '@analysis/findings/lists/owed';
import { visitRows } from '@analysis/findings/lists/visits';
import { addDays } from '@shared/calendar/day';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../setup/record';
import { bookOf, complaint, discount, gift, promise } from '../measures/book-rows';
import { dataset, type OrderRow, orderFrame, reviewOptions } from '../measures/frames';

const TODAY = '2026-11-22';
const ZONE = 'Asia/Shanghai';
const ENVELOPE = { schema: 1, seat: 'owner', deleted: false, stamps: {} } as const;

describe('what is owed', () => {
  const due = (day: string, what: string) => promise({ what, due: { on: 'day', day } });
  const order = (rows: ReturnType<typeof owedRows>) => rows.map((row) => row.what);

  test('late first, then near, gifts to pack, discounts by the day they end, promises without a day', () => {
    const book = bookOf(['anna'], {
      promises: [
        promise({ what: 'some day', due: { on: 'open' } }),
        due('2026-11-23', 'near'),
        due('2026-11-20', 'late'),
        due('2026-11-22', 'due'),
      ],
      gifts: [gift({ what: 'gift', state: 'to-pack' })],
      discounts: [
        discount({ what: 'ten off', expires: '2026-12-10' }),
        discount({ what: 'ends soon', expires: '2026-11-25' }),
      ],
    });
    expect(order(owedRows(book, buyerNames(book), TODAY))).toEqual([
      'late',
      'due',
      'near',
      'ends soon',
      'gift',
      'ten off',
      'some day',
    ]);
  });

  test('not what waits for an order, a surprise, what is settled, expired, deleted or of a buyer no longer kept', () => {
    const book = bookOf(['anna'], {
      promises: [promise({ state: 'kept' }), promise({ deleted: true }), promise({ buyerId: 'gone' })],
      gifts: [gift(), gift({ kind: 'surprise', state: 'to-pack' }), gift({ state: 'packed' })],
      discounts: [discount({ state: 'redeemed' }), discount({ expires: '2026-11-21' })],
    });
    expect(owedRows(book, buyerNames(book), TODAY)).toEqual([]);
  });
});

describe('whom to visit', () => {
  const delivered = (buyer: string, day: string) => ({
    ...ENVELOPE,
    flag: '',
    courierNumber: '',
    id: `order-${buyer}-${day}`,
    platform: 'shop',
    number: `N-${buyer}-${day}`,
    buyerKey: `k-${buyer}`,
    buyerName: buyer,
    createdAt: null,
    paidAt: null,
    shippedAt: null,
    completedAt: `${day}T04:00:00Z`,
    status: 'completed' as const,
    paid: null,
    refund: null,
    refundUnknown: false,
    items: [],
    region: '',
    buyerMessage: '',
    sellerMemo: '',
  });
  const visit = (buyerId: string, parts: { planned?: string; askedAt?: string }) =>
    recordOf('visits', {
      ...ENVELOPE,
      id: `visit-${buyerId}`,
      buyerId,
      what: '',
      orderNumber: null,
      state: parts.planned ? ('planned' as const) : ('asked' as const),
      planned: parts.planned ?? null,
      askedAt: parts.askedAt ?? null,
      answeredAt: null,
      overall: null,
      goods: null,
      delivery: null,
      service: null,
      by: 'owner',
    });

  test('planned ones first, then who got the goods within the month, latest first, each once', () => {
    const book = bookOf(['anna', 'bo', 'cy'], {
      orders: [delivered('bo', '2026-11-10'), delivered('cy', '2026-11-18'), delivered('cy', '2026-11-02')],
      visits: [visit('anna', { planned: '2026-11-24' })],
    });
    expect(visitRows(book, buyerNames(book), TODAY, ZONE)).toEqual([
      { buyer: 'anna', name: 'anna', why: 'planned', day: '2026-11-24' },
      { buyer: 'cy', name: 'cy', why: 'received', day: '2026-11-18' },
      { buyer: 'bo', name: 'bo', why: 'received', day: '2026-11-10' },
    ]);
  });

  test('not who was asked this month, has an open complaint, got it too long ago, or is a stranger', () => {
    const book = bookOf(['anna', 'bo', 'cy'], {
      orders: [
        delivered('anna', '2026-11-10'),
        delivered('bo', '2026-11-10'),
        delivered('cy', '2026-10-01'),
        delivered('dee', '2026-11-12'),
      ],
      visits: [visit('anna', { askedAt: '2026-11-12T04:00:00Z' })],
      complaints: [complaint({ buyerId: 'bo' })],
    });
    expect(visitRows(book, buyerNames(book), TODAY, ZONE)).toEqual([]);
  });

  test('not who said not to be written to, planned or not', () => {
    const book = bookOf(['anna', 'bo'], {
      orders: [delivered('bo', '2026-11-10')],
      visits: [visit('anna', { planned: '2026-11-24' })],
    });
    const [anna, bo] = book.buyers;
    const saying = (mayBeWritten: boolean) =>
      visitRows(
        {
          ...book,
          buyers: [
            { ...anna!, mayBeWritten },
            { ...bo!, mayBeWritten },
          ],
        },
        buyerNames(book),
        TODAY,
        ZONE,
      ).map(({ buyer }) => buyer);
    expect(saying(false)).toEqual([]);
    expect(saying(true)).toEqual(['anna', 'bo']);
  });
});

describe('what to export next', () => {
  const daily = (from: string, days: number, perDay: number, without: readonly string[] = []): OrderRow[] =>
    Array.from({ length: days }, (_, index) => addDays(from, index))
      .filter((day) => !without.includes(day))
      .flatMap((at) => Array.from({ length: perDay }, () => ({ buyer: null, at, platform: 'taobao' })));

  test('nothing is missing where the orders reach yesterday', () => {
    const rows = coverageRows(orderFrame(daily('2026-10-01', 52, 3)), '2026-11-21', '2026-11-21');
    expect(rows).toMatchObject([{ platform: 'taobao', last: '2026-11-21', missing: [] }]);
    expect(rows[0]?.days).toEqual(new Array(14).fill(3));
  });

  test('a hole in a busy shop is named; the same days without an order in a quiet one are not', () => {
    const hole = ['2026-11-12', '2026-11-13'];
    const busy = coverageRows(orderFrame(daily('2026-10-01', 52, 5, hole)), '2026-11-21', '2026-11-21');
    expect(busy[0]?.missing).toEqual([{ from: '2026-11-12', to: '2026-11-13' }]);
    const quiet = orderFrame([
      { buyer: null, at: '2026-10-20', platform: 'taobao' },
      { buyer: null, at: '2026-11-15', platform: 'taobao' },
    ]);
    expect(coverageRows(quiet, '2026-11-21', '2026-11-21')[0]?.missing).toEqual([]);
  });

  test('days since the data end are to be exported, joined with a hole before them', () => {
    const frame = orderFrame([
      ...daily('2026-10-01', 50, 4),
      ...daily('2026-10-01', 48, 4).map((row) => ({ ...row, platform: 'pdd' })),
    ]);
    const missing = Object.fromEntries(
      coverageRows(frame, '2026-11-19', '2026-11-21').map((row) => [row.platform, row.missing]),
    );
    expect(missing).toEqual({
      taobao: [{ from: '2026-11-20', to: '2026-11-21' }],
      pdd: [{ from: '2026-11-18', to: '2026-11-21' }],
    });
  });

  test('an old file is looked at for its own sake; a platform without exports has none to ask for', () => {
    const old = orderFrame(daily('2020-05-01', 30, 2));
    expect(coverageRows(old, '2020-05-30', '2026-11-21')[0]?.missing).toEqual([]);
    expect(coverageRows(orderFrame([{ buyer: null, at: '2026-11-20' }]), '2026-11-20', TODAY)).toEqual([]);
  });
});

test('without a book there is nothing to visit or owe; a fixed day asks for no export after it', () => {
  const { orders, book, timeZone } = dataset({
    orders: orderFrame([{ buyer: null, at: '2026-11-10', platform: 'taobao' }]),
  });
  const lists = listsOf(book, orders, '2026-11-10', timeZone, reviewOptions({ asOf: '2026-11-10' }));
  expect(lists).toMatchObject({ visits: null, owed: null, exports: [{ missing: [] }] });
});

test('history: the most spent first, refunds taken off, strangers left out, names where they are known', () => {
  const frame = orderFrame([
    { buyer: 'anna', at: '2026-11-01', paid: 50 },
    { buyer: 'anna', at: '2026-11-05', paid: 60, refund: 20 },
    { buyer: 'bo', at: '2026-11-03', paid: 100 },
    { buyer: null, at: '2026-11-03', paid: 500 },
  ]);
  expect(historyRows(frame, new Map([['bo', '王**']]))).toEqual([
    { buyer: 'bo', name: '王**', orders: 1, spent: 100, last: '2026-11-03' },
    { buyer: 'anna', name: 'anna', orders: 2, spent: 90, last: '2026-11-05' },
  ]);
});
