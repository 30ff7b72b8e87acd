import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../setup/browsers.mjs';
import { type Call, type DoorHouse, inPage } from './call';

/** What a browser does beside showing a page only takes time here, or asks a network that is not there. */
const PREFS: Readonly<Record<string, string | number | boolean>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutConfig.showWarning': false,
  'browser.cache.disk.enable': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.startup.homepage': 'about:blank',
  'browser.tabs.unloadOnLowMemory': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.ipc.processCount': 1,
  // Several books stand side by side, and all but one in a tab behind: they are to save as fast.
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'fission.autostart': false,
  'media.rdd-process.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': '',
  'toolkit.telemetry.enabled': false,
  // As the extension's own storage is: where room is short, the browser leaves it alone.
  'dom.storageManager.prompt.testing': true,
  'dom.storageManager.prompt.testing.allow': true,
  // A browser that was killed three times in a row would otherwise ask whether to start without anything.
  'toolkit.startup.max_resumed_crashes': -1,
};

const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/;
/** A busy computer may take minutes to start a browser; that is no fault of the book. */
const PATIENCE_MS = 240_000;

/**
 * Firefox on a profile of its own, over WebDriver BiDi. It is started here and not by the driver, which would write
 * into the profile at each start: the disk it lies on may be full.
 */
export async function openFirefoxHouse(profile: string): Promise<DoorHouse> {
  if (!existsSync(join(profile, 'user.js'))) await furnish(profile);
  return start(profile);
}

/** A profile a Firefox was once closed in: what it keeps of its own program from then on halves each start. */
let used: Promise<string> | null = null;

async function usedProfile(): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'zhanggui-firefox-'));
  process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  writeFileSync(join(profile, 'user.js'), prefLines());
  await (await start(profile)).close();
  return profile;
}

async function furnish(profile: string): Promise<void> {
  used ??= usedProfile();
  cpSync(await used, profile, { recursive: true });
  // An owner's profile has been on the disk for long.
  spawnSync('sync', ['-f', profile]);
}

async function start(profile: string): Promise<DoorHouse> {
  const path = findFirefox();
  if (!path) throw new Error('No Firefox found: install one or set FIREFOX_PATH.');
  const child = spawn(
    path,
    ['--headless', '--remote-debugging-port=0', '--profile', profile, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
    },
  );
  try {
    const address = await listening(child);
    const browser = await puppeteer.connect({
      browserWSEndpoint: `${address}/session`,
      protocol: 'webDriverBiDi',
      defaultViewport: null,
      protocolTimeout: PATIENCE_MS,
    });
    return house(child, browser, (await browser.pages())[0]);
  } catch (error) {
    await killTree(child);
    throw error;
  }
}

function house(child: ChildProcess, browser: Browser, blank: Page | undefined): DoorHouse {
  let first = blank;
  return {
    visit: async (url) => {
      const own = first;
      first = undefined;
      const page = own ?? (await browser.newPage());
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(url, { timeout: PATIENCE_MS });
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      return callTo(page);
    },
    close: async () => {
      await browser.close().catch(() => undefined);
      await Promise.race([ended(child), new Promise((done) => setTimeout(done, 10_000))]);
      await killTree(child);
    },
    kill: async () => {
      await killTree(child);
      await browser.disconnect().catch(() => undefined);
    },
  };
}

const callTo =
  (page: Page): Call =>
  (name, ...args) =>
    page.evaluate(inPage, name, args) as never;

function prefLines(): string {
  const lines = Object.entries(PREFS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  return `${lines.join('\n')}\n`;
}

/** The address at which a starting browser says it can be driven. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(
      () => reject(new Error(`Firefox did not start within ${PATIENCE_MS} ms: ${said.slice(-300)}`)),
      PATIENCE_MS,
    );
    child.stderr?.on('data', (part) => {
      said += String(part);
      const address = LISTENING.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`Firefox ended with ${code} while it started: ${said.slice(-300)}`));
    });
  });
}

const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise<void>((done) => child.once('exit', () => done()))
    : Promise.resolve();

/**
 * The whole tree at once, the parts that write files among them; what they had begun in files stands there as it is.
 * Their command lines do not name the profile, so they are found by who started them.
 */
async function killTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const list = spawnSync('ps', ['-eo', 'pid,ppid'], { encoding: 'utf8' }).stdout.split('\n');
  const parents = list.map((line) => line.trim().split(/\s+/).map(Number));
  const tree = new Set([child.pid]);
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const [pid, parent] of parents) if (pid && tree.has(parent ?? 0)) tree.add(pid);
  }
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Already gone with its parent.
    }
  }
  await ended(child);
}
