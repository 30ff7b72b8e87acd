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
async function press(page: Page, css: string, nth = 0): Promise<void> {
  const box = await page.locator(css).nth(nth).boundingBox();
  if (!box) throw new Error(`nothing at ${css}`);
  await page.mouse.move(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.up();
}
const point = (css: string, nth = 0) => press(chat, css, nth);

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
    expect(await presses()).toBe(3);
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

describe('a chat in a frame of another page', () => {
  test('is taught in its frame and followed there; Esc and closing the panel leave the page as it was', async () => {
    const known = options.getByRole('listitem').filter({ hasText: 'Taught by you' });
    await known.getByRole('button', { name: 'Remove' }).click();
    await waitForText(status(panel), 'Not a chat page');
    const around = await keeper.context.newPage();
    await around.goto(`${shop.url}/plain`);
    await around.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/talk';
      frame.width = '1200';
      frame.height = '560';
      document.body.prepend(frame);
    });
    const inner = () => around.frames().find((frame) => frame.url().includes('/talk'));
    await expect.poll(() => inner()?.evaluate(() => document.documentElement.dataset.ready)).toBe('true');
    await inner()?.locator('.w2f6').nth(0).click();
    const beside = await keeper.context.newPage();
    const tab = await tabOf(options, `${shop.url}/plain`);
    await gotoReady(beside, keeper.page(`sidepanel.html?lang=en&tab=${tab}`));
    const teach = async () => {
      await beside.bringToFront();
      await beside.getByRole('button', { name: 'Menu' }).click();
      await beside.getByRole('button', { name: 'Teach this page' }).click();
      await beside.getByRole('button', { name: 'Begin' }).click();
      await beside.getByText("Click the buyer's name above").waitFor();
      await around.bringToFront();
    };
    const pointIn = async (css: string, nth = 0) => {
      const box = await inner()?.locator(css).nth(nth).boundingBox();
      if (!box) throw new Error(`nothing at ${css}`);
      await around.mouse.move(box.x + 10, box.y + box.height / 2);
      await around.mouse.down();
      await around.mouse.up();
    };
    const guests = () => inner()?.evaluate(() => document.documentElement.children.length);
    await teach();
    await pointIn('.q2k4 b');
    await beside.getByText("Click a buyer's name in the list").waitFor();
    await around.keyboard.press('Escape');
    await beside.getByText('Pointing was left with Esc.').waitFor();
    await beside.getByRole('button', { name: 'Close' }).click();
    await expect.poll(guests).toBe(2);

    await teach();
    await pointIn('.q2k4 b');
    await beside.getByText("Click a buyer's name in the list").waitFor();
    await pointIn('.w2f6 strong', 1);
    await beside.getByText("Click another buyer's name").waitFor();
    await pointIn('.w2f6 strong', 2);
    for (const left of [/the buyer wrote/, /the box you write/]) {
      await beside.getByText(left).waitFor();
      await beside.getByRole('button', { name: 'Leave this out' }).click();
    }
    await beside.getByText(/8 rows/).waitFor();
    await beside.getByRole('button', { name: 'Keep and follow' }).click();
    await expect.poll(() => buyerOf(beside), { timeout: 10_000 }).toContain(FIRST);
    await expect.poll(guests).toBe(2);
    await beside.close();
    await around.close();
  });
});

describe('a chat drawn in an open shadow tree', () => {
  test('is taught through it, and a switch inside it is seen at once', async () => {
    await options
      .getByRole('listitem')
      .filter({ hasText: 'Taught by you' })
      .getByRole('button', { name: 'Remove' })
      .click();
    const desk = await keeper.context.newPage();
    await desk.goto(`${shop.url}/talk?sealed`);
    await desk.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await desk.evaluate(() => {
      const root = document.querySelector('.x7a-root') as Element;
      const host = document.createElement('chat-desk');
      root.replaceWith(host);
      const styles = [...document.querySelectorAll('link[rel="stylesheet"], style')];
      host.attachShadow({ mode: 'open' }).append(...styles.map((one) => one.cloneNode(true)), root);
    });
    await desk.locator('.w2f6').nth(0).click();
    const beside = await keeper.context.newPage();
    const tab = await tabOf(options, `${shop.url}/talk?sealed`);
    await gotoReady(beside, keeper.page(`sidepanel.html?lang=en&tab=${tab}`));
    await beside.getByRole('button', { name: 'Menu' }).click();
    await beside.getByRole('button', { name: 'Teach this page' }).click();
    await beside.getByRole('button', { name: 'Begin' }).click();
    await desk.bringToFront();
    for (const [words, css, nth] of [
      ["Click the buyer's name above", '.q2k4 b', 0],
      ["Click a buyer's name in the list", '.w2f6 strong', 1],
      ["Click another buyer's name", '.w2f6 strong', 2],
      ['the buyer wrote', '.q4b7:not(.t9) p', 0],
    ] as const) {
      await beside.getByText(words).waitFor();
      await press(desk, css, nth);
    }
    await beside.getByText(/message you wrote/).waitFor();
    await beside.getByRole('button', { name: 'Leave this out' }).click();
    await beside.getByText(/the box you write/).waitFor();
    await press(desk, '.q5d2 textarea');
    await beside.getByText('the reply box: yes').waitFor();
    await beside.getByText(/8 rows/).waitFor();
    await beside.getByRole('button', { name: 'Keep and follow' }).click();
    await expect.poll(() => buyerOf(beside), { timeout: 10_000 }).toContain(FIRST);
    await desk.locator('.w2f6').nth(1).click();
    await expect.poll(() => buyerOf(beside), { timeout: 10_000 }).toContain(SECOND);
    await beside.close();
    await desk.close();
  });
});

describe('beside a chat program that can not be followed', () => {
  const ORDER = '2609081234567890123';
  let beside: Page;

  /** Copies as another program would, then presses Ctrl+V with no field focused. */
  async function paste(text: string): Promise<void> {
    await beside.bringToFront();
    await heading(beside).click();
    await beside.evaluate((words) => navigator.clipboard.writeText(words), text);
    await beside.keyboard.press('Control+v');
  }

  test('a pasted name opens a file, its owner waits in the line kept by hand, a reply is copied', async () => {
    beside = await keeper.context.newPage();
    await gotoReady(beside, keeper.page('sidepanel.html?lang=en&companion=1'));
    await beside.getByText(/cannot be followed/).waitFor();
    await paste('小鹿不迷路');
    await beside.getByText('No buyer fits').waitFor();
    await beside.getByRole('button', { name: 'Open a file' }).click();
    await waitForText(heading(beside), '小鹿不迷路');
    await record(beside, 'p', '周五前发货');
    await heading(beside).click();
    await beside.keyboard.press('i');
    await beside.getByRole('region', { name: 'Queue' }).getByText('1 waiting').waitFor();
    await beside.keyboard.press('f');
    await beside.getByText('Copied: paste it into the chat').waitFor();
    const box = beside.getByRole('searchbox', { name: 'Find a buyer' });
    await box.press('Control+v');
    expect(await box.inputValue()).toContain('周五前发货');
    await box.press('Escape');
    await beside.keyboard.press('i');
    await expect.poll(() => beside.getByRole('region', { name: 'Queue' }).count()).toBe(0);
  });

  test('an order number nobody has is put down as somebody’s, and finds them from then on', async () => {
    await paste(ORDER);
    await beside.getByLabel('Name', { exact: true }).fill('阿禾');
    await beside.getByText(`Order ${ORDER} is put down as theirs.`).waitFor();
    await beside.getByRole('button', { name: 'Open a file' }).click();
    await waitForText(heading(beside), '阿禾');
    await paste('小鹿不迷路');
    await waitForText(heading(beside), '小鹿不迷路');
    await paste(ORDER);
    await waitForText(heading(beside), '阿禾');
  });

  test('who waits is written down without a file being open, and struck off', async () => {
    await beside.getByRole('button', { name: 'Back' }).click();
    const line = beside.getByRole('region', { name: 'Who waits' });
    await line.getByLabel('Who', { exact: true }).fill('小满');
    await line.getByLabel('Minutes so far').fill('12');
    await line.getByRole('button', { name: 'Into the line' }).click();
    await line.getByText(/^12′/).waitFor();
    await line.getByRole('button', { name: 'Answered' }).click();
    await line.getByText('Nobody is in the line you keep.', { exact: false }).waitFor();
  });
});
