import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as practice } from '../shop/generate/run';
import { seriousViolations } from './support/axe';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';

/**
 * Two Sundays in a row: the letter of one week is written and put away, a week later the next one is compared with
 * it. Then the same page without the extension, from one file on the disk.
 */
const SUNDAY = '2026-11-15';
const NEXT_SUNDAY = '2026-11-22';
const DECISION = 'Pack on Thursdays too';

let folder: string;
let keeper: Shopkeeper;
let page: Page;
const requests: string[] = [];
const errors: string[] = [];
const inShop = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-weekly-'));
  expect(await practice(['--buyers', '160', '--seed', '9', '--out', folder, '--lang', 'en'])).toBe(0);
  await upTo(SUNDAY);
  keeper = await launchChromium({ lang: 'en' });
  const options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  const loaded = options.waitForEvent('load');
  await options.getByLabel('Restore a backup').setInputFiles(inShop('book-then.json'));
  await loaded;
  await options.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await options.close();
  keeper.context.on('request', (request) => requests.push(request.url()));
  page = await keeper.context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  if (keeper) await removeProfile(keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

/** The shop as it was on a morning: rows and records of that day and later are not there yet. */
async function upTo(day: string): Promise<void> {
  for (const name of ['orders-taobao', 'orders-pinduoduo']) {
    const [head = '', ...rows] = (await readFile(inShop(`${name}.csv`))).toString('latin1').split('\r\n');
    const then = rows.filter((row) => !(row.match(/20\d\d-\d\d-\d\d/g) ?? []).some((found) => found >= day));
    await writeFile(inShop(`${name}-then.csv`), Buffer.from([head, ...then].join('\r\n'), 'latin1'));
  }
  const { hash: _, ...book } = JSON.parse(await readFile(inShop('book.json'), 'utf8')) as {
    hash?: string;
    tables: Record<string, Record<string, unknown>[]>;
  };
  const isThere = (row: Record<string, unknown>) =>
    Object.values(row).every(
      (value) => !(typeof value === 'string' && /^20\d\d-\d\d-\d\dT/.test(value) && value >= day),
    );
  const tables = Object.fromEntries(
    Object.entries(book.tables).map(([table, rows]) => [table, rows.filter(isThere)]),
  );
  await writeFile(inShop('book-then.json'), JSON.stringify({ ...book, actions: [], tables }));
}

/** Opens the letter of a Sunday over the book and some exports. */
async function letterOf(day: string, week: string, ...exports: readonly string[]): Promise<void> {
  await page.clock.setFixedTime(`${day}T10:00:00+08:00`);
  await gotoReady(page, keeper.page('notebook.html?lang=en'));
  await page.locator('input[type=file]').setInputFiles(exports.map(inShop));
  await page.locator('.masthead', { hasText: week }).waitFor();
  await page.locator('.inputs', { hasText: exports[0]! }).waitFor();
  await page.waitForFunction(() => document.querySelector('progress') === null);
}

const section = (name: string) =>
  page.locator('section', { has: page.getByRole('heading', { name, level: 2 }) });

describe('two Sundays in a row', () => {
  test('the first letter says it is the first; a decision with its aim, a note, and the week is put away', async () => {
    await letterOf(SUNDAY, '2026-W46', 'orders-taobao-then.csv', 'orders-pinduoduo-then.csv');
    expect(await section('Since last week').innerText()).toContain('This is the first week');
    const decision = page.getByRole('textbox', { name: 'Decision 1' });
    await decision.fill(DECISION);
    await decision.press('Enter');
    await page.getByLabel('The number decision 1 aims at').selectOption('orders');
    const note = page.getByLabel('Note on: Promises');
    await note.fill('Fridays are too full.');
    await note.blur();
    await page.locator('.decisions').getByText('Saved').waitFor();
    await page.getByRole('button', { name: 'Put 2026-W46 away' }).click();
    await page.getByText('Put away.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('the platform’s own scores are written down beside ours', async () => {
    await page.getByLabel('As described').fill('4.9');
    await page.getByRole('button', { name: 'Write down for 2026-W46' }).click();
    await page.getByText('Written down.').waitFor();
    expect(await page.locator('#platform-scores-table').innerText()).toMatch(/2026-W46\s+4\.9/);
  });

  test('a week later the letter begins with what became of it: decision, number, forecast', async () => {
    // Both exports overlap with those of the week before; what stood in them counts once.
    await letterOf(NEXT_SUNDAY, '2026-W47', 'orders-taobao.csv', 'orders-pinduoduo.csv');
    const since = section('Since last week');
    await since.getByText('Beside 2026-W46, put away on November 15, 2026.').waitFor();
    await since.getByLabel(DECISION).check();
    await since.getByText('done', { exact: true }).waitFor();
    const text = await since.innerText();
    expect(text).toMatch(/Orders of the week: \d+ then, \d+ now/);
    expect(text).toMatch(/this letter said [\d.]+ orders \([\d–.]+\); \d+ came, (within|outside) the range/);
    expect(await page.locator('#platform-scores-table').innerText()).toContain('2026-W46');
  });

  test('the week put away opens again as it was, read-only, and leads back', async () => {
    await page.getByRole('button', { name: 'Open 2026-W46' }).click();
    await page.locator('.frozen-bar').waitFor();
    await page.locator('.masthead', { hasText: '2026-W46' }).waitFor();
    await page.getByText('Fridays are too full.').waitFor();
    expect(await page.locator('.letter :is(input, textarea)').count()).toBe(0);
    expect(await page.locator('.frozen-bar').innerText()).toContain('Zhanggui 0.');
    await page.locator('.frozen-bar summary').click();
    expect(await page.locator('.frozen-bar code').first().innerText()).toMatch(/^[0-9a-f]{64}$/);
    await page.getByRole('button', { name: 'Back to this week' }).click();
    await page.locator('.masthead', { hasText: '2026-W47' }).waitFor();
  });

  test('a buyer in the letter opens in the panel', async () => {
    const buyer = page.locator('.people a.buyer').first();
    const name = await buyer.innerText();
    const opened = keeper.context.waitForEvent('page');
    await buyer.click();
    const panel = await opened;
    await panel.getByRole('heading', { level: 1, name }).waitFor();
    await panel.close();
  });
});

describe('the page that needs no extension', () => {
  test('is taken along from the notebook, opens from the disk, and compares with a week put away', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'This page as a file' }).click();
    await (await download).saveAs(inShop('weekly-review.html'));
    const alone = await keeper.context.newPage();
    alone.on('pageerror', (error) => errors.push(error.message));
    await alone.clock.setFixedTime(`${SUNDAY}T10:00:00+08:00`);
    await gotoReady(alone, pathToFileURL(inShop('weekly-review.html')).href);
    await alone.getByText('Drop your order exports here').waitFor();
    const add = async (...names: readonly string[]) => {
      await alone.locator('input[type=file]').setInputFiles(names.map(inShop));
    };
    await add('orders-taobao-then.csv', 'orders-pinduoduo-then.csv', 'book-then.json');
    await alone.locator('.masthead', { hasText: '2026-W46' }).waitFor({ timeout: 30_000 });
    const decision = alone.getByRole('textbox', { name: 'Decision 1' });
    await decision.fill(DECISION);
    await decision.press('Enter');
    await alone.getByLabel('The number decision 1 aims at').selectOption('orders');
    const saved = alone.waitForEvent('download');
    await alone.getByRole('button', { name: 'Put 2026-W46 away' }).click();
    await (await saved).saveAs(inShop('w46.freeze.json'));

    await alone.reload();
    await add('w46.freeze.json');
    await alone.locator('.frozen-bar').waitFor();
    // What unpacks stands in the page too.
    await writeFile(inShop('packed.csv.gz'), gzipSync(await readFile(inShop('orders-pinduoduo.csv'))));
    await add('orders-taobao.csv', 'packed.csv.gz', 'book.json');
    await alone.locator('.masthead', { hasText: '2026-W47' }).waitFor({ timeout: 30_000 });
    await alone.getByText('packed.csv.gz').first().waitFor({ state: 'attached' });
    await alone.getByLabel(DECISION).check();
    expect(await alone.locator('.since').innerText()).toMatch(/Orders of the week: \d+ then, \d+ now/);
    expect(requests.filter((url) => /^https?:/.test(url))).toEqual([]);
    await alone.close();
  });

  test('nothing broke', () => expect(errors).toEqual([]));
});
