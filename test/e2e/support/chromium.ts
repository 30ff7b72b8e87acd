import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../setup/browsers.mjs';
import { silent, startWire } from './wire';

/** A Chromium with the extension loaded. Keep `profile` to start again on the same data. */
export interface Shopkeeper {
  readonly context: BrowserContext;
  readonly profile: string;
  readonly extensionId: string;
  /** Address of one of the extension's own pages. */
  readonly page: (name: string) => string;
  /** Everything the browser asked the network for, this computer aside. */
  readonly wire: () => readonly string[];
  /** Closes the browser; throws when, in all its time, anything in it asked the network for anything. */
  readonly close: () => Promise<void>;
  /** Ends the browser without warning, as a power failure would end the program. */
  readonly kill: () => Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension, below the repository. */
  readonly build?: string;
  readonly profile?: string;
  readonly headless?: boolean;
  readonly lang?: string;
  /** The screen to draw on, where it is not headless. */
  readonly env?: Record<string, string>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** How the browser stores IndexedDB; without it the browser decides. */
  readonly backend?: keyof typeof BACKENDS;
  /** Hosts whose pages the test itself stands in for: what these pages ask of their own host is no fault. */
  readonly standsFor?: readonly string[];
}

const FEATURES = 'IdbSqliteBackingStore,IdbSqliteOnDiskRollout';
export const BACKENDS = {
  leveldb: `--disable-features=${FEATURES}`,
  sqlite: `--enable-features=${FEATURES}`,
} as const;

/** Closed networks: the browser must not try to phone home while it is tested. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-default-browser-check',
];

export async function launchChromium(options: LaunchOptions = {}): Promise<Shopkeeper> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium found: install one or set CHROME_PATH.');
  const extension = resolve(options.build ?? '.output/chrome-mv3-acceptance');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'zhanggui-')));
  const wire = await startWire();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    viewport: options.viewport ?? null,
    locale: options.lang ?? 'en',
    ...(options.env ? { env: options.env } : {}),
    args: [
      ...sandbox,
      ...QUIET,
      ...wire.args,
      ...(options.backend ? [BACKENDS[options.backend]] : []),
      '--remote-debugging-port=0',
      `--lang=${options.lang ?? 'en'}`,
      '--window-size=1400,900',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  return {
    context,
    profile,
    extensionId,
    page: (name) => `chrome-extension://${extensionId}/${name}`,
    wire: wire.heard,
    close: async () => {
      await context.close();
      await wire.close();
      const own = (options.standsFor ?? []).map((host) => `CONNECT ${host}:443`);
      silent(wire.heard().filter((asked) => !own.includes(asked)));
    },
    kill: async () => {
      killTree(profile);
      await context.close().catch(() => undefined);
      await wire.close();
    },
  };
}

/** Kills the whole process tree of a profile, at once. */
function killTree(profile: string): void {
  for (const pid of processesOf(profile)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Already gone with its parent.
    }
  }
}

function processesOf(profile: string): number[] {
  const list = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).stdout;
  return list
    .split('\n')
    .filter((line) => line.includes(`--user-data-dir=${profile}`))
    .map((line) => Number.parseInt(line, 10));
}

export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Where a second connection to the browser of a profile finds it. */
export function debuggingPort(profile: string): string {
  return readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]!;
}

/**
 * The real side panel as a page. Playwright's first connection never sees it, and a connection only knows the
 * panels that were open before it: so a new one is made until the panel is there.
 */
export async function connectPanel(
  shopkeeper: Shopkeeper,
  timeout = 15_000,
): Promise<{ panel: Page; disconnect: () => Promise<void> }> {
  const deadline = Date.now() + timeout;
  const port = debuggingPort(shopkeeper.profile);
  for (;;) {
    const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const panel = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((page) => page.url().includes('/sidepanel.html'));
    if (panel) return { panel, disconnect: () => browser.close() };
    await browser.close();
    if (Date.now() > deadline) throw new Error('The side panel did not open in time.');
    await new Promise((done) => setTimeout(done, 250));
  }
}
