import { rm } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOfBuild } from './support/builds';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { buyerOf, findBuyer, openForm, region, waitForText, what } from './support/panel';
import { smallBook } from './support/small-book';
import { rowsOf, wholeStorage } from './support/storage';

// Tries F-04, F-05, F-06, F-16 of test/faults.md.

/**
 * No room left, by a quota of one byte. Only an extension without `unlimitedStorage` has a quota at all, so a
 * copy of the build without it is tried.
 */
const WORDS = `Send a new lid ${'and look at each one in the light '.repeat(40)}by Friday`;

let build: string;
let keeper: Shopkeeper;
let panel: Page;
let session: CDPSession;

async function giveRoom(quotaSize?: number): Promise<void> {
  const origin = `chrome-extension://${keeper.extensionId}`;
  const limit = quotaSize === undefined ? {} : { quotaSize };
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...limit });
}

beforeAll(async () => {
  build = await copyOfBuild('.output/chrome-mv3-acceptance', (manifest) => ({
    ...manifest,
    permissions: (manifest.permissions as string[]).filter((name) => name !== 'unlimitedStorage'),
  }));
  keeper = await launchChromium({ lang: 'en', build });
  const options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  const loaded = options.waitForEvent('load');
  const buffer = Buffer.from(smallBook([{ name: 'Shen Lan' }]));
  await options
    .getByLabel('Restore a backup')
    .setInputFiles({ name: 'book.json', mimeType: 'application/json', buffer });
  await loaded;
  await options.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  // A browser keeps an allowance for half a minute once it has looked: a new one has to ask.
  await keeper.close();
  keeper = await launchChromium({ lang: 'en', build, profile: keeper.profile });
  panel = await keeper.context.newPage();
  session = await keeper.context.newCDPSession(panel);
  await giveRoom(1);
  await gotoReady(panel, keeper.page('sidepanel.html?lang=en'));
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  if (keeper) await removeProfile(keeper.profile);
  if (build) await rm(build, { recursive: true, force: true });
});

test('a promise that finds no room is said to be not saved, within 2 s, and its words stay in the form', async () => {
  await findBuyer(panel, 'Shen Lan');
  const before = await wholeStorage(panel);
  await openForm(panel, 'p', 'x');
  await what(panel).fill(WORDS);
  await panel.keyboard.press('Enter');
  await panel.getByRole('alert').waitFor({ timeout: 2000 });
  await waitForText(panel.getByRole('alert'), /disk is full: not saved/);
  expect(await what(panel).inputValue()).toBe(WORDS);
  expect(await wholeStorage(panel)).toBe(before);
});

test('pressed again and again it says the same, and nothing is written by halves', async () => {
  const before = await wholeStorage(panel);
  for (let round = 0; round < 10; round++) await panel.getByRole('button', { name: /^Save/ }).click();
  await waitForText(panel.getByRole('alert'), /disk is full: not saved/);
  expect(await what(panel).inputValue()).toBe(WORDS);
  expect(await wholeStorage(panel)).toBe(before);
});

test('a backup that finds no room is refused as well, and the book before it stays the book', async () => {
  const before = await wholeStorage(panel);
  const options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  const people = Array.from({ length: 300 }, (_, index) => ({ name: `Buyer ${index}` }));
  await options.getByLabel('Restore a backup').setInputFiles({
    name: 'big.json',
    mimeType: 'application/json',
    buffer: Buffer.from(smallBook(people)),
  });
  await options.getByRole('button', { name: 'Put it in place' }).click();
  await waitForText(options.getByRole('alert'), /disk is full/);
  await options.close();
  expect(await wholeStorage(panel)).toBe(before);
  expect(await what(panel).inputValue()).toBe(WORDS);
});

test('with room again the same Save works, once', async () => {
  await giveRoom();
  await panel.getByRole('button', { name: /^Save/ }).click();
  await waitForText(region(panel, 'You owe'), /Send a new lid/);
  expect(await what(panel).count()).toBe(0);
  expect((await rowsOf(panel, 'promises')).map((row) => row.what)).toEqual([WORDS.trim()]);
  const actions = await rowsOf(panel, 'actions');
  expect(actions.filter((action) => action.name === 'record-promise')).toHaveLength(1);
});

test('and it is there after a reload', async () => {
  const buyer = await buyerOf(panel);
  await panel.reload();
  await panel.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await findBuyer(panel, 'Shen Lan');
  expect(await buyerOf(panel)).toBe(buyer);
  await waitForText(region(panel, 'You owe'), /Send a new lid/);
});
