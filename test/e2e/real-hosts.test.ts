import { browserPattern, matchesUrl } from '@extension/chat/match';
import { addressesOf } from '@extension/chat/sites';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDRESS_PAGES, pageHtml, SITE_PAGES, type SitePage } from '../extension/chat/site-pages';
import { askTab, tabOf } from './support/browser';
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

beforeAll(async () => {
  const hosts = [...new Set(PAGES.flatMap(patternsOf))];
  const build = await copyOfBuild('.output/chrome-mv3', (manifest) => ({
    ...manifest,
    host_permissions: hosts,
  }));
  const standsFor = [OUTER, ...PAGES.map(({ url }) => url)].map((url) => new URL(url).host);
  keeper = await launchChromium({ build, lang: 'en', standsFor });
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
        const state = (await askTab(options, tab))?.state;
        return {
          sure: state?.buyer?.sure ?? false,
          rows: state?.rows?.length ?? null,
          sides: state?.messages.map(({ side }) => LETTERS[side]).join('') ?? '',
        };
      })
      .toEqual({ sure: page.sure, rows: page.rows, sides: page.sides });
    const state = (await askTab(options, tab))?.state;
    if (page.sure) expect(page.right).toContain(state?.buyer?.key);
    expect(state?.adapterId).toBe(page.site);
  });

  test('1688, whose chat sits in a frame of the page', async () => {
    await chat.goto(OUTER);
    const tab = await tabOf(options, OUTER.split('?')[0] as string);
    await expect.poll(async () => (await askTab(options, tab))?.state.buyer?.name).toBe('小雨林');
    const answer = await askTab(options, tab);
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

  test('says that the page has changed once what used to be found is gone, and shows what is found', async () => {
    const page = PAGES.find(({ site }) => site === 'pdd') as SitePage;
    await chat.goto(page.url);
    const tab = await tabOf(options, page.url.split(/[?#]/)[0] as string);
    const panel = await keeper.context.newPage();
    await panel.setViewportSize({ width: 360, height: 800 });
    await gotoReady(panel, keeper.page(`sidepanel.html?lang=zh-CN&tab=${tab}`));
    await waitForText(status(panel), '已连接');
    await chat.bringToFront();
    await chat.evaluate(() => document.querySelector('#replyTextarea')?.remove());
    await waitForText(status(panel), '页面变了');
    await panel.getByRole('button', { name: '检查这个页面' }).click();
    const check = panel.getByRole('region', { name: '这个页面认出了什么' });
    await waitForText(check, /E\*\*\*E/);
    await waitForText(check, /回复框: 没找到/);
    await panel.close();
  });
});
