import { spawnSync } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { BACKENDS } from '../../e2e/support/chromium';
import { findChromium } from '../../setup/browsers.mjs';
import { type Call, type DoorHouse, inPage } from './call';
import { openFirefoxHouse } from './firefox';

/** Chromium with either way it stores a database, and Firefox with its own. */
export type Backend = keyof typeof BACKENDS | 'firefox';

/** A browser with one page of the write door. */
export interface DoorBrowser {
  readonly call: Call;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** A busy computer may take minutes to show a page; that is no fault of the book. */
const PATIENCE_MS = 240_000;

/** What a browser does beside showing a page only takes time here. */
const BARE = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-gpu',
  '--disable-software-rasterizer',
];

export async function openHouse(profile: string, backend: Backend): Promise<DoorHouse> {
  if (backend === 'firefox') return openFirefoxHouse(profile);
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium found: install one or set CHROME_PATH.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    timeout: PATIENCE_MS,
    args: [...sandbox, BACKENDS[backend], ...BARE],
  });
  let first: Page | undefined = context.pages()[0];
  return {
    visit: async (url) => {
      const own = first;
      first = undefined;
      const page = own ?? (await context.newPage());
      page.setDefaultTimeout(PATIENCE_MS);
      // As the extension's own storage is: where room is short, the browser leaves it alone.
      const session = await context.newCDPSession(page);
      await session.send('Browser.grantPermissions', { permissions: ['durableStorage'] });
      await page.goto(url);
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      return callTo(page);
    },
    close: () => context.close(),
    kill: async () => {
      killAll(profile);
      await context.close().catch(() => undefined);
    },
  };
}

export async function openDoor(url: string, profile: string, backend: Backend): Promise<DoorBrowser> {
  const house = await openHouse(profile, backend);
  try {
    return { call: await house.visit(url), close: house.close, kill: house.kill };
  } catch (error) {
    await house.kill();
    throw error;
  }
}

/** The source of the function goes over: Playwright hands a page one value only. */
function callTo(page: Page): Call {
  return (name, ...args) =>
    page.evaluate(`(${inPage})(${JSON.stringify(name)}, ${JSON.stringify(args)})`) as never;
}

function killAll(profile: string): void {
  const list = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).stdout.split('\n');
  for (const line of list.filter((one) => one.includes(`--user-data-dir=${profile}`))) {
    try {
      process.kill(Number.parseInt(line, 10), 'SIGKILL');
    } catch {
      // Already gone with its parent.
    }
  }
}
