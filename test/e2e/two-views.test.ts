import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as practice } from '../shop/generate/run';
import { startShop } from '../shop/server';
import { tabOf } from './support/browser';
import { launchChromium, removeProfile } from './support/chromium';
import { type Counter, gotoReady, handlesOf, openCounter } from './support/counter';
import { buyerOf, heading, openForm, record, region, status, waitForText, what } from './support/panel';

// Tries F-27, F-71 of test/faults.md.

/** Two panels over one book: the real side panel, and a window of its own that stays with one tab. */
const RETURNING = '8240317755120';
const SHIP = '8240317990457';
const STRANGER = '8240318204918';
/** How soon the other view must show what one has said is saved, in milliseconds. */
const SOON = { timeout: 1000, interval: 50 };

let folder: string;
let counter: Counter;
let second: Page;

async function openSecond(address: string): Promise<Page> {
  const page = await counter.keeper.context.newPage();
  const tab = await tabOf(counter.options, address);
  await gotoReady(page, counter.keeper.page(`sidepanel.html?lang=en&tab=${tab}`));
  return page;
}

async function showBuyer(uid: string, ...panels: readonly Page[]): Promise<void> {
  await counter.page.open(uid);
  for (const panel of panels) await expect.poll(() => buyerOf(panel), { timeout: 5000 }).toContain(uid);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-two-'));
  expect(await practice(['--buyers', '60', '--seed', '1', '--out', folder, '--lang', 'en'])).toBe(0);
  const shop = await startShop({ seed: '1', lang: 'en' });
  counter = await openCounter({ lang: 'en', shop, book: join(folder, 'book.json') });
  second = await openSecond(`${shop.url}/chat`);
  await counter.chat.bringToFront();
}, 180_000);

afterAll(async () => {
  await counter?.close();
  await counter?.shop.close();
  if (counter) await removeProfile(counter.keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

describe('a panel in a window of its own', () => {
  test('stays with its tab while the real one follows whatever is open', async () => {
    const { panel, options, chat } = counter;
    await showBuyer(RETURNING, panel, second);
    await options.bringToFront();
    await waitForText(status(panel), 'Not a chat page');
    expect(await buyerOf(second)).toContain(RETURNING);
    await waitForText(status(second), 'Connected');
    await chat.bringToFront();
    await expect.poll(() => buyerOf(panel), { timeout: 5000 }).toContain(RETURNING);
  });

  test('follows its tab over a reload of the page', async () => {
    await counter.chat.reload();
    await counter.chat.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await showBuyer(SHIP, counter.panel, second);
  });
});

describe('what one view writes', () => {
  test('the other shows at once, both ways, and undoes', async () => {
    const { panel } = counter;
    await showBuyer(STRANGER, panel, second);
    await record(panel, 'p', 'put a ribbon on it');
    await expect.poll(() => region(second, 'You owe').innerText(), SOON).toContain('put a ribbon on it');
    await record(second, 'p', 'two spare lids');
    await expect.poll(() => region(panel, 'You owe').innerText(), SOON).toContain('two spare lids');
    await second.getByRole('button', { name: 'Undo' }).click();
    // The book has answered; from here on only the other view is waited for.
    await second.getByText('Undone', { exact: true }).waitFor();
    await expect.poll(() => region(panel, 'You owe').innerText(), SOON).not.toContain('two spare lids');
    expect(await region(panel, 'You owe').innerText()).toContain('put a ribbon on it');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await panel.getByText('Undone', { exact: true }).waitFor();
    await expect.poll(() => region(second, 'You owe').innerText(), SOON).not.toContain('put a ribbon on it');
  });

  test('written in both at the same instant, both are there', async () => {
    const { panel } = counter;
    await openForm(panel, 'n', 'from the side');
    await openForm(second, 'n', 'from the window');
    await Promise.all([panel.keyboard.press('Enter'), second.keyboard.press('Enter')]);
    for (const view of [panel, second]) {
      await expect.poll(() => what(view).count()).toBe(0);
      await expect
        .poll(() => view.evaluate(() => document.body.innerText))
        .toMatch(/from the side[\s\S]*from the window|from the window[\s\S]*from the side/);
    }
  });
});

describe('a form that is open', () => {
  test('keeps its buyer while the chat goes on to another', async () => {
    const { panel } = counter;
    await showBuyer(STRANGER, panel, second);
    await openForm(panel, 'p', 'a bag of rice paper');
    await counter.page.open(RETURNING);
    await expect.poll(() => buyerOf(second), { timeout: 5000 }).toContain(RETURNING);
    await waitForText(panel.getByRole('alert'), /./);
    expect(await buyerOf(panel)).toContain(STRANGER);
    expect(await what(panel).inputValue()).toBe('a bag of rice paper');
    await panel.keyboard.press('Enter');
    await expect.poll(() => what(panel).count()).toBe(0);
    await expect.poll(() => buyerOf(panel)).toContain(RETURNING);
    await waitForText(region(panel, 'You owe'), /./);
    expect(await region(panel, 'You owe').innerText()).not.toContain('a bag of rice paper');
    await showBuyer(STRANGER, panel, second);
    for (const view of [panel, second]) {
      await expect.poll(() => region(view, 'You owe').innerText()).toContain('a bag of rice paper');
    }
  });
});

describe('a page that is drawn again a thousand times', () => {
  test('does not lose the buyer, nor show another one on the way', async () => {
    const { panel, chat } = counter;
    await showBuyer(RETURNING, panel, second);
    const seen = () =>
      panel.evaluate(() => {
        const root = document.querySelector('[data-buyer]');
        const watched = globalThis as { seenBuyers?: (string | null)[] };
        watched.seenBuyers ??= [];
        const { seenBuyers } = watched;
        if (!root || seenBuyers.length > 0) return seenBuyers;
        new MutationObserver(() => seenBuyers.push(root.getAttribute('data-buyer'))).observe(root, {
          attributes: true,
          attributeFilter: ['data-buyer'],
        });
        return seenBuyers;
      });
    await seen();
    await chat.evaluate(async () => {
      const shop = (window as unknown as { shop: Record<string, () => void> }).shop;
      for (let round = 0; round < 1000; round++) {
        const scrap = document.createElement('i');
        document.getElementById('messages')?.append(scrap);
        scrap.remove();
        if (round % 50 === 0) shop.remountList?.();
        if (round % 50 === 20) shop.rerenderRows?.();
        if (round % 50 === 40) shop.remountChat?.();
        if (round % 10 === 0) await new Promise((done) => requestAnimationFrame(done));
      }
    });
    await waitForText(status(panel), 'Connected');
    expect(await seen()).toEqual([]);
    await showBuyer(SHIP, panel, second);
    await waitForText(status(panel), 'Connected');
  });
});

test('a window from before the update that will not let go is named, and the panel goes on once it is closed', async () => {
  const keeper = await launchChromium({ lang: 'en' });
  try {
    const old = await keeper.context.newPage();
    await old.goto(keeper.page('third-party-notices.txt'));
    // A book of the first shape, held by somebody who does not hear that it is wanted.
    await old.evaluate(
      () =>
        new Promise((held) => {
          const opening = indexedDB.open('zhanggui-book-1', 10);
          opening.onupgradeneeded = () => opening.result.createObjectStore('settings', { keyPath: 'id' });
          opening.onsuccess = () => held(null);
        }),
    );
    const panel = await keeper.context.newPage();
    await panel.goto(keeper.page('sidepanel.html?lang=en'));
    await panel.getByText('Another Zhanggui window is still open from before the update').waitFor();
    await old.close();
    await panel.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  } finally {
    await keeper.close();
    await removeProfile(keeper.profile);
  }
});

describe('a rich editor', () => {
  test('is filled as a plain box is, and nothing is sent', async () => {
    const { panel, chat, shop } = counter;
    await chat.goto(`${shop.url}/chat?scenario=calm&speed=0&editor=rich`);
    await chat.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    const page = handlesOf(chat);
    await showBuyer(RETURNING, panel);
    const sent = (await page.sent()).length;
    await waitForText(region(panel, 'You owe'), /10/);
    await heading(panel).click();
    await panel.keyboard.press('f');
    await expect.poll(() => page.draft(), { timeout: 5000 }).toMatch(/10/);
    expect((await page.sent()).length).toBe(sent);
  });
});
