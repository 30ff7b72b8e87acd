import { quoted } from '@analysis/cli/preview';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { runWith } from './memory-io';

const ORDERS = [
  'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
  '1001,a,cup,2,2026-01-05 10:00:00,2.50,anna,UK',
  '1001,b,bowl,0,2026-01-05 10:00:00,2.50,anna,UK',
  '1002,a,cup,1,2026-01-06 10:00:00,"=cmd|""x""!A1",ben,UK',
  '1003,a,cup,1,2026-01-07 10:00:00,2.50,,UK',
  '',
].join('\n');

describe('--rows', () => {
  it('lists every row left out, safe for a spreadsheet', async () => {
    const ran = await runWith({ 'o.csv': ORDERS }, ['o.csv', '--format', 'json', '--rows', 'left.csv']);
    expect(ran.code).toBe(0);
    const text = ran.written.get('left.csv')!;
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data).toEqual([
      ['File', 'Line', 'Rows', 'What became of it', 'Why', 'Column', 'Found'],
      ['o.csv', '3', '1', 'no purchase', 'quantity 0 or less', '', ''],
      [
        'o.csv',
        '4',
        '1',
        'not readable',
        'this is no amount; write it like 1288.00',
        'UnitPrice',
        `'=cmd|"x"!A1`,
      ],
      ['o.csv', '5', '1', 'no purchase', 'no buyer', '', ''],
    ]);
    expect(JSON.parse(ran.stdout).orders.count).toBe(1);
  });

  it('that can’t be written are a mistake in what was typed', async () => {
    const argv = ['o.csv', '--format', 'json', '--rows', 'nowhere/left.csv'];
    const ran = await runWith({ 'o.csv': ORDERS }, argv, { badPlace: 'ENOENT' });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('nowhere/left.csv');
    expect(ran.stdout).toBe('');
  });
});

describe('a file nobody knows', () => {
  it('is refused with its columns, what stands in them, and a guess that works as it is', async () => {
    const list = 'Customer ID,Order date,Total\n17,2026-01-05,10.00\n18,2026-01-06,20.50\n';
    const { code, stderr } = await runWith({ 'l.csv': list }, ['l.csv', '--format', 'json']);
    expect(code).toBe(3);
    expect(stderr).toContain('Order date   2026-01-05 · 2026-01-06');
    const guess = stderr.split('\n').find((line) => line.includes('--map') && !line.includes('l.csv'));
    const maps = [...guess!.matchAll(/--map (?:"([^"]+)"|(\S+))/g)].flatMap((map) => [
      '--map',
      map[1] ?? map[2]!,
    ]);
    const again = await runWith({ 'l.csv': list }, ['l.csv', '--format', 'json', ...maps]);
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse(again.stdout).orders).toMatchObject({ count: 2, buyers: 2, revenue: 30.5 });
  });

  it('is told in words that a shell takes as they are', () => {
    expect(quoted('paid=实付金额')).toBe('paid=实付金额');
    expect(quoted('paid=a "b" $c')).toBe('"paid=a \\"b\\" \\$c"');
  });
});
