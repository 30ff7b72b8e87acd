import { existsSync, readFileSync } from 'node:fs';
import type { Dataset } from '@analysis/dataset';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAll, sum } from './helpers';

/** The big file stays outside the repository; `ONLINE_RETAIL` or the shared data folder may hold it. */
const path = process.env.ONLINE_RETAIL ?? '../shared/data/online-retail.csv.gz';
const there = existsSync(path);

describe.skipIf(!there)('UCI Online Retail (skipped where the file is missing)', () => {
  const load = () => [{ name: 'online-retail.csv.gz', bytes: new Uint8Array(readFileSync(path)) }];
  let data: Dataset;
  beforeAll(async () => {
    data = await readAll(load());
  });

  it('recognises itself and counts every line', () => {
    expect(data.inputs).toMatchObject([
      {
        format: 'online-retail',
        encoding: 'utf-8',
        rows: 541_909,
        used: 397_884,
        skipped: { 'no-buyer': 135_080, 'cancellation-line': 8_905, price: 40 },
        refusedCount: 0,
      },
    ]);
    expect(data.withoutBuyer).toBe(135_080);
    expect(data.duplicatesDropped).toBe(0);
  });

  it('has the published orders, buyers and revenue', () => {
    expect(data.orders.count).toBe(18_532);
    expect(data.orders.buyers.length).toBe(4_338);
    expect(sum(data.orders.paid).toFixed(2)).toBe('8911407.90');
    expect(data.orders.lines.reduce((total, lines) => total + lines, 0)).toBe(397_884);
  });

  it('nets cancellations by exact line match', () => {
    const netted = data.netted!;
    expect(netted.count).toBe(18_394);
    expect(new Set(netted.buyer).size).toBe(4_327);
    expect(sum(netted.paid).toFixed(2)).toBe('8508481.25');
    expect(data.nettedAway).toEqual({ orders: 138, lines: 2_787, amount: 402_926.65, buyers: 11 });
  });

  it('gives the same by the owner’s map, and when the file is given twice', async () => {
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
    expect(mapped.nettedAway).toEqual(data.nettedAway);
  });
});

describe('CDNOW (skipped where the files are missing)', () => {
  const sample = '../shared/data/cdnow-sample.csv';
  it.skipIf(!existsSync(sample))('reads the 1/10 sample by map', async () => {
    const data = await readAll([{ name: 'cdnow-sample.csv', bytes: new Uint8Array(readFileSync(sample)) }], {
      map: { buyer: 'sampleid', createdAt: 'date', paid: 'sales' },
    });
    expect(data.orders.count).toBe(data.inputs[0]!.rows);
    expect(data.orders.buyers.length).toBe(2_357);
    expect(data.withoutBuyer).toBe(0);
  });

  const master = '../shared/data/cdnow-master.csv';
  it.skipIf(!existsSync(master))('reads the full list by map', async () => {
    const data = await readAll([{ name: 'cdnow-master.csv', bytes: new Uint8Array(readFileSync(master)) }], {
      map: { buyer: 'id', createdAt: 'date', paid: 'dollars' },
    });
    expect(data.inputs[0]!.used).toBe(69_659);
    expect(data.orders.buyers.length).toBe(23_570);
    expect(data.orders.buyers[0]).toMatch(/^\d{5}$/);
  });
});
