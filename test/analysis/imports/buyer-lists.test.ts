import { readFileSync } from 'node:fs';
import type { BuyerMemory } from '@analysis/imports/buyer-columns';
import { headerKey } from '@analysis/imports/header-memory';
import { readOrderInputs } from '@analysis/imports/to-book';
import { expect, test } from 'vitest';

const read = async (name: string, text: string | Uint8Array, buyerMemory: BuyerMemory = {}) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const options = {
    map: null,
    dateOrder: null,
    tz: 'Asia/Shanghai',
    currency: 'CNY',
    password: null,
    buyerMemory,
  };
  const progress = { report: () => undefined, signal: new AbortController().signal };
  return (await readOrderInputs([{ name, bytes }], options, progress))!;
};
const fixture = (name: string) => readFileSync(`test/fixtures/exports/${name}/${name}.csv`);

test('customers of Shopify come with the key that their orders have', async () => {
  const { buyers, orders, refusals } = await read('a.csv', fixture('shopify-customers'));
  expect([orders.length, refusals.length]).toEqual([0, 0]);
  expect(buyers).toHaveLength(3);
  expect(buyers[0]).toMatchObject({
    platform: 'shopify',
    key: 'ann.demo@example.com',
    name: 'Ann Demo',
    phone: '+10000000001',
    address: 'Springfield MA 01101 US',
    area: 'Springfield',
    tags: ['vip', 'repeat'],
  });
  expect(buyers[2]).toMatchObject({ name: '', phone: '', key: 'newsletter.demo@example.com' });
});

test('a masked phone tells nobody: a whole name may, and who has neither is refused and named', async () => {
  const { buyers, refused, refusedRows } = await read('b.csv', fixture('youzan-customers'));
  expect(buyers.map(({ name, key, phone }) => [name, key, phone])).toEqual([
    ['甲示例', null, ''],
    ['示例昵称二', null, ''],
  ]);
  expect(refusedRows).toBe(1);
  expect(refused[0]).toMatchObject({ line: 4, found: '138****0003', reason: 'nobody', file: 'b.csv' });
});

test("the shop's own table is read as its owner said once, whatever the order of its columns", async () => {
  const own = '姓名,电话,生日,标签,备注\n张三,138 0013 8000,农历八月十五,老客；油皮,怕香味\n李*,13*,,,\n';
  const unknown = await read('own.csv', own);
  expect(unknown.buyers).toEqual([]);
  expect(unknown.refusals[0]?.preview?.columns).toEqual(['姓名', '电话', '生日', '标签', '备注']);
  const memory = {
    [headerKey(['姓名', '电话', '生日', '标签', '备注'])]: {
      name: '姓名',
      phone: '电话',
      birthday: '生日',
      tags: '标签',
      note: '备注',
    },
  };
  const known = await read('own.csv', own, memory);
  expect(known.refusals).toEqual([]);
  expect(known.buyers).toEqual([
    {
      platform: null,
      key: null,
      name: '张三',
      phone: '13800138000',
      address: '',
      area: '',
      grade: '',
      source: '',
      tags: ['老客', '油皮'],
      note: '怕香味',
      birthday: { month: 8, day: 15, year: null, lunar: true, leap: false },
    },
  ]);
  expect(known.refusedRows).toBe(1);
});

test('a key that a spreadsheet has rounded is no key: the file is refused', async () => {
  const rounded = 'Email,Total Spent,Total Orders,Tax Exempt\n1.00000E+18,1,1,no\n';
  const { buyers, refusals } = await read('c.csv', rounded);
  expect(buyers).toEqual([]);
  expect(refusals[0]?.reason).toBe('imports.refusedRoundedIds');
});
