import type { Adapter } from '@extension/chat/adapter';
import { parseAdapter } from '@extension/chat/adapter-schema';
import { BUNDLED } from '@extension/chat/adapters';
import { sitesOf } from '@extension/chat/sites';
import type { ChatState } from '@extension/messaging/chat-state';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Mutation } from '../../extension/chat/mutations';
import { pageHtml, type SitePage } from '../../extension/chat/site-pages';
import { findChromium } from '../../setup/browsers.mjs';
import { bundleForPage, root } from './bundle';

const SOURCE = `
import { look } from '@extension/chat/engine/look';
import { createMemory } from '@extension/chat/engine/memory';
import { startEngine } from '@extension/chat/engine/engine';
import { mutate } from '${root}/test/extension/chat/mutations';
import { seededRandom } from '@analysis/numerics/random';
let memory;
export function fresh(worked) { memory = createMemory(false, worked); }
export function see(adapter, url, now) {
  return look(adapter, { document, url, topUrl: url, now }, memory).state;
}
export function boxOf(adapter, url, now) {
  const { box } = look(adapter, { document, url, topUrl: url, now }, memory);
  return box ? box.outerHTML.slice(0, 200) : null;
}
export function fuzz(adapter, url, html, kind, seeds, now) {
  return seeds.map((seed) => {
    document.body.innerHTML = html;
    mutate(document.body, kind, seededRandom(seed));
    memory = createMemory(false);
    return [0, 4, 50, 54].map((second) => {
      const { status, buyer } = see(adapter, url, now + second * 1000);
      return { status, key: buyer?.key ?? null, sure: buyer?.sure ?? false };
    });
  });
}
export async function messages(adapter, css, ms) {
  let told = 0;
  const engine = startEngine({
    adapter, isTop: true, topUrl: () => location.href, startedLate: false, firefox: false,
    post: () => { told += 1; }, alive: () => true, onAddress: () => {},
  });
  const rest = (time) => new Promise((done) => setTimeout(done, time));
  await rest(1500);
  const before = told;
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    for (const clock of document.querySelectorAll(css)) clock.textContent = ticks + '秒';
  }, 100);
  await rest(ms);
  clearInterval(timer);
  engine.stop();
  return { told: told - before, first: before, ticks };
}
export function cost(adapter, url, times, now) {
  memory = createMemory(false);
  const took = [];
  for (let at = 0; at < times; at += 1) {
    const rows = document.querySelectorAll('[data-row]');
    const row = rows[at % rows.length];
    row.lastElementChild.textContent = '第 ' + at + ' 条';
    const since = performance.now();
    see(adapter, url, now + at * 150);
    took.push(performance.now() - since);
  }
  return took;
}
`;

export interface Told {
  readonly status: ChatState['status'];
  readonly key: string | null;
  readonly sure: boolean;
}

/** What the panel was told while only clocks of the page ran, and before they did. */
export interface Messages {
  readonly told: number;
  readonly first: number;
  readonly ticks: number;
}

interface InPage {
  fresh(worked?: readonly string[]): void;
  see(adapter: Adapter, url: string, now: number): ChatState;
  boxOf(adapter: Adapter, url: string, now: number): string | null;
  fuzz(
    adapter: Adapter,
    url: string,
    html: string,
    kind: Mutation,
    seeds: readonly number[],
    now: number,
  ): readonly (readonly Told[])[];
  messages(adapter: Adapter, css: string, ms: number): Promise<Messages>;
  cost(adapter: Adapter, url: string, times: number, now: number): readonly number[];
}

declare global {
  interface Window {
    looks: InPage;
  }
}

/** 22 November 2026, 10:00 in Shanghai. */
const TEN = Date.UTC(2026, 10, 22, 2, 0, 0);

const UNKNOWN: Adapter = {
  id: 'unknown',
  label: { zh: '别的页面', en: 'Another page' },
  matches: ['https://unknown.example/*'],
};

/** The adapter of a page; a page of its own for none gets one that knows the address only. */
export function adapterFor({ site }: SitePage): Adapter {
  const adapters = BUNDLED.flatMap((entry) => {
    const parsed = parseAdapter(entry);
    return parsed.ok ? [parsed.adapter] : [];
  });
  return sitesOf(adapters).find(({ id }) => id === site) ?? UNKNOWN;
}

/** The reading of pages as the content script carries it, in a real browser with a real layout. */
export interface PageLab {
  readonly page: Page;
  readonly open: (html: string, worked?: readonly string[]) => Promise<void>;
  /** What is read at ten o'clock and `seconds` after. */
  readonly see: (page: SitePage, seconds: number, adapter?: Adapter) => Promise<ChatState>;
  readonly boxOf: (page: SitePage, seconds: number) => Promise<string | null>;
  readonly fuzz: (
    page: SitePage,
    kind: Mutation,
    seeds: readonly number[],
  ) => Promise<readonly (readonly Told[])[]>;
  /** Milliseconds of each look, in their order: the same number is the same work. */
  readonly costOf: (page: SitePage, times: number, adapter?: Adapter) => Promise<readonly number[]>;
  /** Lets the clocks at a selector run for so long with nothing else moving. */
  readonly messagesOf: (page: SitePage, css: string, ms: number) => Promise<Messages>;
  readonly close: () => Promise<void>;
}

export async function startPageLab(): Promise<PageLab> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium found: install one or set CHROME_PATH.');
  const script = await bundleForPage('looks', SOURCE);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser: Browser = await chromium.launch({ executablePath, args: sandbox });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.setContent('<main></main>');
  await page.addScriptTag({ content: script });
  const open = (html: string, worked: readonly string[] = []) =>
    page.evaluate(
      ({ html, worked }) => {
        document.body.innerHTML = html;
        window.looks.fresh(worked);
      },
      { html, worked },
    );
  return {
    page,
    open,
    see: (of, seconds, adapter = adapterFor(of)) =>
      page.evaluate(({ adapter, url, now }) => window.looks.see(adapter, url, now), {
        adapter,
        url: of.url,
        now: TEN + seconds * 1000,
      }),
    boxOf: (of, seconds) =>
      page.evaluate(({ adapter, url, now }) => window.looks.boxOf(adapter, url, now), {
        adapter: adapterFor(of),
        url: of.url,
        now: TEN + seconds * 1000,
      }),
    fuzz: (of, kind, seeds) =>
      page.evaluate(
        ({ adapter, url, html, kind, seeds, now }) => window.looks.fuzz(adapter, url, html, kind, seeds, now),
        { adapter: adapterFor(of), url: of.url, html: pageHtml(of), kind, seeds, now: TEN },
      ),
    messagesOf: (of, css, ms) =>
      page.evaluate(({ adapter, css, ms }) => window.looks.messages(adapter, css, ms), {
        // The page stands at no address of the site.
        adapter: { ...adapterFor(of), when: undefined },
        css,
        ms,
      }),
    costOf: (of, times, adapter = adapterFor(of)) =>
      page.evaluate(({ adapter, url, times, now }) => window.looks.cost(adapter, url, times, now), {
        adapter,
        url: of.url,
        times,
        now: TEN,
      }),
    close: () => browser.close(),
  };
}
