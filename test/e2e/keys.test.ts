import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningShop, startShop } from '../shop/server';
import { connectPanel, launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady, handlesOf } from './support/counter';
import { buyerOf, region, waitForText, what } from './support/panel';
import { missingForKeys, type Screen, startScreen } from './support/screen';

/**
 * The keys of the browser while the caret stands in the reply box (J4), pressed on a real keyboard: a driver's own
 * keys reach the page only, never the browser around it.
 */
const RETURNING = '8240317755120';

const missing = missingForKeys();
if (missing) console.log(`skipped: real keys, because there is no ${missing}.`);

describe.skipIf(missing)('with the caret in the reply box', () => {
  let screen: Screen;
  let shop: RunningShop;
  let keeper: Shopkeeper;
  let chat: Page;
  let panel: Page;

  const page = () => handlesOf(chat);
  /** The caret: where the seller's next letter would go. */
  const caret = () => chat.evaluate(() => document.activeElement?.tagName ?? '');

  beforeAll(async () => {
    [screen, shop] = await Promise.all([startScreen(), startShop({ seed: '1', lang: 'en' })]);
    keeper = await launchChromium({ lang: 'en', headless: false, env: screen.env });
    const options = await keeper.context.newPage();
    await gotoReady(options, keeper.page('options.html?lang=en'));
    await options.getByLabel('Import a site').setInputFiles('test/shop/adapter.json');
    await options.getByText('1 site imported').waitFor();
    await options.getByLabel('Gift', { exact: true }).fill('tea bag');
    await options.getByLabel('In stock', { exact: true }).fill('40');
    await options.getByRole('textbox', { name: 'Cost of one' }).fill('2');
    await options.getByRole('textbox', { name: 'Cost of one' }).press('Enter');
    await options
      .getByText(/tea bag/)
      .first()
      .waitFor();
    chat = await keeper.context.newPage();
    await chat.goto(`${shop.url}/chat?scenario=calm&speed=0`);
    await chat.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await options.close();
    await page().open(RETURNING);
    await chat.locator('textarea').click();
  }, 120_000);

  afterAll(async () => {
    await keeper?.close();
    await shop?.close();
    screen?.close();
    if (keeper) await removeProfile(keeper.profile);
  });

  test('Alt+Shift+S opens the panel beside the buyer who is open', async () => {
    screen.type('one moment');
    await expect.poll(() => page().draft()).toBe('one moment');
    screen.press('alt+shift+s');
    ({ panel } = await connectPanel(keeper));
    await expect.poll(() => buyerOf(panel)).toContain(RETURNING);
    expect(await page().draft()).toBe('one moment');
  });

  test('Alt+Shift+D begins a promise with the words that are marked in the chat; the draft stays', async () => {
    await chat.locator('textarea').click();
    await page().reply('I will send the missing lid by Friday');
    await chat.getByText('I will send the missing lid by Friday').last().selectText();
    await expect.poll(() => chat.evaluate(() => document.getSelection()?.toString() ?? '')).toMatch(/lid/);
    // The panel hears of a selection within a second.
    await expect
      .poll(
        async () => {
          if ((await what(panel).count()) > 0) {
            const words = await what(panel).inputValue();
            if (words !== '') return words;
            // Pressed before the panel had heard: it is left, and begun again.
            await what(panel).press('Escape');
          }
          screen.press('alt+shift+d');
          return '';
        },
        { interval: 1500 },
      )
      .toMatch(/missing lid/);
    await what(panel).press('Enter');
    await waitForText(region(panel, 'You owe'), /missing lid/);
    expect(await page().draft()).toBe('one moment');
  });

  test('Alt+Shift+F puts what is owed into the box and leaves the caret there; nothing is sent', async () => {
    const sent = (await page().sent()).length;
    await chat.locator('textarea').fill('');
    await chat.locator('textarea').click();
    await expect.poll(caret).toBe('TEXTAREA');
    await expect
      .poll(
        async () => {
          screen.press('alt+shift+f');
          return page().draft();
        },
        { interval: 1500 },
      )
      .toMatch(/missing lid/);
    expect(await caret()).toBe('TEXTAREA');
    expect((await page().sent()).length).toBe(sent);
  });

  test('Alt+Shift+G puts the apology with the gift into the box, to be sent by hand', async () => {
    const sent = (await page().sent()).length;
    await chat.locator('textarea').fill('');
    await chat.locator('textarea').click();
    await expect.poll(caret).toBe('TEXTAREA');
    screen.press('alt+shift+g');
    await expect.poll(() => page().draft(), { timeout: 10_000 }).toMatch(/tea bag/);
    await waitForText(region(panel, 'Gifts'), /tea bag/);
    await waitForText(panel.locator('body'), /to be sent/);
    expect(await caret()).toBe('TEXTAREA');
    expect((await page().sent()).length).toBe(sent);
  });
});
