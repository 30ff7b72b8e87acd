import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningShop, startShop } from '../shop/server';
import { tabOf } from './support/browser';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady, handlesOf } from './support/counter';
import { buyerOf, heading, record, status, waitForText } from './support/panel';

/** A chat page nobody described is taught by pointing, kept, given away and taken back. */
let shop: RunningShop;
let keeper: Shopkeeper;
let options: Page;
let chat: Page;
let panel: Page;

const FIRST = '山茶未眠';
const SECOND = '老周不吃辣';
const THIRD = '橘子汽水';

const chatReady = () => chat.waitForFunction(() => document.documentElement.dataset.ready === 'true');
const presses = () =>
  chat.evaluate(() => (window as unknown as { shop: { presses(): number } }).shop.presses());

/** Opens the conversation of a nickname without a click. */
async function open(name: string): Promise<void> {
  const page = handlesOf(chat);
  const found = (await page.buyers()).find((one) => one.name === name);
  await page.open(found?.uid ?? '');
}

/** A hand moves the mouse over the middle of something and presses. */
async function point(css: string, nth = 0): Promise<void> {
  const box = await chat.locator(css).nth(nth).boundingBox();
  if (!box) throw new Error(`nothing at ${css}`);
  await chat.mouse.move(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
  await chat.mouse.down();
  await chat.mouse.up();
}

async function asked(words: RegExp): Promise<void> {
  await panel.getByRole('dialog').getByText(words).waitFor();
}

beforeAll(async () => {
  shop = await startShop({ seed: '1', lang: 'zh' });
  keeper = await launchChromium({ lang: 'en' });
  options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  chat = await keeper.context.newPage();
  await chat.goto(`${shop.url}/talk`);
  await chatReady();
  panel = await keeper.context.newPage();
  const tab = await tabOf(options, `${shop.url}/talk`);
  await gotoReady(panel, keeper.page(`sidepanel.html?lang=en&tab=${tab}`));
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  await shop?.close();
  if (keeper) await removeProfile(keeper.profile);
});

describe('teaching by pointing', () => {
  test('asks for one thing after the other; the page hears no click of it', async () => {
    await waitForText(status(panel), 'Not a chat page');
    await open(FIRST);
    await handlesOf(chat).reply('您好，在的');
    await panel.getByRole('button', { name: 'Menu' }).click();
    await panel.getByRole('button', { name: 'Teach this page' }).click();
    await panel.getByRole('button', { name: 'Begin' }).click();
    await asked(/Click the buyer's name above/);
    await chat.bringToFront();
    await point('.q2k4 b');
    await asked(/Click a buyer's name in the list/);
    await point('.w2f6 strong', 0);
    await asked(/Click another buyer's name/);
    await point('.w2f6 strong', 0);
    await asked(/That is the one from before/);
    await point('.w2f6 strong', 1);
    await asked(/message the buyer wrote/);
    await point('.q4b7:not(.t9) p');
    await asked(/message you wrote/);
    await point('.q4b7.t9 p');
    await asked(/the box you write your answers in/);
    await point('.q5d2 textarea');
    expect(await presses()).toBe(0);
  });

  test('shows what the engine makes of it, and follows another conversation', async () => {
    await panel.getByText(`the buyer's name: ${FIRST}`).waitFor();
    await panel.getByText(/8 rows: .*is open/).waitFor();
    await panel.getByText(/[1-9]\d* from the buyer, [1-9]\d* from you, 0 of which/).waitFor();
    await panel.getByText('the reply box: yes').waitFor();
    await open(SECOND);
    await panel.getByText(`the buyer's name: ${SECOND}`).waitFor();
    await panel.getByRole('button', { name: 'Keep and follow' }).click();
    await expect.poll(() => buyerOf(panel)).toContain(SECOND);
    await waitForText(status(panel), 'Connected');
    // The picker is gone: the page hears its seller again.
    await chat.locator('.w2f6').nth(0).click();
    expect(await presses()).toBe(1);
    await expect.poll(() => buyerOf(panel)).toContain(FIRST);
  });

  test('a buyer is served with it, also after the page was loaded anew', async () => {
    await record(panel, 'p', '周五前发货');
    await chat.reload();
    await chatReady();
    await open(THIRD);
    await expect.poll(() => buyerOf(panel), { timeout: 15_000 }).toContain(THIRD);
    await open(FIRST);
    await waitForText(heading(panel), FIRST);
    await panel.getByRole('region', { name: 'You owe' }).getByText('周五前发货').first().waitFor();
    await heading(panel).click();
    await panel.keyboard.press('f');
    await expect.poll(() => handlesOf(chat).draft()).toContain('周五前发货');
  });
});

describe('what was taught', () => {
  test('goes into a file without a word of the page, and comes back from it', async () => {
    await options.bringToFront();
    const row = options.getByRole('listitem').filter({ hasText: 'Taught by you' });
    const [file] = await Promise.all([
      options.waitForEvent('download'),
      row.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const path = await file.path();
    const text = readFileSync(path, 'utf8');
    for (const word of [FIRST, SECOND, THIRD, '您好', '写回信', '寄出', '发货'])
      expect(text).not.toContain(word);
    expect(text).toMatch(/textarea/);
    await row.getByRole('button', { name: 'Remove' }).click();
    await waitForText(status(panel), 'Not a chat page');
    await options.getByLabel('Import a site').setInputFiles(path);
    await expect.poll(() => buyerOf(panel), { timeout: 10_000 }).toContain(FIRST);
  });

  test('a file that is none is refused with a sentence', async () => {
    await options.getByLabel('Import a site').setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"zhanggui/backup","version":1}'),
    });
    await options.getByText(/no site in the file/).waitFor();
  });
});
