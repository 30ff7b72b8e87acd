import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBackup } from '@shared/backup/read';
import { writeBackup } from '@shared/backup/write';
import { afterAll, expect, test } from 'vitest';
import { CAST } from './cast';
import type { PracticeOptions } from './generate/options';
import { run, writeShop } from './generate/run';

const folders: string[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'practice-'));
  folders.push(path);
  return path;
}
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

const size = { buyers: 300, weeks: 52, seed: 'tests', asOf: '2026-11-21', lang: 'zh' } as const;
function made(options: Partial<PracticeOptions> = {}): string {
  const out = folder();
  writeShop({ ...size, ...options, out });
  return out;
}
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const FILES = ['book.json', 'orders-taobao.csv', 'orders-pinduoduo.csv', 'truth.json'];

test('the same seed writes the same bytes, another seed others', () => {
  const [one, again, other] = [made(), made(), made({ seed: 'other' })];
  for (const file of FILES) {
    expect(hash(join(one, file)), file).toBe(hash(join(again, file)));
    expect(hash(join(one, file)), file).not.toBe(hash(join(other, file)));
  }
});

test('the book is a backup the extension reads, with the bytes it would write itself', () => {
  const text = readFileSync(join(made(), 'book.json'), 'utf8');
  const read = readBackup(text);
  if (!read.ok) throw new Error(`${read.reason} ${JSON.stringify(read.params)}`);
  expect(writeBackup(read.book, read.actions, read.made)).toBe(text);
  expect(read.book.promises.length).toBeGreaterThan(20);
});

test('the same buyers come out of a larger shop', () => {
  const read = (out: string) => {
    const backup = readBackup(readFileSync(join(out, 'book.json'), 'utf8'));
    return backup.ok ? backup.book : null;
  };
  const [small, large] = [read(made({ buyers: 150 })), read(made({ buyers: 200 }))];
  const ids = new Set(large?.orders.map((order) => order.id));
  expect(small?.orders.length).toBeGreaterThan(50);
  expect(small?.orders.every((order) => ids.has(order.id))).toBe(true);
});

test('the regular of the practice chat is owed a discount, and both 王** are in the book apart', () => {
  const backup = readBackup(readFileSync(join(made(), 'book.json'), 'utf8'));
  if (!backup.ok) throw new Error(backup.reason);
  const { book } = backup;
  const returning = CAST.find((role) => role.part === 'returning')!;
  const account = book.accounts.find(
    (one) => one.platform === 'practice' && one.key === returning.person.uid,
  );
  const owed = book.discounts.filter((one) => one.buyerId === account?.buyerId && one.state === 'owed');
  expect(owed.map((one) => one.amount?.minor)).toEqual([1_000]);
  expect(book.orderLinks.filter((link) => link.buyerId === account?.buyerId).length).toBeGreaterThan(1);
  const wangs = book.accounts.filter(
    (one) => one.displayName === '王**' && CAST.some((role) => role.person.uid === one.key),
  );
  expect(new Set(wangs.map((one) => one.buyerId)).size).toBe(2);
});

test('exports carry the heads of real ones, in their encodings', () => {
  const out = made();
  const taobao = new TextDecoder('gbk', { fatal: true }).decode(readFileSync(join(out, 'orders-taobao.csv')));
  const bytes = readFileSync(join(out, 'orders-pinduoduo.csv'));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const pinduoduo = bytes.subarray(3).toString();
  const head = (name: string) =>
    readFileSync(new URL(`../fixtures/exports-heads/${name}.txt`, import.meta.url), 'utf8').replace('\n', '');
  for (const [text, name] of [
    [taobao, 'taobao-orders'],
    [pinduoduo, 'pinduoduo-orders'],
  ] as const) {
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(head(name));
    expect(lines.length).toBeGreaterThan(100);
    const columns = lines[0]!.split(',').length;
    expect(lines.slice(1, -1).every((line) => line.split(',').length === columns)).toBe(true);
  }
});

test('no purchase lies outside the period', () => {
  const out = made({ weeks: 4, asOf: '2026-03-01' });
  const text = readFileSync(join(out, 'orders-pinduoduo.csv'), 'utf8');
  const days = [...text.matchAll(/,(\d{4}-\d\d-\d\d) \d\d:\d\d:\d\d/g)].map((match) => match[1]!);
  expect(days.toSorted()[0]! >= '2026-02-02').toBe(true);
  expect(days.toSorted().at(-1)! <= '2026-03-01').toBe(true);
});

test('wrong usage is told in a sentence and writes nothing', async () => {
  const said: string[] = [];
  const write = process.stderr.write;
  process.stderr.write = ((text: string) => said.push(text) > 0) as typeof write;
  try {
    expect(await run(['--buyers', '0', '--out', 'nowhere'])).toBe(2);
    expect(await run(['--as-of', '2026-02-30', '--out', 'nowhere'])).toBe(2);
    expect(await run(['--weeks', '4'])).toBe(2);
    expect(await run(['--surprise'])).toBe(2);
  } finally {
    process.stderr.write = write;
  }
  expect(said[0]).toContain('--buyers 0: give a whole number from 1 to 1000000');
  expect(said[1]).toContain('--as-of 2026-02-30: give a day');
  expect(said[2]).toContain('--out is missing');
});
