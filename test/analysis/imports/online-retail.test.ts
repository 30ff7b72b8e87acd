import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Dataset } from '@analysis/dataset';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAll, sum } from './helpers';

/** The big files stay outside the repository, in the folder ZHANGGUI_DATA; without them these tests are skipped. */
const data = (name: string) => resolve(process.env.ZHANGGUI_DATA ?? '../shared/data', name);
const path = data('online-retail.csv.gz');
const there = existsSync(path);
/** A busy computer reads half a million lines in a minute; an idle one in three seconds. */
const LONG = 120_000;

describe.skipIf(!there)('UCI Online Retail (skipped where the file is missing)', () => {
  const load = () => [{ name: 'online-retail.csv.gz', bytes: new Uint8Array(readFileSync(path)) }];
  let retail: Dataset;
  beforeAll(async () => {
    retail = await readAll(load());
  }, LONG);

  it('recognises itself and counts every line', () => {
    expect(retail.inputs).toMatchObject([
      {
        format: 'online-retail',
        encoding: 'utf-8',
        rows: 541_909,
        used: 397_884,
        skipped: { 'no-buyer': 135_080, 'cancellation-line': 8_905, price: 40 },
        refusedCount: 0,
      },
    ]);
    expect(retail.withoutBuyer).toBe(135_080);
    expect(retail.duplicatesDropped).toBe(0);
  });

  it('has the published orders, buyers and revenue', () => {
    expect(retail.orders.count).toBe(18_532);
    expect(retail.orders.buyers.length).toBe(4_338);
    expect(sum(retail.orders.paid).toFixed(2)).toBe('8911407.90');
    expect(retail.orders.lines.reduce((total, lines) => total + lines, 0)).toBe(397_884);
  });

  it('nets cancellations by exact line match', () => {
    const netted = retail.netted!;
    expect(netted.count).toBe(18_394);
    expect(new Set(netted.buyer).size).toBe(4_327);
    expect(sum(netted.paid).toFixed(2)).toBe('8508481.25');
    expect(retail.nettedAway).toEqual({ orders: 138, lines: 2_787, amount: 402_926.65, buyers: 11 });
  });

  it(
    'gives the same by the owner’s map, and when the file is given twice',
    async () => {
      const mapped = await readAll([...load(), ...load()], {
        map: {
          order: 'InvoiceNo',
          buyer: 'CustomerID',
          createdAt: 'InvoiceDate',
          unitPrice: 'UnitPrice',
          quantity: 'Quantity',
          item: 'StockCode',
        },
      });
      expect(mapped.inputs.map((input) => [input.format, input.used])).toEqual([
        ['mapped', 397_884],
        ['mapped', 397_884],
      ]);
      expect(mapped.orders.count).toBe(18_532);
      expect(mapped.orders.buyers.length).toBe(4_338);
      expect(sum(mapped.orders.paid).toFixed(2)).toBe('8911407.90');
      expect(mapped.withoutBuyer).toBe(135_080);
      expect(mapped.duplicatesDropped).toBe(18_532);
      expect(mapped.nettedAway).toEqual(retail.nettedAway);
    },
    LONG,
  );
});

describe('CDNOW (skipped where the files are missing)', () => {
  const sample = data('cdnow-sample.csv');
  it.skipIf(!existsSync(sample))('reads the 1/10 sample by map', async () => {
    const list = await readAll([{ name: 'cdnow-sample.csv', bytes: new Uint8Array(readFileSync(sample)) }], {
      map: { buyer: 'sampleid', createdAt: 'date', paid: 'sales' },
    });
    expect(list.orders.count).toBe(list.inputs[0]!.rows);
    expect(list.orders.buyers.length).toBe(2_357);
    expect(list.withoutBuyer).toBe(0);
  });

  const master = data('cdnow-master.csv');
  it.skipIf(!existsSync(master))('reads the full list by map', async () => {
    const list = await readAll([{ name: 'cdnow-master.csv', bytes: new Uint8Array(readFileSync(master)) }], {
      map: { buyer: 'id', createdAt: 'date', paid: 'dollars' },
    });
    expect(list.inputs[0]!.used).toBe(69_659);
    expect(list.orders.buyers.length).toBe(23_570);
    expect(list.orders.buyers[0]).toMatch(/^\d{5}$/);
  });
});
