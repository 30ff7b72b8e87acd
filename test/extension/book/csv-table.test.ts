import { readFileSync } from 'node:fs';
import { recordDiscount } from '@extension/book/actions/discounts';
import { importOrders } from '@extension/book/actions/orders';
import { csvTable } from '@extension/book/reads/csv-table';
import { loadColumnWords } from '@shared/i18n/columns';
import { BOOK_TABLES, TABLE_NAMES } from '@shared/records/book';
import Papa from 'papaparse';
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

it('runs nothing and rounds nothing in the table of any noun, whatever its texts are', async () => {
  const book = await freshBook();
  const example = JSON.parse(readFileSync('test/fixtures/book/v002.json', 'utf8')) as {
    readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  };
  const hostile = (row: Readonly<Record<string, unknown>>, text: string) =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        typeof value === 'string' && !['id', 'buyerId'].includes(field) ? text : value,
      ]),
    );
  const words = await loadColumnWords('en');
  for (const table of TABLE_NAMES) {
    const rows = example.tables[table] ?? [];
    expect(rows.length, table).toBeGreaterThan(0);
    const texts = ['=1+1', '\t@SUM(A1)', '003871234567890123456', 'a "b"\r\n=c', '－1+1'];
    const all = texts.map((text, i) => ({ ...hostile(rows[0]!, text), id: `r${i}`, deleted: false }));
    await book.db.table(table).clear();
    await book.db.table(table).bulkPut(all);
    const { data } = Papa.parse<string[]>(
      (await csvTable(book, table, words)).replace('\ufeff', '').trimEnd(),
    );
    const [head, ...cells] = data;
    expect(new Set(head).size, table).toBe(head!.length);
    expect(cells.length, table).toBe(texts.length);
    for (const row of cells) {
      expect(row.length, table).toBe(head!.length);
      for (const cell of row) {
        expect(/^[=＝@＠－]|^\t@/.test(cell), `${table}: ${cell}`).toBe(false);
        expect(/^\d{12,}/.test(cell), `${table}: ${cell}`).toBe(false);
      }
    }
  }
  book.close();
});
