import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageHtml, SITE_PAGES, type SitePage } from '../extension/chat/site-pages';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { buyerOf, heading, record, status, waitForText } from './support/panel';
import { missingForKeys, type Screen, startScreen } from './support/screen';

// Tries F-34 of test/faults.md.

/**
 * The extension as it is shipped, beside a chat that was open before it was allowed: the browser's own question is
 * answered on a real keyboard, the permission taken back, the extension put in anew. The chat page is never loaded
 * again in all that time.
 */
const PDD = SITE_PAGES.find(({ site }) => site === 'pdd') as SitePage;
const PDD_BUTTON = 'Pinduoduo merchant chat';
const NOBODY_YET = 'Needs permission';

interface Browser {
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
  };
  readonly permissions: { remove(taken: object): Promise<boolean> };
  readonly runtime: { reload(): void };
  readonly developerPrivate: { updateProfileConfiguration(of: object): Promise<void> };
}

const missing = missingForKeys();
if (missing) console.log(`skipped: the browser's question for a site, because there is no ${missing}.`);

describe.skipIf(missing)('a chat that was open before', () => {
  let screen: Screen;
  let keeper: Shopkeeper;
  let chat: Page;
  let panel: Page;

  const draft = () => chat.locator('#replyTextarea').inputValue();
  /** The panel of the one tab whose address we may not see, or may. */
  async function openPanel(): Promise<void> {
    panel = await keeper.context.newPage();
    await gotoReady(panel, keeper.page('options.html?lang=en'));
    const tabs = await panel.evaluate(() =>
      (globalThis as unknown as { chrome: Browser }).chrome.tabs.query({}),
    );
    const tab = tabs.find(({ url }) => url === undefined || url.startsWith('https:'));
    await gotoReady(panel, keeper.page(`sidepanel.html?lang=en&tab=${tab?.id}`));
  }
  async function follow(): Promise<void> {
    await panel.getByRole('button', { name: 'Follow this page' }).click();
    await panel.getByRole('button', { name: PDD_BUTTON }).click();
  }

  beforeAll(async () => {
    screen = await startScreen();
    const standsFor = [new URL(PDD.url).host];
    const build = '.output/chrome-mv3';
    keeper = await launchChromium({ build, lang: 'en', headless: false, env: screen.env, standsFor });
    const body = `<!doctype html><meta charset="utf-8">${pageHtml(PDD)}`;
    await keeper.context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body }));
    [chat] = keeper.context.pages() as [Page];
    await chat.goto(PDD.url);
    await chat.evaluate(() => {
      document.documentElement.dataset.same = 'yes';
    });
    await openPanel();
  }, 120_000);

  afterAll(async () => {
    expect(await chat.evaluate(() => document.documentElement.dataset.same)).toBe('yes');
    await keeper?.close();
    screen?.close();
    if (keeper) await removeProfile(keeper.profile);
  });

  test('is followed at once when the browser has been told yes', async () => {
    await waitForText(status(panel), NOBODY_YET);
    await follow();
    // Keys pressed before the browser has asked fall on the panel: on its heading, where they do nothing.
    await heading(panel).evaluate((title) => {
      title.tabIndex = -1;
      title.focus();
    });
    const site = panel.getByRole('button', { name: PDD_BUTTON });
    let looks = 0;
    await expect
      .poll(
        async () => {
          looks += 1;
          if (looks > 1) {
            // A no is what Enter alone gives.
            screen.press('Tab');
            screen.press('Return');
          }
          if ((await panel.getByText('was told no').count()) > 0) await site.click();
          return status(panel).innerText();
        },
        { interval: 1500, timeout: 15_000 },
      )
      .toBe('Connected');
    await waitForText(heading(panel), 'E***E');
    await record(panel, 'p', 'Send the missing lid');
  });

  test('is let go when the permission is taken back, and followed again when it is given again', async () => {
    await panel.evaluate(() =>
      (globalThis as unknown as { chrome: Browser }).chrome.permissions.remove({
        origins: ['https://mms.pinduoduo.com/*'],
      }),
    );
    await waitForText(status(panel), NOBODY_YET);
    expect(await buyerOf(panel)).toBeNull();
    await follow();
    await waitForText(status(panel), 'Connected');
    await waitForText(heading(panel), 'E***E');
  });

  test('is followed by the new script alone once the extension was put in anew', async () => {
    // Else the browser keeps an extension that was loaded from a folder switched off after it was put in anew.
    const own = await keeper.context.newPage();
    await own.goto('chrome://extensions');
    await own.evaluate(() =>
      (globalThis as unknown as { chrome: Browser }).chrome.developerPrivate.updateProfileConfiguration({
        inDeveloperMode: true,
      }),
    );
    const again = keeper.context.waitForEvent('serviceworker');
    // Its own pages go with it, before they could answer.
    const gone = panel.waitForEvent('close');
    panel
      .evaluate(() => (globalThis as unknown as { chrome: Browser }).chrome.runtime.reload())
      .catch(() => undefined);
    await Promise.all([again, gone]);
    await openPanel();
    await waitForText(status(panel), 'Connected');
    await waitForText(heading(panel), 'E***E');
    await heading(panel).click();
    await panel.keyboard.press('f');
    // Two scripts would write twice.
    await expect.poll(draft).toMatch(/lid/);
    expect((await draft()).match(/lid/g)).toHaveLength(1);
  });
});
