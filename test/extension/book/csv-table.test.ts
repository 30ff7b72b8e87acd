import { recordDiscount } from '@extension/book/actions/discounts';
import { importOrders } from '@extension/book/actions/orders';
import { csvTable } from '@extension/book/reads/csv-table';
import { loadColumnWords } from '@shared/i18n/columns';
import { BOOK_TABLES, TABLE_NAMES } from '@shared/records/book';
import { expect, it } from 'vitest';
import { anna, discountOf, done, freshBook, orderOf } from './desk';

const ENVELOPE = new Set(['schema', 'seat', 'deleted', 'stamps']);

it('has words for every field, in each language', async () => {
  for (const lang of ['en', 'zh-CN', 'zh-TW'] as const) {
    const { fields } = await loadColumnWords(lang);
    for (const table of TABLE_NAMES) {
      for (const field of Object.keys(BOOK_TABLES[table].entries).filter((name) => !ENVELOPE.has(name)))
        expect(fields[field as keyof typeof fields], `${table}.${field}`).toBeTruthy();
    }
  }
});

it('writes orders a spreadsheet neither rounds nor runs', async () => {
  const book = await freshBook();
  const bad = orderOf({
    number: '123456789012345678',
    sellerMemo: '=HYPERLINK("http://x")',
    region: '浙江,杭州',
  });
  done(await importOrders(book, [bad]));
  const text = await csvTable(book, 'orders', await loadColumnWords('zh-CN'));
  const [head, row] = text.split('\r\n');
  expect(head!.startsWith('\ufeff记录编号,平台,编号,买家账号')).toBe(true);
  expect(row).toContain('\t123456789012345678');
  expect(row).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(row).toContain('88,CNY');
  expect(row).toContain('"浙江,杭州"');
});

it('says whose a record is, and leaves out what was withdrawn', async () => {
  const book = await freshBook();
  const action = done(await recordDiscount(book, anna, discountOf()));
  const words = await loadColumnWords('en');
  const [head, row, end] = (await csvTable(book, 'discounts', words)).split('\r\n');
  expect(head).toMatch(/^\ufeffbuyer,record,/);
  expect(row).toMatch(/^Anna,/);
  expect(row).toContain('10,CNY');
  expect(end).toBe('');
  const own = action.changes.find(({ table }) => table === 'discounts')!;
  const change = { table: 'discounts', id: own.id, set: { deleted: true } } as const;
  done(await book.commit({ name: 'release-discount', plan: { buyerId: null, changes: [change] } }));
  expect((await csvTable(book, 'discounts', words)).split('\r\n').length).toBe(2);
});
