import { mkdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './support/axe';
import { removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter } from './support/counter';
import { buyerOf, findBuyer, heading, record, waitForText } from './support/panel';

/** Finding and doing as its user does it: the list of everything, the search, and orders in and out of the book. */
const BUYER = '8240318204918';
const LOOKS = '.output/looks';
const SHOPIFY = 'test/fixtures/exports/shopify-orders/shopify-orders.csv';
const OWN_TABLE = 'Who,Which,When,How much\nLi,A-1,2026-01-05,10\nMa,A-2,2026-01-06,12.5\n';

let counter: Counter;
let panel: Page;
let shop: Page;

beforeAll(async () => {
  await mkdir(LOOKS, { recursive: true });
  counter = await openCounter({ lang: 'en', query: 'scenario=calm&speed=0' });
  panel = counter.panel;
  await counter.page.open(BUYER);
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

const choose = (name: string, text: string | Buffer) =>
  shop.locator('.drop input').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: typeof text === 'string' ? Buffer.from(text) : text,
  });

describe('the list of everything', () => {
  test('opens by Ctrl-K, does what is chosen, and a quick hand is not lost', async () => {
    await expect.poll(() => buyerOf(panel), { timeout: 10_000 }).toContain(BUYER);
    await heading(panel).click();
    await panel.keyboard.press('Control+k');
    await panel.keyboard.type('closing');
    await panel.getByRole('option', { name: /Closing time/ }).waitFor();
    await panel.screenshot({ path: `${LOOKS}/finder-palette-en.png` });
    await panel.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Closing time' }).waitFor();
    await panel.keyboard.press('Escape');
  });

  test('a note is found by its words, and shown where they stand', async () => {
    await record(panel, 'n', 'allergic to lavender');
    const find = panel.getByRole('searchbox', { name: 'Find a buyer' });
    await find.fill('lavender');
    await waitForText(panel.locator('.found'), /allergic to lavender/);
    await find.press('Escape');
  });
});

describe('orders into the book', () => {
  test('are looked over, written, listed, and after a reload taken back', async () => {
    shop = await counter.keeper.context.newPage();
    await gotoReady(shop, counter.keeper.page('shop.html?lang=en#imports'));
    await choose('orders.csv', await readFile(SHOPIFY));
    await waitForText(shop.locator('.looked-sums'), /4 new · 0 changed · 0 known already/);
    await shop.screenshot({ path: `${LOOKS}/finder-preview-en.png`, fullPage: true });
    await shop.getByRole('button', { name: 'Import 4' }).click();
    await waitForText(shop.locator('main'), /Imported: 4 new, 0 brought up to date/);
    await choose('orders.csv', await readFile(SHOPIFY));
    await waitForText(shop.locator('.looked'), /nothing here that the book does not know/);
    await shop.reload();
    const past = shop.getByRole('region', { name: 'Imports so far' });
    await past.getByRole('button', { name: 'Show' }).click();
    await waitForText(past, /#1001/);
    await past.getByRole('button', { name: 'Take this import back' }).click();
    await waitForText(past, /Taken back: \d+ records\. 0 stay/);
  });

  test('a table nobody knows is read once its columns are said, and the next one at once', async () => {
    await choose('own.csv', OWN_TABLE);
    await shop.getByLabel('Order number').selectOption('Which');
    await shop.getByLabel('Buyer', { exact: true }).selectOption('Who');
    await shop.getByLabel('Ordered on').selectOption('When');
    await shop.getByLabel('Amount paid').selectOption('How much');
    await shop.getByRole('button', { name: 'Read it like this' }).click();
    await waitForText(shop.locator('.looked-sums'), /2 new/);
    await shop.getByRole('button', { name: 'Cancel' }).click();
    await choose('next.csv', OWN_TABLE.replaceAll('A-', 'B-'));
    await waitForText(shop.locator('.looked-sums'), /2 new/);
    await shop.getByRole('button', { name: 'Cancel' }).click();
  });

  test("the shop's own list of buyers: said once which column is which, taken in, found, taken back", async () => {
    await choose(
      'buyers.csv',
      'Client,Mobile,Birthday,Tags\nMary Poppins,555-0100-234,12/4,regular\nB***b,5**,,\n',
    );
    expect(await shop.getByRole('radio', { name: 'buyers' }).isChecked()).toBe(true);
    expect(await shop.getByLabel('Phone', { exact: true }).inputValue()).toBe('Mobile');
    await shop.getByRole('button', { name: 'Read it like this' }).click();
    await waitForText(
      shop.locator('.looked-sums'),
      /Buyers: 1 new · 0 with news · 0 known already · 1 rows refused/,
    );
    await waitForText(shop.locator('.import-rows'), /Mary Poppins.*Phone · Tags · Birthday/);
    await shop.getByRole('button', { name: 'Import 1' }).click();
    await waitForText(shop.locator('main'), /Imported: 1 new/);
    await panel.bringToFront();
    await findBuyer(panel, 'Mary Poppins');
    await shop.bringToFront();
    const past = shop.getByRole('region', { name: 'Imports so far' });
    await past.getByRole('button', { name: 'Take this import back' }).first().click();
    await waitForText(past, /buyers: 1 new[\s\S]*Taken back: \d+ records\. 0 stay/);
  });

  test('and out of it: a table for a spreadsheet at one click', async () => {
    const waiting = shop.waitForEvent('download');
    await shop.getByRole('button', { name: 'Notes', exact: true }).click();
    expect((await waiting).suggestedFilename()).toMatch(/^zhanggui-notes-\d{4}-\d\d-\d\d\.csv$/);
  });

  test('reads well in Chinese on a narrow page, with nothing in the way', async () => {
    await shop.setViewportSize({ width: 360, height: 800 });
    await gotoReady(shop, counter.keeper.page('shop.html?lang=zh-CN#imports'));
    await choose('own2.csv', OWN_TABLE.replace('Who', '谁').replace('Which', '哪单'));
    await shop.locator('.columns-form').waitFor();
    await shop.screenshot({ path: `${LOOKS}/finder-imports-zh.png`, fullPage: true });
    expect(await seriousViolations(shop)).toEqual([]);
  });
});
