import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningShop, startShop } from '../shop/server';
import { stopWorkers, tabOf } from './support/browser';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady, handlesOf } from './support/counter';
import { buyerOf, heading, openForm, region, status, waitForText, what } from './support/panel';

// Tries F-19, F-20 of test/faults.md.

/** From the moment a site is known, its pages are followed: those that were open before, too. */
const RETURNING = '8240317755120';
const SHIP = '8240317990457';
const ADAPTER = JSON.parse(readFileSync('test/shop/adapter.json', 'utf8')) as Record<string, unknown>;

let shop: RunningShop;
let keeper: Shopkeeper;
let options: Page;
let chat: Page;
let panel: Page;

/** The panel that stays with the tab of an address. */
async function panelOf(address: string): Promise<Page> {
  const tab = await tabOf(options, address);
  const page = await keeper.context.newPage();
  await gotoReady(page, keeper.page(`sidepanel.html?lang=en&tab=${tab}`));
  return page;
}

const chatReady = () => chat.waitForFunction(() => document.documentElement.dataset.ready === 'true');

beforeAll(async () => {
  shop = await startShop({ seed: '1', lang: 'en' });
  keeper = await launchChromium({ lang: 'en' });
  options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  chat = await keeper.context.newPage();
  await chat.goto(`${shop.url}/chat?scenario=calm&speed=0`);
  await chatReady();
  panel = await panelOf(`${shop.url}/chat`);
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  await shop?.close();
  if (keeper) await removeProfile(keeper.profile);
});

test('every key the extension asks for was free in this browser', async () => {
  const keys = await options.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { commands: { getAll(): Promise<readonly { shortcut: string }[]> } };
    };
    return (await chrome.commands.getAll()).map(({ shortcut }) => shortcut);
  });
  expect(keys.filter((key) => key !== '')).toHaveLength(4);
});

describe('a site that is imported while its page is open', () => {
  test('was not a chat page before', async () => {
    await waitForText(status(panel), 'Not a chat page');
    await waitForText(heading(panel), 'Today');
  });

  test('is followed at once, without a reload; what the file has too much is named', async () => {
    const file = { schema: 1, adapters: [{ ...ADAPTER, colour: 'red' }], author: 'somebody' };
    const buffer = Buffer.from(JSON.stringify(file));
    await options
      .getByLabel('Import a site')
      .setInputFiles({ name: 'sites.json', mimeType: 'application/json', buffer });
    await options.getByText(/Left out.*author.*practice\.colour/).waitFor();
    await waitForText(status(panel), 'No conversation open');
    await handlesOf(chat).open(RETURNING);
    await expect.poll(() => buyerOf(panel), { timeout: 10_000 }).toContain(RETURNING);
    await waitForText(status(panel), 'Connected');
  });
});

describe('with the worker stopped', () => {
  test('a switch of buyer is seen', async () => {
    await stopWorkers(options);
    await handlesOf(chat).open(SHIP);
    await expect.poll(() => buyerOf(panel), { timeout: 10_000 }).toContain(SHIP);
  });

  test('a reloaded page is followed again', async () => {
    await stopWorkers(options);
    await chat.reload();
    await chatReady();
    await handlesOf(chat).open(RETURNING);
    await expect.poll(() => buyerOf(panel), { timeout: 15_000 }).toContain(RETURNING);
  });
});

describe('a switch in flight', () => {
  const WORDS = 'send the missing lid';

  test('what is being written down stays with the buyer it was begun for', async () => {
    await chat.goto(`${shop.url}/chat?scenario=calm&speed=0&editor=rich`);
    await chatReady();
    await handlesOf(chat).open(RETURNING);
    await expect.poll(() => buyerOf(panel), { timeout: 15_000 }).toContain(RETURNING);
    await openForm(panel, 'p', WORDS);
    await handlesOf(chat).open(SHIP);
    await panel.keyboard.press('Enter');
    await expect.poll(() => what(panel).count()).toBe(0);
    await expect.poll(() => buyerOf(panel)).toContain(SHIP);
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain(`Promised: ${WORDS}`);
    await handlesOf(chat).open(RETURNING);
    await expect.poll(() => buyerOf(panel)).toContain(RETURNING);
    await waitForText(region(panel, 'You owe'), WORDS);
  });

  test('a text on its way into the box never reaches another buyer', async () => {
    // The moment the box is made ready for the text, the seller opens somebody else.
    await chat.evaluate((other) => {
      const { shop } = window as unknown as { shop: { open(uid: string): void } };
      document.addEventListener('focusin', () => setTimeout(() => shop.open(other), 20), { once: true });
    }, SHIP);
    await heading(panel).click();
    await panel.keyboard.press('f');
    await expect.poll(() => panel.evaluate(() => document.body.innerText)).toMatch(/nothing was filled in/);
    await expect.poll(() => buyerOf(panel)).toContain(SHIP);
    expect(await handlesOf(chat).draft()).toBe('');
    expect((await handlesOf(chat).sent()).length).toBe(0);
  });
});

test('a chat in a frame of another page of the shop is followed', async () => {
  const around = await keeper.context.newPage();
  await around.goto(`${shop.url}/plain`);
  const beside = await panelOf(`${shop.url}/plain`);
  await waitForText(status(beside), 'Not a chat page');
  await around.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/chat?scenario=calm&speed=0';
    frame.width = '1200';
    frame.height = '700';
    document.body.append(frame);
  });
  const inner = () => around.frames().find((frame) => frame.url().includes('/chat'));
  await expect.poll(() => inner()?.evaluate(() => document.documentElement.dataset.ready)).toBe('true');
  await waitForText(status(beside), 'No conversation open');
  await inner()?.evaluate(
    (uid) => (window as unknown as { shop: { open(uid: string): void } }).shop.open(uid),
    SHIP,
  );
  await expect.poll(() => buyerOf(beside), { timeout: 10_000 }).toContain(SHIP);
  await waitForText(status(beside), 'Connected');
  await beside.close();
  await around.close();
});

test('a page that moves on to another one of the shop is let go, and found again', async () => {
  await chat.goto(`${shop.url}/orders`);
  await waitForText(status(panel), 'Not a chat page');
  expect(await buyerOf(panel)).toBeNull();
  await chat.goto(`${shop.url}/chat?scenario=calm&speed=0`);
  await chatReady();
  await handlesOf(chat).open(SHIP);
  await expect.poll(() => buyerOf(panel), { timeout: 10_000 }).toContain(SHIP);
});

test('a site that is removed is let go at once', async () => {
  const row = options.getByRole('listitem').filter({ hasText: 'Practice shop' });
  await row.getByRole('button', { name: 'Remove' }).click();
  await waitForText(status(panel), 'Not a chat page');
  expect(await buyerOf(panel)).toBeNull();
});

test('a page nobody described is followed by its address alone', async () => {
  await options.getByText('Follow a page that is not listed').click();
  await options.getByLabel('Address of the chat page').fill(`${shop.url}/chat`);
  await options.getByRole('button', { name: 'Follow this address' }).click();
  await options.getByText('1 site imported').waitFor();
  await chat.reload();
  await chatReady();
  await chat.bringToFront();
  await handlesOf(chat).open(SHIP);
  // A masked name proves nobody: the buyer is shown, one click away, and no file opens by itself.
  await waitForText(status(panel), 'Not sure who');
  await panel.getByRole('button', { name: /Somebody new: .+\*/ }).waitFor();
  expect(await buyerOf(panel)).toBeNull();
});
