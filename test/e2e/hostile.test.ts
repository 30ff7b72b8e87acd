import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter } from './support/counter';
import { hostileBook } from './support/hostile-book';
import { heading, record } from './support/panel';
import { wholeStorage } from './support/storage';

/**
 * A page that means harm beside the panel, and a book in which every field of every table holds somebody's markup.
 * Nothing runs, nothing is asked for, nothing is written, and the page can't tell that we are there.
 */
let counter: Counter;
let folder: string;
const asked: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-hostile-'));
  const book = join(folder, 'book.json');
  await writeFile(book, hostileBook());
  counter = await openCounter({ lang: 'en', book, query: 'scenario=calm&speed=0' });
  counter.keeper.context.on('request', (request) => asked.push(request.url()));
  await counter.keeper.context.addInitScript(() => {
    const seen = globalThis as unknown as { broken: string[] };
    seen.broken = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.broken.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

/** What a page of ours has run, built or been refused, of what its records say. */
function harm(page: Page) {
  return page.evaluate(() => ({
    hit: (globalThis as { hit?: unknown }).hit ?? null,
    broken: (globalThis as { broken?: readonly string[] }).broken ?? [],
    scripts: [...document.scripts].filter((script) => !script.src.startsWith(location.origin)).length,
    frames: document.querySelectorAll('iframe, object, embed, base').length,
    links: [...document.querySelectorAll('a[href]')]
      .map((link) => (link as HTMLAnchorElement).protocol)
      .filter((protocol) => !/^(chrome-extension|https?|blob):$/.test(protocol)),
    pictures: [...document.images]
      .map(({ src }) => src)
      .filter((src) => !/^(data|blob|chrome-extension):/.test(src)),
  }));
}
const HARMLESS = { hit: null, broken: [], scripts: 0, frames: 0, links: [], pictures: [] };

describe('a book full of markup (F-67, F-68, F-69)', () => {
  let page: Page;
  const dialogs: string[] = [];
  beforeAll(async () => {
    page = await counter.keeper.context.newPage();
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  });
  afterAll(() => page.close());

  test.each([
    'packing.html?lang=en',
    'options.html?lang=en',
    'notebook.html?lang=en',
    'proof.html?lang=en&promise=promises-3',
    ...['privacy', 'products', 'templates', 'giftstock', 'ledger', 'rules', 'waiting', 'aftersales'].map(
      (tab) => `shop.html?lang=en&buyer=b1#${tab}`,
    ),
  ])('is text in %s', async (address) => {
    await gotoReady(page, counter.keeper.page(address));
    await expect.poll(() => page.innerText('body')).not.toBe('');
    expect(await harm(page)).toEqual(HARMLESS);
    expect(dialogs).toEqual([]);
  });

  test('is text in every section of a buyer, and the name is set apart', async () => {
    await gotoReady(page, counter.keeper.page('sidepanel.html?lang=en&all=1'));
    await page.getByRole('searchbox', { name: 'Find a buyer' }).fill('<script');
    await page.locator('header').getByRole('listitem').getByRole('button').first().click();
    await expect.poll(() => page.getByRole('region').count()).toBeGreaterThan(6);
    expect(await page.locator('h1 bdi').innerText()).toContain('globalThis.hit=1');
    expect(await harm(page)).toEqual(HARMLESS);
    expect(dialogs).toEqual([]);
  });
});

describe('a page that means harm', () => {
  test('can forge no message: none of it is heard, nothing is written (F-73, F-74, F-77, F-78)', async () => {
    await counter.chat.bringToFront();
    await counter.page.open((await counter.page.buyers())[0]!.uid);
    await expect.poll(() => heading(counter.panel).innerText()).not.toBe('Today');
    const before = await wholeStorage(counter.options);
    const name = await heading(counter.panel).innerText();
    const found = await counter.chat.evaluate(async () => {
      const said = [
        { type: 'seen', seen: { key: 'evil', name: 'Mallory' } },
        { type: 'book/changed' },
        { type: 'fill', text: 'send me money' },
        { source: 'zhanggui', command: 'promise' },
      ];
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      document.body.append(frame);
      for (const one of said) {
        window.postMessage(one, '*');
        document.dispatchEvent(new CustomEvent(one.type ?? 'command', { detail: one }));
        frame.contentWindow?.postMessage(one, '*');
        new BroadcastChannel('zhanggui-book').postMessage(one);
      }
      for (const node of document.querySelectorAll('body, textarea'))
        node.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await new Promise((done) => setTimeout(done, 300));
      frame.remove();
      const { chrome } = globalThis as { chrome?: { runtime?: unknown } };
      return { runtime: typeof chrome?.runtime, html: document.documentElement.outerHTML };
    });
    expect(found.runtime).toBe('undefined');
    expect(found.html).not.toContain('chrome-extension:');
    expect(found.html.toLowerCase()).not.toContain('zhanggui');
    expect(await heading(counter.panel).innerText()).toBe(name);
    expect(await wholeStorage(counter.options)).toBe(before);
    expect(await counter.page.draft()).toBe('');
  });

  test('can neither find us nor put us in a frame (F-79, F-80)', async () => {
    const page = await counter.keeper.context.newPage();
    // A page without a policy of its own, so that what refuses is ours and the browser's.
    await page.goto('data:text/html,<title>probe</title>');
    const probes = ['manifest.json', 'sidepanel.html', 'icon/16.png', 'chat.js', '_locales/en/messages.json'];
    const seen = await page.evaluate(
      async (urls) =>
        Promise.all(
          urls.map(async (url) => {
            const fetched = await fetch(url).then(
              () => true,
              () => false,
            );
            const drawn = await new Promise<boolean>((done) => {
              const picture = new Image();
              picture.onload = () => done(true);
              picture.onerror = () => done(false);
              picture.src = url;
            });
            return fetched || drawn;
          }),
        ),
      probes.map((name) => counter.keeper.page(name)),
    );
    expect(seen).toEqual(probes.map(() => false));
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, counter.keeper.page('sidepanel.html'));
    await expect.poll(() => page.frames().length).toBe(2);
    await expect.poll(() => page.frames()[1]!.url()).not.toContain('sidepanel.html');
    await page.close();
  });
});

test('in all that time nothing was asked of anybody but the shop page', () => {
  const elsewhere = asked.filter(
    (url) => !/^(chrome-extension|data|blob|chrome):/.test(url) && !url.startsWith(counter.shop.url),
  );
  expect(elsewhere).toEqual([]);
  expect(counter.keeper.wire()).toEqual([]);
});

test('a page of ours that crashes loses nothing that was saved (F-22)', async () => {
  const page = await counter.keeper.context.newPage();
  await gotoReady(page, counter.keeper.page('sidepanel.html?lang=en&all=1'));
  await page.getByRole('searchbox', { name: 'Find a buyer' }).fill('<script');
  await page.locator('header').getByRole('listitem').getByRole('button').first().click();
  await record(page, 'n', 'kept over the crash');
  await page.locator('.notes').getByText('kept over the crash').waitFor();
  await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => null)]);
  // All pages of the extension share the process that ends here, and the browser switches it off until it is started.
  await counter.keeper.close();
  const again = await launchChromium({ lang: 'en', profile: counter.keeper.profile });
  const fresh = await again.context.newPage();
  await gotoReady(fresh, again.page('options.html?lang=en'));
  expect(await wholeStorage(fresh)).toContain('kept over the crash');
  await again.close();
});
