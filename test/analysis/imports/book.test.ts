import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readOrderInputs } from '@analysis/imports/to-book';
import { writeBackup } from '@shared/backup/write';
import { type Book, emptyBook } from '@shared/records/book';
import { orderSchema } from '@shared/records/order';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';
import { file, orderFacts, PLAIN, quiet, readAll, refusalsOf } from './helpers';

function sample(path: string) {
  const url = fileURLToPath(new URL(`../../fixtures/exports/${path}`, import.meta.url));
  return { name: path, bytes: new Uint8Array(readFileSync(url)) };
}

const envelope = (id: string) => ({ id, schema: 1, seat: 'a', deleted: false, stamps: {} });

/** A book with one buyer, who is known by an order number of 拼多多 and an account of 淘宝. */
function book(): Book {
  const link = {
    platform: 'pdd',
    number: '250601-000000000000001',
    buyerId: 'b1',
    linkedAt: '2026-01-01T00:00:00Z',
  };
  return {
    ...emptyBook(),
    buyers: [
      recordOf('buyers', {
        ...envelope('b1'),
        name: '小王',
        attitude: '',
        source: '',
        grade: '',
        phone: '',
        address: '',
        tags: [],
        facts: [],
        caution: null,
        since: '2026-01-01',
      }),
    ],
    orderLinks: [{ ...envelope('l1'), ...link, how: 'seen' }],
    accounts: [
      {
        ...envelope('a1'),
        buyerId: 'b1',
        platform: 'taobao',
        strength: 'platform',
        key: '示例买家一',
        displayName: '',
      },
    ],
    settings: [
      { ...envelope('setting:timeZone'), key: 'timeZone', value: 'Asia/Shanghai' },
      { ...envelope('setting:currency'), key: 'currency', value: 'CNY' },
    ],
    orders: [
      recordOf('orders', {
        ...envelope('o1'),
        platform: 'taobao',
        number: 'T1',
        buyerKey: '示例买家一',
        buyerName: '',
        createdAt: '2026-01-05T16:30:00Z',
        paidAt: null,
        shippedAt: null,
        completedAt: null,
        status: 'completed',
        paid: { minor: 1250, currency: 'CNY' },
        refund: null,
        refundUnknown: false,
        items: [],
        region: '',
        buyerMessage: '',
        sellerMemo: '',
      }),
    ],
    visits: [
      recordOf('visits', {
        ...envelope('v1'),
        buyerId: 'b1',
        what: '',
        orderNumber: null,
        state: 'answered',
        planned: null,
        askedAt: '2026-01-06T01:00:00Z',
        answeredAt: '2026-01-06T02:00:00Z',
        overall: 4,
        goods: null,
        delivery: null,
        service: null,
        by: '',
      }),
    ],
  };
}

const backup = (made: Book) => file(writeBackup(made, [], '2026-01-10T00:00:00Z'), 'book.json');

describe('the book’s backup', () => {
  it('gives its orders and visits, in the shop’s zone', async () => {
    const data = await readAll([backup(book())]);
    expect(data.timeZone).toBe('Asia/Shanghai');
    expect(data.currency).toBe('CNY');
    expect(orderFacts(data)).toMatchObject([
      { platform: 'taobao', number: 'T1', buyer: 'b1', time: '2026-01-06T00:30:00', paid: 12.5 },
    ]);
    expect(data.answers.count).toBe(1);
    expect([data.answers.score[0], data.answers.answeredAt[0]]).toEqual([4, Date.UTC(2026, 0, 6, 10)]);
    expect(data.book?.visits.length).toBe(1);
  });

  it('says who bought: by account key, and by order number where the export hides the buyer', async () => {
    const data = await readAll([
      sample('pinduoduo-orders/pinduoduo-orders.csv'),
      sample('taobao-orders/taobao-orders.csv'),
      backup(book()),
    ]);
    expect(orderFacts(data).map(({ platform, number, buyer }) => [platform, number, buyer])).toEqual([
      ['taobao', '1100000000000000001', 'b1'],
      ['taobao', '1100000000000000002', '示例买家二'],
      ['pdd', '250601-000000000000001', 'b1'],
      ['pdd', '250602-000000000000002', null],
      ['pdd', '250604-000000000000004', null],
      ['taobao', 'T1', 'b1'],
    ]);
    expect(data.platformsWithoutKey).toEqual(['pdd']);
  });

  it('is refused as its reader says', async () => {
    const text = new TextDecoder().decode(backup(book()).bytes);
    const refusals = await refusalsOf([file(text.replace('"completed"', '"cancelled"'), 'book.json')]);
    expect(refusals).toMatchObject([{ file: 'book.json', reason: 'records.backup.damaged' }]);
  });
});

describe('orders for the book', () => {
  it.each([
    'taobao-orders/taobao-orders.csv',
    'shopify-orders/shopify-orders.csv',
    'pinduoduo-orders/pinduoduo-orders.csv',
    'douyin-orders/douyin-orders.csv',
    'jd-orders/jd-orders.csv',
    'ebay-orders/ebay-orders.csv',
    '1688-orders/1688-orders.xlsx',
    'lazada-orders/lazada-orders.xlsx',
  ])('%s fits the record', async (path) => {
    const result = (await readOrderInputs([sample(path)], PLAIN, quiet()))!;
    expect(result.refusals).toEqual([]);
    expect(result.orders.length).toBeGreaterThan(0);
    for (const order of result.orders) {
      const record = { ...envelope('o9'), ...order };
      expect(v.safeParse(orderSchema, record).issues, order.number).toBeUndefined();
    }
  });

  it('carry items, memo and message, and the instants of Beijing', async () => {
    const result = await readOrderInputs([sample('pinduoduo-orders/pinduoduo-orders.csv')], PLAIN, quiet());
    expect(result!.orders[0]).toEqual({
      flag: '',
      courierNumber: 'YT0000000000002',
      platform: 'pdd',
      number: '250601-000000000000001',
      buyerKey: null,
      buyerName: '',
      createdAt: '2025-06-01T04:00:10.000Z',
      paidAt: '2025-06-01T04:00:10.000Z',
      shippedAt: '2025-06-02T01:00:00.000Z',
      completedAt: '2025-06-05T10:00:00.000Z',
      status: 'completed',
      paid: { minor: 5000, currency: 'CNY' },
      refund: null,
      refundUnknown: false,
      items: [{ title: '手工陶瓷杯 白色', sku: 'CUP-W', quantity: 2 }],
      region: '浙江省 杭州市 西湖区',
      buyerMessage: '请包好',
      sellerMemo: '老客',
    });
    expect(result!.orders.map((order) => [order.status, order.refundUnknown])).toEqual([
      ['completed', false],
      ['refunded', true],
      ['cancelled', false],
      ['shipped', false],
    ]);
  });

  it('join the rows of a Shopify order, and keep those not paid yet', async () => {
    const result = await readOrderInputs([sample('shopify-orders/shopify-orders.csv')], PLAIN, quiet());
    expect(result!.orders.map((order) => [order.number, order.status, order.items.length])).toEqual([
      ['#1001', 'paid', 2],
      ['#1002', 'paid', 1],
      ['#1003', 'cancelled', 1],
      ['#1004', 'unpaid', 1],
    ]);
    expect(result!.orders[0]).toMatchObject({
      buyerKey: 'ann.demo@example.com',
      paidAt: '2024-05-01T13:00:05.000Z',
      paid: { minor: 6864, currency: 'USD' },
      sellerMemo: 'repeat, vip',
    });
    expect(result!.orders[1]!.refund).toEqual({ minor: 2000, currency: 'USD' });
  });

  it('carry the flag and the memo the shop gave them', async () => {
    const result = await readOrderInputs([sample('douyin-orders/douyin-orders.csv')], PLAIN, quiet());
    expect(result!.orders.map(({ flag, sellerMemo }) => [flag, sellerMemo])[0]).toEqual(['灰', '老客']);
  });

  it('take the later file where two tell of one order', async () => {
    const map = { order: 'no', buyer: 'who', createdAt: 'when', paid: 'amount', status: 'state' } as const;
    const head = 'no,who,when,amount,state\n';
    const files = [file(`${head}1,anna,2026-01-05,10,paid\n`), file(`${head}1,anna,2026-01-05,10,shipped\n`)];
    const result = await readOrderInputs(files, { ...PLAIN, map, currency: 'CNY' }, quiet());
    expect(result!.orders.map((order) => [order.number, order.status])).toEqual([['1', 'shipped']]);
  });
});
