import { readFileSync } from 'node:fs';
import { createRecords } from '@analysis/imports/files/old-records';
import { sharedOldTexts } from '@analysis/imports/files/old-texts';
import { describe, expect, it } from 'vitest';
import { orderFacts, readAll, refusalsOf } from './helpers';

function load(path: string) {
  return {
    name: path,
    bytes: new Uint8Array(readFileSync(new URL(`../../fixtures/exports/${path}`, import.meta.url))),
  };
}

describe('workbooks of the old kind', () => {
  it.each([
    ['1688-orders/1688-history.xls', '1688-orders/1688-orders.xlsx'],
    ['shopee-orders-en/shopee-old.xls', 'shopee-orders-en/shopee-orders-en.xlsx'],
    ['shopee-orders-en/shopee-older.xls', 'shopee-orders-en/shopee-orders-en.xlsx'],
  ])('%s holds what the new kind holds', async (old, now) => {
    const [before, after] = [await readAll([load(old)]), await readAll([load(now)])];
    expect(orderFacts(before)).toEqual(orderFacts(after));
    expect(before.inputs[0]).toMatchObject({ ...after.inputs[0], file: old, encoding: 'xls' });
  });

  it('are refused where their end is missing', async () => {
    const { name, bytes } = load('1688-orders/1688-history.xls');
    const found = await refusalsOf([{ name, bytes: bytes.slice(0, 3000) }]);
    expect(found.map((one) => one.reason)).toEqual(['imports.refusedDamaged']);
  });

  it('keep texts that run on into the next record, also where their letters change width', () => {
    const u16 = (value: number) => [value & 0xff, value >> 8];
    const record = (kind: number, data: readonly number[]) => [...u16(kind), ...u16(data.length), ...data];
    const narrow = (text: string) => [...text].map((char) => char.charCodeAt(0));
    const wide = (text: string) => [...text].flatMap((char) => u16(char.charCodeAt(0)));
    const stream = Uint8Array.from([
      ...record(0xfc, [3, 0, 0, 0, 3, 0, 0, 0, ...u16(6), 0, ...narrow('cup')]),
      ...record(0x3c, [1, ...wide('茶杯!'), ...u16(2), 8, ...u16(1), ...narrow('ok'), 0, 0]),
      // The runs of the second text go on here, without a word about width.
      ...record(0x3c, [0, 0, ...u16(1), 1, ...wide('碗')]),
    ]);
    const records = createRecords(stream);
    expect(sharedOldTexts(records.next()!, records)).toEqual(['cup茶杯!', 'ok', '碗']);
  });
});
