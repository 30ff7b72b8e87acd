import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { note, notesOf, openAtBuyer, settleBook } from './support/desk';
import { rowsOf } from './support/storage';

/**
 * Backups by themselves, a restore that says what it would do and can be taken back, the health page and the lock. A
 * folder of the browser's own stands in for the one an owner picks: it is the same handle, without the window that
 * asks for it.
 */
let keeper: Shopkeeper;
let panel: Page;
let options: Page;
let folder: string;

const part = (name: string) => options.getByRole('region', { name });
const notes = async () => notesOf(await rowsOf(panel, 'notes'));

/** What lies in the picked folder. */
function picked(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const files: Record<string, string> = {};
    const picked = await root.getDirectoryHandle('picked', { create: true });
    for await (const [name, handle] of picked.entries()) {
      files[name] = await (await (handle as FileSystemFileHandle).getFile()).text();
    }
    return files;
  });
}

async function openOptions(): Promise<Page> {
  const page = await keeper.context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('picked', { create: true }),
    });
  });
  await gotoReady(page, keeper.page('options.html?lang=en'));
  return page;
}

async function reloaded(page: Page, act: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await act();
  await loaded;
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-backups-'));
  keeper = await launchChromium({ lang: 'en' });
  await settleBook(keeper);
  panel = await openAtBuyer(keeper);
}, 60_000);

afterAll(async () => {
  await keeper?.close();
  if (keeper) await removeProfile(keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

describe('after some records', () => {
  test('the panel asks where backups should go, and not before', async () => {
    const today = await keeper.context.newPage();
    await gotoReady(today, keeper.page('sidepanel.html?lang=en&all=1'));
    await panel.bringToFront();
    await note(panel, ['one', 'two', 'three', 'four'], () => undefined);
    expect(await today.getByRole('link', { name: 'Say where' }).count()).toBe(0);
    await note(panel, ['five'], () => undefined);
    await today.getByRole('link', { name: 'Say where' }).waitFor();
    await today.close();
  });

  test('a folder is picked once, and a backup that was read back lies in it', async () => {
    options = await openOptions();
    await part('Backups by themselves').getByRole('button', { name: 'Choose a folder' }).click();
    await part('Backups by themselves')
      .getByText(/Last: .* read back/)
      .waitFor();
    const files = await picked(options);
    expect(Object.keys(files)).toEqual([
      expect.stringMatching(/^zhanggui-[a-z0-9]{6}-000001-\d{4}-\d{2}-\d{2}\.json$/),
    ]);
    const { tables } = JSON.parse(Object.values(files)[0]!) as { tables: { notes: { text: string }[] } };
    expect(tables.notes.map(({ text }) => text).toSorted()).toEqual(await notes());
    const today = await keeper.context.newPage();
    await gotoReady(today, keeper.page('sidepanel.html?lang=en&all=1'));
    expect(await today.getByRole('link', { name: 'Say where' }).count()).toBe(0);
    await today.close();
  });
});

describe('an older backup', () => {
  let file: string;

  test('is shown with what it would change, and takes nothing before it is told to', async () => {
    file = join(folder, 'older.json');
    const [text] = Object.values(await picked(options));
    await (await import('node:fs/promises')).writeFile(file, text!);
    await note(panel, ['since'], () => undefined);
    await options.getByLabel('Restore a backup').setInputFiles(file);
    await options.getByText(/This backup is older than the book/).waitFor();
    const row = options.getByRole('row', { name: /^Notes/ });
    expect((await row.innerText()).split(/\s+/)).toEqual(['Notes', '6', '–', '–', '1', '5']);
    await options.getByLabel('Merge into this book').check();
    expect((await row.innerText()).split(/\s+/)).toEqual(['Notes', '6', '–', '–', '–', '6']);
    expect(await notes()).toContain('since');
  });

  test('in place of the book, and back again to the book of before', async () => {
    await options.getByLabel('In place of this book').check();
    await reloaded(options, () => options.getByRole('button', { name: 'Put it in place' }).click());
    await expect.poll(() => notes().catch(() => [])).not.toContain('since');
    await reloaded(options, () =>
      options.getByRole('button', { name: 'Go back to the book of before' }).click(),
    );
    await expect.poll(() => notes().catch(() => [])).toContain('since');
  });

  test('cut off, it is refused with a sentence', async () => {
    const text = await readFile(file, 'utf8');
    const buffer = Buffer.from(text.slice(0, text.length / 2));
    await options
      .getByLabel('Restore a backup')
      .setInputFiles({ name: 'half.json', mimeType: 'application/json', buffer });
    await expect
      .poll(() => options.getByRole('alert').allInnerTexts())
      .toEqual([expect.stringContaining('cut off')]);
    expect(await notes()).toContain('since');
  });
});

describe('the health of the book', () => {
  test('every record is looked at, and the report holds nobody’s words', async () => {
    const health = part('Health of the book');
    await health.getByText('Yes: the browser deletes nothing by itself.').waitFor();
    await health.getByRole('button', { name: 'Check every record' }).click();
    await health.getByText(/every one is as it was written. The journal can give all of them back/).waitFor();
    const [file] = await Promise.all([
      options.waitForEvent('download'),
      health.getByRole('button', { name: 'Save a report' }).click(),
    ]);
    const report = await readFile(await file.path(), 'utf8');
    expect(JSON.parse(report)).toMatchObject({ report: 'zhanggui/report', examined: { book: 'sound' } });
    for (const text of await notes()) expect(report).not.toContain(text);
  });
});

describe('the lock of the screen (F-66)', () => {
  test('hides every page when nobody touched one, and opens with its passphrase only', async () => {
    await part('Lock of the screen').getByRole('button', { name: 'Set up the lock' }).click();
    await part('Lock of the screen').getByLabel('Screen password').fill('three green cups');
    await part('Lock of the screen').getByRole('button', { name: 'Lock by itself' }).click();
    await part('Lock of the screen').getByText('On, after 15 minutes').waitFor();
    await options.evaluate(() => localStorage.setItem('zhanggui-touched', '0'));
    await panel.reload();
    for (const page of [options, panel]) {
      await page.getByLabel('Locked. Type the screen password').waitFor();
      expect(await page.locator('#app').isVisible()).toBe(false);
    }
    await panel.getByLabel('Locked').fill('two green cups');
    await panel.keyboard.press('Enter');
    await panel.getByText('That is not the screen password').waitFor();
    await panel.getByLabel('Locked').fill('three green cups');
    await panel.keyboard.press('Enter');
    for (const page of [options, panel]) await page.locator('#app').waitFor({ state: 'visible' });
    await part('Lock of the screen').getByRole('button', { name: 'Switch off' }).click();
  });
});
