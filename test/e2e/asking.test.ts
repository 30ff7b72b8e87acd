import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './support/axe';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';

/**
 * What only the owner can say of a file is asked on the page and answered with the keys: which column is which, day
 * or month first, which currency, the password. In the extension and in the page that stands alone.
 */
let keeper: Shopkeeper;
const errors: string[] = [];

beforeAll(async () => {
  keeper = await launchChromium({ lang: 'en' });
}, 60_000);
afterAll(async () => {
  await keeper?.close();
  if (keeper) await removeProfile(keeper.profile);
});

const table = (rows: readonly string[]) => Buffer.from(`${rows.join('\n')}\n`);
const csv = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: table(rows),
});
/** Forty orders of fifteen buyers, day and month both at most twelve. */
const UNSAID = csv('own-list.csv', [
  'Kunde,Wann,Summe',
  ...Array.from({ length: 40 }, (_, at) => `c${at % 15},0${1 + (at % 9)}/0${1 + (at % 8)}/2026,${20 + at}`),
]);
const LOCKED = resolve('test/fixtures/exports/hostile/locked-standard.xlsx');

const HOMES = {
  'in the extension': () => keeper.page('notebook.html?lang=en'),
  'in the page that stands alone': () =>
    pathToFileURL(resolve('.output/chrome-mv3-acceptance/weekly-review.html')).href,
};

describe.each(Object.entries(HOMES))('%s', (_, home) => {
  let page: Page;
  beforeAll(async () => {
    page = await keeper.context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await gotoReady(page, home());
  });
  afterAll(() => page.close());
  const add = (file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
    page.locator('nav input[type=file]').first().setInputFiles(file);
  const used = (file: string) => page.locator('.inputs tr').filter({ hasText: file }).first();

  test('columns, and then the order of day and month', async () => {
    await add(UNSAID);
    const choose = async (field: RegExp, key: string) => {
      await page.getByRole('combobox', { name: field }).focus();
      await page.keyboard.press(key);
    };
    await choose(/^Buyer/, 'K');
    await choose(/^Ordered on/, 'W');
    await choose(/^Amount paid/, 'S');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Read it like this' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Day first/ }).focus();
    await page.keyboard.press('Enter');
    await used('own-list.csv').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a password: the wrong one is said to be wrong, the right one opens the workbook', async () => {
    await add(LOCKED);
    const field = page.getByLabel('Password');
    await field.focus();
    await page.keyboard.type('654321');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('does not open the workbook').waitFor();
    await page.getByLabel('Password').fill('123456');
    await page.keyboard.press('Enter');
    await used('locked-standard.xlsx').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a currency, where files are in several', async () => {
    await add(resolve('test/fixtures/exports/shopify-orders/shopify-orders.csv'));
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).not.toMatch(/--\w/);
    await alert.getByRole('button', { name: 'Count TWD' }).focus();
    await page.keyboard.press('Enter');
    await used('shopify-orders.csv').waitFor();
    expect(await used('shopify-orders.csv').innerText()).toContain('in another currency');
    expect(await alert.count()).toBe(0);
  });
});

test('nothing broke', () => expect(errors).toEqual([]));
