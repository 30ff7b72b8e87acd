import { spawnSync } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { BACKENDS } from '../../e2e/support/chromium';
import { findChromium } from '../../setup/browsers.mjs';
import type { DoorPage } from './page';

export type Backend = keyof typeof BACKENDS;

/** A browser with the page of the write door, and no extension. */
export interface DoorBrowser {
  readonly page: Page;
  /** Calls something of the page. */
  readonly call: <Name extends keyof DoorPage>(
    name: Name,
    ...args: Parameters<DoorPage[Name]>
  ) => Promise<Awaited<ReturnType<DoorPage[Name]>>>;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

export async function openDoor(url: string, profile: string, backend: Backend): Promise<DoorBrowser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium found: install one or set CHROME_PATH.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...sandbox, BACKENDS[backend], '--no-first-run', '--disable-background-networking'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  return {
    page,
    call: (name, ...args) =>
      page.evaluate(
        async ([method, values]) => {
          const { door } = globalThis as unknown as { door: Record<string, (...all: unknown[]) => unknown> };
          try {
            return await door[method as string]!(...(values as unknown[]));
          } catch (error) {
            // The library's own errors would come out with a name and nothing else.
            throw new Error(`${method}: ${String(error)}`);
          }
        },
        [name, args] as const,
      ) as never,
    close: () => context.close(),
    kill: async () => {
      killAll(profile);
      await context.close().catch(() => undefined);
    },
  };
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
