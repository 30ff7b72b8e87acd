import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOfBuild } from './support/builds';
import { debuggingPort, launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { note, notesOf, openAtBuyer, settleBook } from './support/desk';

// Tries F-11 of test/faults.md.

/** Where backups go by themselves, in the real browser: a real folder after a restart, and the downloads. */
let build: string;
let folder: string;
let profile: string;
let keeper: Shopkeeper;
let options: Page;

const part = () => options.getByRole('region', { name: 'Backups by themselves' });

/** What the page asks of a folder, and how the browser answered at once. */
interface Asked {
  asked?: string[];
  dropped?: FileSystemDirectoryHandle;
}

async function start(): Promise<void> {
  keeper = await launchChromium({ lang: 'en', build, profile });
  await keeper.context.addInitScript(() => {
    const { prototype } = FileSystemHandle as unknown as {
      prototype: { requestPermission(mode: object): Promise<string> };
    };
    const ask = prototype.requestPermission;
    const seen: string[] = [];
    (window as Asked).asked = seen;
    // The window in which a person picks a folder can't be driven; what was dropped onto the page is picked.
    Object.assign(window, { showDirectoryPicker: async () => (window as Asked).dropped });
    prototype.requestPermission = function (mode) {
      const answer = ask.call(this, mode);
      seen.push(JSON.stringify(mode));
      answer.catch((error: unknown) => seen.push(String(error)));
      return answer;
    };
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-places-'));
  profile = await mkdtemp(join(tmpdir(), 'zhanggui-profile-'));
  // What the browser asks of a person is asked beforehand here: the permission, and where downloads go.
  build = await copyOfBuild('.output/chrome-mv3-acceptance', (manifest) => ({
    ...manifest,
    permissions: [...(manifest.permissions as string[]), 'downloads'],
  }));
  await mkdir(join(profile, 'Default'));
  const download = { default_directory: folder, prompt_for_download: false };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ download }));
  await start();
  await settleBook(keeper);
  await note(await openAtBuyer(keeper), ['first']);
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  await removeProfile(profile);
  await rm(folder, { recursive: true, force: true });
  await rm(build, { recursive: true, force: true });
});

/** A folder of the disk, handed over as the picker does: it can be read, and written only once that is allowed. */
async function dropFolder(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      const item = event.dataTransfer!.items[0] as unknown as {
        getAsFileSystemHandle(): Promise<FileSystemDirectoryHandle>;
      };
      void item.getAsFileSystemHandle().then((handle) => {
        (window as Asked).dropped = handle;
      });
    });
  });
  const session = await keeper.context.newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  await page.waitForFunction(() => (window as Asked).dropped !== undefined);
}

test('a folder the browser has forgotten is asked for upon the first click after a restart', async () => {
  options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  const real = join(folder, 'stick');
  await mkdir(real);
  await dropFolder(options, real);
  await part().getByRole('button', { name: 'Choose a folder' }).click();
  await part().getByRole('button', { name: 'Allow the folder again' }).waitFor();
  await keeper.close();
  await start();
  const panel = await openAtBuyer(keeper);
  const asked = () => panel.evaluate(() => (window as Asked).asked);
  const click = () => panel.getByRole('heading', { level: 1 }).click();
  expect(await asked()).toEqual([]);
  await expect.poll(() => click().then(asked), { timeout: 15_000 }).toEqual(['{"mode":"readwrite"}']);
  // Asked once, and not refused for want of a click: the browser is showing its own question now.
  await click();
  expect(await asked()).toEqual(['{"mode":"readwrite"}']);
}, 60_000);

test('into the downloads: a file of today that holds the book, and the next one in its place', async () => {
  const driver = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort(profile)}`);
  const session = await driver.newBrowserCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
  options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  await part().getByRole('button', { name: 'Into the downloads' }).click();
  await part()
    .getByText(/Last: .* read back \(zhanggui-\w{6}-000001-/)
    .waitFor();
  const panel = await openAtBuyer(keeper);
  await note(panel, ['second']);
  await part().getByRole('button', { name: 'Back up now' }).click();
  await part()
    .getByText(/Last: .* read back \(zhanggui-\w{6}-000002-/)
    .waitFor();
  const files = (await readdir(join(folder, 'zhanggui-backups'))).toSorted();
  const said = await Promise.all(
    files.map(async (name) =>
      notesOf(notesIn(await readFile(join(folder, 'zhanggui-backups', name), 'utf8'))),
    ),
  );
  // Of one day the newest is kept; it was read back before the older one went.
  expect(said).toEqual([['first', 'second']]);
  expect(files).toEqual([expect.stringMatching(/-000002-/)]);
  expect(await part().getByRole('alert').count()).toBe(0);
  await driver.close();
}, 60_000);

function notesIn(backup: string): readonly Record<string, unknown>[] {
  return (JSON.parse(backup) as { tables: { notes: Record<string, unknown>[] } }).tables.notes;
}
