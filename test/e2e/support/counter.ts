import { type Lang, translator } from '@shared/i18n';
import type { Page } from 'playwright-core';
import { type RunningShop, startShop } from '../../shop/server';
import { tabOf } from './browser';
import { connectPanel, type LaunchOptions, launchChromium, type Shopkeeper } from './chromium';
import { silent } from './wire';

/** The practice shop's own handles in the chat page (test/shop/page/chat.js). */
interface ShopHandles {
  buyers(): { uid: string; name: string }[];
  open(uid: string): void;
  close(): void;
  say(uid: string, text: string): void;
  reply(text: string): void;
  draft(): string;
  sent(): { text: string }[];
  remountList(): void;
  rerenderRows(): void;
  remountChat(): void;
  logout(): void;
  login(): void;
}

/** What the practice page does for a test, each a plain call of its handle. */
export function handlesOf(chat: Page) {
  const call = <K extends keyof ShopHandles>(name: K, ...args: Parameters<ShopHandles[K]>) =>
    chat.evaluate(
      ([method, values]) => {
        const shop = (window as unknown as { shop: Record<string, (...args: unknown[]) => unknown> }).shop;
        return shop[method as string]?.(...(values as unknown[]));
      },
      [name, args] as const,
    ) as Promise<ReturnType<ShopHandles[K]>>;
  return {
    buyers: () => call('buyers'),
    open: (uid: string) => call('open', uid),
    close: () => call('close'),
    say: (uid: string, text: string) => call('say', uid, text),
    reply: (text: string) => call('reply', text),
    draft: () => call('draft'),
    sent: () => call('sent'),
    remountList: () => call('remountList'),
    rerenderRows: () => call('rerenderRows'),
    remountChat: () => call('remountChat'),
    logout: () => call('logout'),
    login: () => call('login'),
  };
}

/** A shop at work: the practice chat, the browser with the extension, and the real side panel beside the chat. */
export interface Counter {
  readonly shop: RunningShop;
  readonly keeper: Shopkeeper;
  readonly chat: Page;
  readonly page: ReturnType<typeof handlesOf>;
  /** The settings page; its button opens the side panel. */
  readonly options: Page;
  readonly panel: Page;
  readonly close: () => Promise<void>;
}

export interface CounterOptions extends LaunchOptions {
  readonly lang?: Lang;
  /** Address of a shop that runs already. */
  readonly shop?: RunningShop;
  readonly seed?: string;
  /** Query of the chat page, e.g. 'editor=rich'. */
  readonly query?: string;
  /** A backup to put into the book first. */
  readonly book?: string;
  /** The site and the book are in the profile from before. */
  readonly settled?: boolean;
}

export async function openCounter(options: CounterOptions = {}): Promise<Counter> {
  const lang = options.lang ?? 'en';
  const shop =
    options.shop ?? (await startShop({ seed: options.seed ?? '1', lang: lang === 'en' ? 'en' : 'zh' }));
  const keeper = await launchChromium({ ...options, lang });
  const settings = await keeper.context.newPage();
  await gotoReady(settings, keeper.page(`options.html?lang=${lang}`));
  if (!options.settled) await settle(settings, lang, options.book);
  const chat = await keeper.context.newPage();
  await chat.goto(`${shop.url}/chat?${options.query ?? 'scenario=calm&speed=0'}`);
  await chat.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  const panel = await openPanel(keeper, settings, lang);
  await chat.bringToFront();
  return {
    shop,
    keeper,
    chat,
    page: handlesOf(chat),
    options: settings,
    panel,
    close: async () => {
      // A test may have closed or killed the browser itself; what was heard until then counts all the same.
      await keeper.close().catch(() => undefined);
      if (!options.shop) await shop.close();
      silent(keeper.wire());
    },
  };
}

/** Clicks the settings page's button, as its user would: only a real gesture may open a side panel. */
export async function openPanel(keeper: Shopkeeper, settings: Page, lang: Lang): Promise<Page> {
  await settings.bringToFront();
  await settings.getByRole('button', { name: translator(lang)('options.openPanel') }).click();
  const { panel } = await connectPanel(keeper);
  await panel.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  return panel;
}

/** The panel that stays with the counter's chat, in a tab of its own: as narrow as the real one, and drivable. */
export async function panelInTab(
  { keeper, options, shop }: Counter,
  query = 'lang=en&all=1',
  width = 360,
): Promise<Page> {
  const tab = await tabOf(options, `${shop.url}/chat`);
  const panel = await keeper.context.newPage();
  await panel.setViewportSize({ width, height: 900 });
  await gotoReady(panel, keeper.page(`sidepanel.html?${query}&tab=${tab}`));
  return panel;
}

export async function gotoReady(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
}

/** Teaches the practice site and, where one is given, puts a book in place. */
export async function settle(settings: Page, lang: Lang, book?: string): Promise<void> {
  const t = translator(lang);
  if (book) {
    // An empty book is replaced at once; the page then loads again over the new one.
    const loaded = settings.waitForEvent('load');
    await settings.getByLabel(t('options.backup.restore')).setInputFiles(book);
    await loaded;
    await settings.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  }
  // The panel opens without a language in its address: it speaks what the owner chose.
  const again = settings.waitForEvent('load');
  await settings.getByLabel(t('options.shop.language')).selectOption(lang);
  await again;
  await settings.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await settings.getByLabel(t('options.sites.import')).setInputFiles('test/shop/adapter.json');
  await settings
    .getByText(lang === 'en' ? 'Practice shop' : '练习店铺')
    .first()
    .waitFor();
}
