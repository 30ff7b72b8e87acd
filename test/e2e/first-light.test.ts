import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as practice } from '../shop/generate/run';
import { type RunningShop, startShop } from '../shop/server';
import { seriousViolations } from './support/axe';
import { removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter } from './support/counter';

// Tries F-01 of test/faults.md.

/**
 * The main job, as its user does it: the real side panel beside the practice chat, by mouse and keyboard. The
 * steps build on each other, like an evening in the shop.
 */
const RETURNING = '8240317755120';
const SHIP = '8240317990457';
const TWIN_MASK = '8240318102263';
const STRANGER = '8240318204918';

let folder: string;
let shop: RunningShop;
let counter: Counter;
/** Every address any page or worker asked for, over the whole evening. */
const requests: string[] = [];

const panelText = (panel: Page) => panel.evaluate(() => document.body.innerText);
const heading = (panel: Page) => panel.getByRole('heading', { level: 1 });
const status = (panel: Page) => panel.getByRole('status').first();
const region = (panel: Page, name: string) => panel.getByRole('region', { name, exact: true });

async function waitForText(locator: ReturnType<Page['locator']>, text: string | RegExp): Promise<void> {
  await expect.poll(() => locator.innerText(), { timeout: 10_000 }).toMatch(text);
}

function watch(one: Counter): void {
  one.keeper.context.on('request', (request) => requests.push(request.url()));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-evening-'));
  expect(await practice(['--buyers', '200', '--seed', '1', '--out', folder, '--lang', 'en'])).toBe(0);
  shop = await startShop({ seed: '1', lang: 'en' });
  counter = await openCounter({ lang: 'en', shop, book: join(folder, 'book.json') });
  watch(counter);
}, 180_000);

afterAll(async () => {
  await counter?.close();
  await shop?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

describe('the panel follows the open buyer', () => {
  test('says Today while no conversation is open', async () => {
    await waitForText(status(counter.panel), 'No conversation open');
    await waitForText(heading(counter.panel), 'Today');
  });

  test('across switches back and forth, never the one before', async () => {
    const { page, panel } = counter;
    const key = () => panel.locator('[data-buyer]').getAttribute('data-buyer');
    for (const uid of [RETURNING, STRANGER, TWIN_MASK, RETURNING]) {
      await page.open(uid);
      await expect.poll(key, { timeout: 5000 }).toContain(uid);
      await waitForText(status(panel), 'Connected');
    }
  });

  test('when the list and the chat are drawn again, and over a reload', async () => {
    const { page, panel, chat } = counter;
    await page.remountList();
    await page.remountChat();
    await page.open(SHIP);
    await expect.poll(() => panel.locator('[data-buyer]').getAttribute('data-buyer')).toContain(SHIP);
    await chat.reload();
    await chat.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await page.open(RETURNING);
    await expect.poll(() => panel.locator('[data-buyer]').getAttribute('data-buyer')).toContain(RETURNING);
  });

  test('says so when the page asks to sign in, and comes back', async () => {
    const { page, panel } = counter;
    await page.logout();
    await waitForText(status(panel), 'Sign in');
    await page.login();
    await page.open(RETURNING);
    await waitForText(status(panel), 'Connected');
  });
});

describe('a returning buyer', () => {
  test('sees the promised discount first; one key puts it into the reply box, unsent', async () => {
    const { panel, page } = counter;
    const owed = region(panel, 'You owe');
    await waitForText(owed, /10/);
    const regions = await panel
      .getByRole('region')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-labelledby')));
    expect(regions.length).toBeGreaterThan(1);
    expect((await owed.getByRole('listitem').first().innerText()).toLowerCase()).toMatch(/10/);
    const sentBefore = (await page.sent()).length;
    await heading(panel).click();
    await panel.keyboard.press('f');
    await expect.poll(() => page.draft(), { timeout: 5000 }).toMatch(/10/);
    expect(await page.draft()).not.toMatch(/\*/);
    expect((await page.sent()).length).toBe(sentBefore);
  });
});

/** One key opens the form with the caret where the words go; Enter saves and closes it. */
async function record(panel: Page, key: string, what: string, fields: Readonly<Record<string, string>> = {}) {
  await heading(panel).click();
  await panel.keyboard.press(key);
  await expect.poll(() => panel.evaluate(() => document.activeElement?.tagName)).toMatch(/INPUT|TEXTAREA/);
  await panel.keyboard.type(what);
  for (const [name, value] of Object.entries(fields)) await panel.getByRole('textbox', { name }).fill(value);
  await panel.keyboard.press('Enter');
  await expect.poll(() => panel.getByRole('textbox', { name: 'What' }).count()).toBe(0);
}

describe('recording takes one key', () => {
  test('a promise in plain words gets its day; it can be undone and made again', async () => {
    const { panel, page } = counter;
    const owed = region(panel, 'You owe');
    await page.open(STRANGER);
    await expect.poll(() => panel.locator('[data-buyer]').getAttribute('data-buyer')).toContain(STRANGER);
    await record(panel, 'p', 'Ship the blue cup', { Due: 'next Friday' });
    await waitForText(owed, /Ship the blue cup/);
    await waitForText(owed, /days? left/);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => owed.innerText()).not.toContain('Ship the blue cup');
    await panel.getByRole('button', { name: /^Promise/ }).click();
    await panel.getByRole('textbox', { name: 'What' }).fill('Ship the blue cup by next Friday');
    await waitForText(panel.getByRole('form'), /→ \w+/);
    await panel.getByRole('button', { name: /^Save/ }).click();
    await waitForText(owed, /Ship the blue cup/);
    await waitForText(owed, /days? left/);
  });

  test('a discount for next time, a packing note, a note', async () => {
    const { panel } = counter;
    await record(panel, 'd', '8 off next time', { Amount: '8' });
    await waitForText(region(panel, 'You owe'), /8 off next time/);
    await record(panel, 'k', 'wrap the cup twice');
    await waitForText(region(panel, 'Packing'), /wrap the cup twice/);
    await record(panel, 'n', 'likes celadon');
    await expect.poll(() => panelText(panel)).toContain('likes celadon');
  });

  test('Esc leaves a form without a trace', async () => {
    const { panel } = counter;
    await heading(panel).click();
    await panel.keyboard.press('p');
    await panel.keyboard.press('Escape');
    await expect.poll(() => panel.getByRole('textbox', { name: 'What' }).count()).toBe(0);
  });
});

describe('the line', () => {
  test('a waiting buyer gets an apology with place and gift in the reply box, not sent; the gift is to be sent', async () => {
    const { panel, page } = counter;
    await page.open(SHIP);
    await page.say(SHIP, 'are you there?');
    await expect.poll(() => panel.locator('[data-buyer]').getAttribute('data-buyer')).toContain(SHIP);
    await expect.poll(() => panelText(panel), { timeout: 10_000 }).toMatch(/\d waiting/);
    const sent = (await page.sent()).length;
    await heading(panel).click();
    await panel.keyboard.press('g');
    await panel.getByRole('textbox', { name: 'What' }).fill('tea sample');
    await panel.getByRole('textbox', { name: 'Cost' }).fill('2.5');
    await panel.keyboard.press('Enter');
    await expect.poll(() => page.draft(), { timeout: 5000 }).toContain('tea sample');
    expect((await page.sent()).length).toBe(sent);
    await waitForText(region(panel, 'Gifts'), /tea sample/);
    await waitForText(region(panel, 'Gifts'), /to be sent/i);
  });

  test('once the seller has sent the words, the gift counts', async () => {
    const { panel, page } = counter;
    await page.reply(await page.draft());
    await expect
      .poll(() => region(panel, 'Gifts').innerText(), { timeout: 10_000 })
      .not.toMatch(/to be sent/i);
  });
});

describe('the browser is killed', () => {
  test('everything acknowledged is still there, and the second visit shows the debt', async () => {
    const { profile } = counter.keeper;
    await counter.keeper.kill();
    counter = await openCounter({ lang: 'en', shop, profile, settled: true });
    watch(counter);
    const { panel, page } = counter;
    await page.open(STRANGER);
    await expect
      .poll(() => panel.locator('[data-buyer]').getAttribute('data-buyer'), { timeout: 15_000 })
      .toContain(STRANGER);
    const owed = region(panel, 'You owe');
    await waitForText(owed, /Ship the blue cup/);
    expect(await owed.innerText()).toMatch(/8 off next time/);
    await waitForText(region(panel, 'Packing'), /wrap the cup twice/);
  });
});

describe('the other pages', () => {
  test('packing: a parcel is ticked, and ticking is undone', async () => {
    const packing = await counter.keeper.context.newPage();
    await gotoReady(packing, counter.keeper.page('packing.html?lang=en'));
    const box = packing.getByRole('checkbox').first();
    await box.waitFor();
    const before = await packing.getByRole('checkbox', { checked: true }).count();
    await box.click();
    await expect.poll(() => packing.getByRole('checkbox', { checked: true }).count()).toBe(before + 1);
    await packing.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => packing.getByRole('checkbox', { checked: true }).count()).toBe(before);
    await box.click();
    await expect.poll(() => packing.getByRole('checkbox', { checked: true }).count()).toBe(before + 1);
    expect(await seriousViolations(packing)).toEqual([]);
    await packing.close();
  });

  test('the weekly review opens over the book', async () => {
    const notebook = await counter.keeper.context.newPage();
    await gotoReady(notebook, counter.keeper.page('notebook.html?lang=en'));
    await expect
      .poll(() => notebook.evaluate(() => document.body.innerText), { timeout: 30_000 })
      .toMatch(/promise/i);
    expect(await notebook.locator('canvas').count()).toBeGreaterThan(0);
    expect(await seriousViolations(notebook)).toEqual([]);
    await notebook.close();
  });

  test('no serious accessibility fault in panel and settings', async () => {
    expect(await seriousViolations(counter.panel)).toEqual([]);
    expect(await seriousViolations(counter.options)).toEqual([]);
  });

  test('a page that is no chat is called so', async () => {
    await counter.chat.goto(`${shop.url}/plain`);
    await waitForText(status(counter.panel), 'Not a chat page');
    await waitForText(heading(counter.panel), 'Today');
  });
});

test('over the whole evening nothing was asked of anybody but the shop page itself', () => {
  const elsewhere = requests.filter(
    (url) => !url.startsWith(shop.url) && !/^(chrome-extension|blob|data|about):/.test(url),
  );
  expect(elsewhere).toEqual([]);
});
