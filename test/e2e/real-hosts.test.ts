import { browserPattern, matchesUrl } from '@extension/chat/match';
import { addressesOf } from '@extension/chat/sites';
import type { ChatAnswer } from '@extension/messaging/protocol';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDRESS_PAGES, pageHtml, SITE_PAGES, type SitePage } from '../extension/chat/site-pages';
import { tabOf } from './support/browser';
import { copyOfBuild } from './support/builds';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { adapterFor } from './support/page-lab';
import { heading, status, waitForText } from './support/panel';

/**
 * The built extension on the addresses of the real sites, where our own fixture pages stand in for theirs. The hosts
 * are granted by a manifest that only this test has; nothing leaves the computer.
 */
const PAGES: readonly SitePage[] = [...SITE_PAGES, ...ADDRESS_PAGES];
const OUTER = 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html?touid=77#/';
const CORE = SITE_PAGES.find(({ site }) => site === '1688') as SitePage;

let keeper: Shopkeeper;
let options: Page;
let chat: Page;

/** What the panel would ask the browser for on this page. */
const patternsOf = (page: SitePage) =>
  addressesOf(adapterFor(page))
    .filter((pattern) => matchesUrl(pattern, page.url))
    .map(browserPattern);
const documentOf = (body: string) => `<!doctype html><meta charset="utf-8"><title>Chat</title><body>${body}`;

/** What the content script in the tab answers, as the panel asks it. */
const answerOf = (tab: number): Promise<ChatAnswer | null> =>
  options.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { sendMessage(id: number, message: object): Promise<ChatAnswer> } };
    };
    return chrome.tabs.sendMessage(id, { type: 'chat/ask', body: {} }).catch(() => null);
  }, tab);

beforeAll(async () => {
  const hosts = [...new Set(PAGES.flatMap(patternsOf))];
  const build = await copyOfBuild('.output/chrome-mv3', (manifest) => ({
    ...manifest,
    host_permissions: hosts,
  }));
  keeper = await launchChromium({ build, lang: 'en' });
  await keeper.context.route(/^https:/, (route) => {
    const address = route.request().url();
    const page = PAGES.find(({ url }) => url.split('#')[0] === address.split('#')[0]);
    if (address.split('#')[0] === OUTER.split('#')[0]) {
      const frame = `<iframe src="${CORE.url}" width="1300" height="800"></iframe>`;
      return route.fulfill({ contentType: 'text/html', body: documentOf(frame) });
    }
    if (!page) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ contentType: 'text/html', body: documentOf(pageHtml(page)) });
  });
  options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  chat = await keeper.context.newPage();
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  if (keeper) await removeProfile(keeper.profile);
});

const LETTERS = { buyer: 'b', seller: 's', system: 'y', unknown: '?' } as const;

describe('at its real address', () => {
  test.each(PAGES.map((page) => [page.site, page] as const))('%s', async (_, page) => {
    await chat.goto(page.url);
    const tab = await tabOf(options, page.url.split(/[?#]/)[0] as string);
    await expect
      .poll(async () => {
        const state = (await answerOf(tab))?.state;
        return {
          sure: state?.buyer?.sure ?? false,
          rows: state?.rows?.length ?? null,
          sides: state?.messages.map(({ side }) => LETTERS[side]).join('') ?? '',
        };
      })
      .toEqual({ sure: page.sure, rows: page.rows, sides: page.sides });
    const state = (await answerOf(tab))?.state;
    if (page.sure) expect(page.right).toContain(state?.buyer?.key);
    expect(state?.adapterId).toBe(page.site);
  });

  test('1688, whose chat sits in a frame of the page', async () => {
    await chat.goto(OUTER);
    const tab = await tabOf(options, OUTER.split('?')[0] as string);
    await expect.poll(async () => (await answerOf(tab))?.state.buyer?.name).toBe('小雨林');
    const answer = await answerOf(tab);
    expect(answer?.frameId).toBeGreaterThan(0);
    expect(answer?.state.rows?.length).toBe(3);
  });
});

describe('the panel beside it', () => {
  test.each([
    ['pdd', 'Connected', 'E***E'],
    ['zendesk', 'Not sure who', 'Not sure who'],
  ])('%s: %s', async (site, says, name) => {
    const page = PAGES.find((it) => it.site === site) as SitePage;
    await chat.goto(page.url);
    const tab = await tabOf(options, page.url.split(/[?#]/)[0] as string);
    const panel = await keeper.context.newPage();
    await gotoReady(panel, keeper.page(`sidepanel.html?lang=en&tab=${tab}`));
    await waitForText(status(panel), says);
    await waitForText(heading(panel), name);
    await panel.close();
  });
});
