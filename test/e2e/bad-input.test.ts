import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { waitForText } from './support/panel';
import { smallBook } from './support/small-book';
import { wholeStorage } from './support/storage';

// Tries F-53, F-56 of test/faults.md.

/** What is not right is refused with a sentence that says what to do, and nothing is changed by it. */
const BOOK = smallBook([{ name: 'Shen Lan', promises: [{ what: 'call about the set', dueIn: 4 }] }]);
const ADAPTER = JSON.parse(readFileSync('test/shop/adapter.json', 'utf8')) as Record<string, unknown>;
const EXPORT = readFileSync('test/fixtures/exports/shopify-orders/shopify-orders.csv', 'utf8');

let folder: string;
let keeper: Shopkeeper;

const asFile = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});
const alert = (page: Page): Locator => page.getByRole('alert');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-bad-'));
  keeper = await launchChromium({ lang: 'en' });
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  if (keeper) await removeProfile(keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

describe('settings', () => {
  let options: Page;
  let before: string;

  beforeAll(async () => {
    options = await keeper.context.newPage();
    await gotoReady(options, keeper.page('options.html?lang=en'));
    const loaded = options.waitForEvent('load');
    await options.getByLabel('Restore a backup').setInputFiles(asFile('book.json', BOOK));
    await loaded;
    await options.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    before = await wholeStorage(options);
    expect(before).toContain('Shen Lan');
  });

  test.each([
    ['cut off', BOOK.slice(0, BOOK.length / 2), /cut off/],
    ['changed by hand', BOOK.replace('Shen Lan', 'Shen Lao'), /seal does not fit/],
    ['of something else', '{"hello":1}', /not a backup of Zhanggui/],
    ['that is no JSON', 'order,buyer\n1,Ann\n', /not a backup of Zhanggui/],
    ['that is empty', '', /not a backup of Zhanggui/],
    ['of a newer version', BOOK.replace('"version":1', '"version":9'), /newer Zhanggui \(format 9/],
    ['with a field no book has', BOOK.replace('"tables":{', '"tables":{"spells":[],'), /“spells”/],
  ])('a backup %s is refused, and the book is as it was', async (_, text, sentence) => {
    await options.getByLabel('Restore a backup').setInputFiles(asFile('some.json', text));
    await waitForText(alert(options), sentence);
    expect(await wholeStorage(options)).toBe(before);
    await options.reload();
    await options.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  });

  const wild = (matches: readonly string[]) => JSON.stringify({ ...ADAPTER, matches });
  test.each([
    ['that is no JSON', 'nothing', /not JSON/],
    ['without a site in it', '{"schema":1,"adapters":[]}', /no site in the file/],
    ['that is something else', '{"format":"zhanggui/backup"}', /no site in the file/],
    ['of a newer version', '{"schema":2,"adapters":[]}', /version 2/],
    ['for every host', wild(['https://*/*']), /address at .* is not allowed/],
    ['over http elsewhere', wild(['http://chat.example.com/*']), /address at .* is not allowed/],
    ['with a broken reader', JSON.stringify({ ...ADAPTER, list: 7 }), /list.* can’t be read/],
    [
      'where only one of two is right',
      JSON.stringify({ schema: 1, adapters: [ADAPTER, { ...ADAPTER, id: 'b', matches: ['ftp://x/*'] }] }),
      /Site b: .* nothing was imported/,
    ],
  ])('a site file %s is refused, and no site is added', async (_, text, sentence) => {
    await options.getByLabel('Import a site').setInputFiles(asFile('site.json', text));
    await waitForText(alert(options), sentence);
    expect(await wholeStorage(options)).toBe(before);
    await options.reload();
    await options.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  });
});

interface Numbers {
  readonly orders: { readonly count: number; readonly revenue: number };
}

describe('the weekly review', () => {
  let notebook: Page;
  let before: string;
  /** What the good export gives: two orders of known buyers, one unpaid, one without a buyer. */
  let good: Numbers;

  /** The numbers of the review as the page hands them out. */
  async function numbers(): Promise<Numbers> {
    const [saved] = await Promise.all([
      notebook.waitForEvent('download'),
      notebook.getByRole('button', { name: 'Save the numbers' }).click(),
    ]);
    return JSON.parse(await readFile(await saved.path(), 'utf8'));
  }
  const add = (name: string, text: string) =>
    notebook.getByLabel('Add exports').setInputFiles(asFile(name, text));
  const ready = () => expect.poll(() => notebook.getByRole('progressbar').count()).toBe(0);
  const all = () => notebook.evaluate(() => document.body.innerText);

  beforeAll(async () => {
    notebook = await keeper.context.newPage();
    await gotoReady(notebook, keeper.page('notebook.html?lang=en'));
    before = await wholeStorage(notebook);
  });

  test('takes a good export', async () => {
    await add('orders.csv', EXPORT);
    await expect.poll(all, { timeout: 20_000 }).toContain('orders.csv');
    await ready();
    good = await numbers();
    expect(good.orders.count).toBe(2);
  });

  test.each([
    ['unknown', 'wishes.csv', 'tree,bird\noak,owl\nelm,wren\n', /wishes\.csv.*No known export/],
    ['empty', 'empty.csv', '', /empty\.csv.*There is nothing in this file/],
    ['of pictures', 'cat.png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0', /cat\.png.*This is no table/],
    ['of another program', 'other.json', '{"a":1}', /other\.json.*not a backup of Zhanggui/],
  ])('an %s file is named and left out; the review stays', async (_, name, text, sentence) => {
    await add(name, text);
    await waitForText(alert(notebook), sentence, 20_000);
    expect(await numbers()).toEqual(good);
    expect(await all()).toContain('orders.csv');
  });

  test('a broken row is left out and told with its line; the others count', async () => {
    await add('orders.csv', EXPORT.replace('2024-05-03 10:00:05 -0400', 'the day after'));
    await expect.poll(all, { timeout: 20_000 }).toMatch(/1 unreadable row in orders\.csv/);
    await notebook.getByText('1 unreadable row in orders.csv').first().click();
    expect(await all()).toMatch(/the day after/);
    expect((await numbers()).orders.count).toBe(1);
  });

  test('the same file twice counts once, whatever it is called', async () => {
    await add('orders.csv', EXPORT);
    await expect.poll(all, { timeout: 20_000 }).not.toMatch(/unreadable row/);
    await ready();
    expect(await numbers()).toEqual(good);
    await add('copy of orders.csv', EXPORT);
    await expect.poll(all, { timeout: 20_000 }).toContain('copy of orders.csv');
    await ready();
    const { count, revenue } = good.orders;
    expect((await numbers()).orders).toMatchObject({ count, revenue });
  });

  test('writes nothing into the book', async () => {
    expect(await wholeStorage(notebook)).toBe(before);
  });
});
