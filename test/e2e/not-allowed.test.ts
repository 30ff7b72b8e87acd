import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningShop, startShop } from '../shop/server';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady, openPanel } from './support/counter';
import { heading, status, waitForText } from './support/panel';

// Tries F-87 of test/faults.md.

/** The extension as it is installed: no site is allowed yet, and the browser's question may be answered with no. */
let keeper: Shopkeeper;
let shop: RunningShop;
let options: Page;
let chat: Page;
let panel: Page;

interface Permissions {
  readonly permissions: { request: (wanted: object) => Promise<boolean> };
}

/** The browser's own question can't be clicked from outside: it is answered with no, and what was asked is kept. */
async function answerNo(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { permissions } = (globalThis as unknown as { chrome: Permissions }).chrome;
    permissions.request = (wanted) => {
      document.documentElement.dataset.asked = JSON.stringify(wanted);
      return Promise.resolve(false);
    };
  });
}
const asked = (page: Page) => page.evaluate(() => document.documentElement.dataset.asked ?? '');

beforeAll(async () => {
  shop = await startShop({ seed: '1', lang: 'en' });
  keeper = await launchChromium({ lang: 'en', build: '.output/chrome-mv3' });
  options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  chat = await keeper.context.newPage();
  await chat.goto(`${shop.url}/chat?scenario=calm&speed=0`);
  panel = await openPanel(keeper, options, 'en');
  await chat.bringToFront();
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  await shop?.close();
  if (keeper) await removeProfile(keeper.profile);
});

describe('a page nobody has allowed', () => {
  test('is not read: the panel says that the permission is missing, and shows the way', async () => {
    await waitForText(status(panel), 'Needs permission');
    await waitForText(heading(panel), 'Today');
    await panel.getByRole('button', { name: 'Follow this page' }).waitFor();
  });

  test('says first what is read and what never; a no is told, and asked again only when pressed', async () => {
    await answerNo(panel);
    await panel.getByRole('button', { name: 'Follow this page' }).click();
    const trust = panel.getByRole('region', { name: 'Follow this page' });
    await waitForText(trust, /Never done: click, send a message/);
    const site = trust.locator('.sites').getByRole('button').first();
    const name = await site.innerText();
    await site.click();
    await waitForText(panel.getByRole('alert'), `The browser was told no for ${name}`);
    expect(await asked(panel)).toMatch(/"origins":\["https:/);
    await waitForText(status(panel), 'Needs permission');
    await trust.getByRole('button', { name: 'Cancel' }).click();
    await panel.getByRole('button', { name: 'Follow this page' }).waitFor();
  });

  test('settings say the same of a site refused there', async () => {
    await answerNo(options);
    await options.bringToFront();
    const row = options.getByRole('listitem').filter({ hasText: 'Not allowed' }).first();
    await row.getByRole('button', { name: 'Allow' }).click();
    await waitForText(options.getByRole('alert'), 'The browser was told no for');
    await row.getByText('Not allowed').waitFor();
  });

  test('a site that the shipped extension may never ask for is refused by the browser itself', async () => {
    await options.reload();
    await options.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await options.getByLabel('Import a site').setInputFiles('test/shop/adapter.json');
    const row = options.getByRole('listitem').filter({ hasText: 'Practice shop' });
    await row.getByRole('button', { name: 'Allow' }).click();
    await waitForText(options.getByRole('alert'), 'The browser was told no for Practice shop');
    await chat.bringToFront();
    await waitForText(status(panel), 'Needs permission');
  });
});

test('the rest works without: a buyer can be looked for', async () => {
  await panel.getByRole('searchbox', { name: 'Find a buyer' }).fill('nobody');
  await panel.getByText('No buyer fits “nobody”.').waitFor();
});
