import { rm } from 'node:fs/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { copyOfBuild } from './builds';

const ADDON_ID = 'zhanggui@zhanggui.app';
const UUID = '11111111-2222-4333-8444-555555555555';

export interface FirefoxShop {
  readonly browser: Browser;
  /** Opens one of the extension's pages in a tab. */
  readonly open: (page: string) => Promise<Page>;
  /** Opens a plain file of the extension: its address, and no program of ours. */
  readonly openFile: (name: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/**
 * Firefox with the extension, over WebDriver BiDi. The copy of the build that is loaded also holds the permissions
 * for this computer's own pages and for the downloads: a permission prompt cannot be clicked from outside.
 *
 * @param downloads the folder in which downloads arrive
 */
export async function launchFirefox(
  executablePath: string,
  downloads: string,
  build = '.output/firefox-mv3',
): Promise<FirefoxShop> {
  const folder = await copyOfBuild(build, (manifest) => ({
    ...manifest,
    permissions: [...(manifest.permissions as string[]), 'downloads'],
    host_permissions: ['http://localhost/*', 'http://127.0.0.1/*'],
  }));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // Without it Firefox refuses to show moz-extension pages to a driver.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }),
      'intl.accept_languages': 'en',
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
  await browser.installExtension(folder);
  async function opened(name: string, isThere: () => boolean): Promise<Page> {
    const page = await browser.newPage();
    // Firefox never reports the end of this navigation; the page is asked whether it is there.
    void page.goto(`moz-extension://${UUID}/${name}`).catch(() => undefined);
    await waitFor(page, isThere);
    return page;
  }
  return {
    browser,
    open: (name) => opened(name, () => document.documentElement.dataset.ready === 'true'),
    openFile: (name) => opened(name, () => location.protocol === 'moz-extension:' && document.body !== null),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function waitFor(page: Page, isThere: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    if (await page.evaluate(isThere).catch(() => false)) return;
    if (Date.now() > deadline) throw new Error('The page was not ready within 30 s.');
    await new Promise((done) => setTimeout(done, 250));
  }
}
