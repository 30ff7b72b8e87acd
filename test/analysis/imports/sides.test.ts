import { readFileSync } from 'node:fs';
import { type TextLists, textLists } from '@analysis/frame/text-lists';
import { WITHOUT_CODE } from '@analysis/imports/coupon';
import { cityOf } from '@analysis/imports/place';
import { breakdowns } from '@analysis/measures/breakdowns';
import { sidesInput } from '@analysis/measures/input';
import { ordersBetween } from '@analysis/measures/select';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { file, readAll } from './helpers';

const SHOPIFY = [
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Shipping City,Shipping Country',
  '#1,ann@x.com,paid,2026-01-02 10:00:00 +0000,,USD,30.00,HELLO,2026-01-02 10:00:00 +0000,1,Green tea,Portland,US',
  '#1,ann@x.com,,,,,,,2026-01-02 10:00:00 +0000,1,"Cup, blue",,',
  '#2,ann@x.com,paid,2026-02-02 10:00:00 +0000,,USD,10.00,,2026-02-02 10:00:00 +0000,1,Cup,Portland,US',
  '#3,bob@x.com,paid,2026-03-02 10:00:00 +0000,,USD,20.00,,2026-03-02 10:00:00 +0000,2,Green tea,Berlin,DE',
];

const listed = ({ texts, start, at }: TextLists) =>
  [...start.subarray(0, -1)].map((from, i) => [...at.subarray(from, start[i + 1])].map((k) => texts[k]));

describe('what an export says besides', () => {
  it('comes along by order: titles, places, coupons', async () => {
    const { orders } = await readAll([file(SHOPIFY.join('\n'))]);
    const { product, city, discount } = orders.sides!;
    expect(listed(product)).toEqual([['Cup, blue', 'Green tea'], ['Cup'], ['Green tea']]);
    expect(listed(city)).toEqual([['Portland US'], ['Portland US'], ['Berlin DE']]);
    expect(listed(discount)).toEqual([['HELLO'], [], []]);
  });

  it.each([
    [
      'woocommerce-webtoffee',
      'woocommerce-webtoffee-orders.csv',
      'coupon_items',
      'code:welcome|amount:5.00',
      'welcome',
    ],
    ['woocommerce-aoe', 'woocommerce-aoe-orders.csv', 'Coupon Code', 'TEA', 'TEA'],
    ['square-transactions', 'square-transactions.csv', 'Discount Name', 'Friends', 'Friends'],
    ['bigcommerce-orders', 'bigcommerce-orders.csv', 'Coupon Details', 'MAY', 'MAY'],
  ])('%s: the coupon comes along', async (folder, name, column, written, code) => {
    const text = readFileSync(`test/fixtures/exports/${folder}/${name}`, 'utf8');
    const { data, meta } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: 'greedy',
    });
    expect(meta.fields).toContain(column);
    const filled = Papa.unparse(
      data.map((row) => ({ ...row, [column]: written })),
      { columns: meta.fields ?? [] },
    );
    const { orders } = await readAll([file(filled)]);
    expect(orders.count).toBeGreaterThan(0);
    expect(new Set(listed(orders.sides!.discount).flat())).toEqual(new Set([code]));
  });

  it.each([
    ['square-transactions', 'Discounts', '-$2.00', 'Discount Name'],
    ['shopify-orders', 'Discount Amount', '5.00', 'Discount Code'],
    ['douyin-orders', '优惠总金额', '3', null],
  ])('%s: an amount taken off without a code is a discount too', async (name, column, amount, code) => {
    const text = readFileSync(`test/fixtures/exports/${name}/${name}.csv`, 'utf8');
    const { data, meta } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: 'greedy',
    });
    expect(meta.fields).toContain(column);
    const told = async (off: string) => {
      const rows = data.map((row) => ({ ...row, [column]: off, ...(code === null ? {} : { [code]: '' }) }));
      const { orders } = await readAll([file(Papa.unparse(rows, { columns: meta.fields ?? [] }))]);
      expect(orders.count).toBeGreaterThan(0);
      return new Set(listed(orders.sides!.discount).flat());
    };
    expect(await told(amount)).toEqual(new Set([WITHOUT_CODE]));
    expect(await told('0.00')).toEqual(new Set());
  });

  it.each([
    ['below 0', '-50.00', [[WITHOUT_CODE]]],
    ['above 0: the price was raised', '50.00', [[]]],
    ['none', '0.00', [[]]],
  ])('1688: a price changed by hand, %s', async (_, change, told) => {
    const head = '订单编号,买家会员名,货品标题,涨价或折扣(元),实付款(元),订单状态,订单创建时间,订单付款时间';
    const row = `3000000000000000001,甲,瓷杯,${change},1220.00,交易成功,2025-05-01 09:00:00,2025-05-01 09:10:00`;
    const { orders } = await readAll([file(`${head}\n${row}\n`)]);
    expect(listed(orders.sides!.discount)).toEqual(told);
  });

  it.each([
    ['less than the order came to', '118.00', [[WITHOUT_CODE]]],
    ['all of it', '128.00', [[]]],
  ])('Qianniu: paid was %s', async (_, paid, told) => {
    const head =
      '订单编号,买家应付货款,买家应付邮费,总金额,买家实付金额,订单状态,订单创建时间,订单付款时间,商品标题';
    const row = `2500000000000000001,128.00,0.00,128.00,${paid},交易成功,2025-06-01 20:00:01,2025-06-01 20:00:30,瓷杯`;
    const { orders } = await readAll([file(`${head}\n${row}\n`)]);
    expect(listed(orders.sides!.discount)).toEqual(told);
  });

  it('is broken down without a book', async () => {
    const { orders } = await readAll([file(SHOPIFY.join('\n'))]);
    const all = breakdowns(orders, sidesInput(orders, null, 'USD').counted(), 'USD');
    const rows = (side: string) =>
      all
        .find((one) => one.side === side)
        ?.rows.map(({ label, orders, buyers, repeatBuyers, revenue }) => [
          label,
          orders,
          buyers,
          repeatBuyers,
          revenue,
        ]);
    expect(rows('platform')).toEqual([['shopify', 3, 2, 1, 60]]);
    expect(rows('product')).toEqual([
      ['Green tea', 2, 2, 1, 50],
      ['Cup, blue', 1, 1, 1, 30],
      ['Cup', 1, 1, 1, 10],
    ]);
    expect(rows('city')).toEqual([
      ['Portland US', 2, 1, 1, 40],
      ['Berlin DE', 1, 1, 0, 20],
    ]);
    expect(rows('firstProduct')).toEqual([
      ['Green tea', 3, 2, 1, 60],
      ['Cup, blue', 2, 1, 1, 40],
    ]);
    expect(rows('firstDiscount')).toEqual([
      ['HELLO', 2, 1, 1, 40],
      ['', 1, 1, 0, 20],
    ]);
    expect(rows('tag')).toBeUndefined();
  });

  it('stays with its order when days are picked', async () => {
    const { orders } = await readAll([file(SHOPIFY.join('\n'))]);
    const late = ordersBetween(orders, Date.UTC(2026, 1, 1), Date.UTC(2027, 0, 1));
    expect(listed(late.sides!.product)).toEqual([['Cup'], ['Green tea']]);
  });

  it('a thing with a number is called what it was called first, quoted or not', async () => {
    const lines = [
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      '536365,A,"RED, SMALL ""BAG""",1,2010-12-01 08:26:00,2.55,17850,United Kingdom',
      '536365,A,"RED, SMALL ""BAG""",1,2010-12-01 08:26:00,2.55,17850,United Kingdom',
      '536365,B,LANTERN,1,2010-12-01 08:26:00,2.55,17850,United Kingdom',
      '536365,B,LANTERN WHITE,1,2010-12-01 08:26:00,2.55,17850,United Kingdom',
      '536366,B,LANTERN,2,2010-12-02 08:26:00,2.55,17850,France',
    ];
    const { orders } = await readAll([file(lines.join('\n'))]);
    expect(listed(orders.sides!.product)).toEqual([['LANTERN', 'RED, SMALL "BAG"'], ['LANTERN']]);
    expect(listed(orders.sides!.city)).toEqual([['United Kingdom'], ['France']]);
  });
});

describe('lists of texts', () => {
  it('are each order’s distinct texts in order, whatever was told first', () => {
    const told = fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.constantFrom('茶', 'a', 'b', '')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(told, (pairs) => {
        const texts = [...new Set(pairs.map(([, text]) => text))];
        const lists = textLists(5, {
          texts,
          count: pairs.length,
          order: Int32Array.from(pairs, ([order]) => order),
          text: Int32Array.from(pairs, ([, text]) => texts.indexOf(text)),
        });
        const plain = [0, 1, 2, 3, 4].map((order) =>
          [...new Set(pairs.filter(([at]) => at === order).map(([, text]) => text))].sort(),
        );
        expect(listed(lists)).toEqual(plain);
      }),
    );
  });
});

describe('the city of an address', () => {
  it.each([
    ['浙江省 杭州市 西湖区 文三路1号', '浙江省杭州市'],
    ['浙江省杭州市西湖区文三路1号', '浙江省杭州市'],
    ['广西壮族自治区 南宁市 青秀区', '广西壮族自治区南宁市'],
    ['浙江 杭州', '浙江杭州'],
    ['文三路1号3幢201室', ''],
    ['臺北市 信義區', '臺北市'],
    ['Portland OR US', 'Portland OR US'],
    ['', ''],
  ])('%s', (address, city) => expect(cityOf(address)).toBe(city));

  it('of 北京市 is the city itself', () => {
    expect(cityOf('北京市 朝阳区 建国路8号')).toContain('北京');
    expect(cityOf('北京 北京市 朝阳区')).not.toContain('朝阳');
  });
});
