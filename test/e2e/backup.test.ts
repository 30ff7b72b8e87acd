import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as practice } from '../shop/generate/run';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';

// Tries F-11, F-65 of test/faults.md.

/** Moving house: one file, plain or sealed, carries the book to another computer. */
const PASSPHRASE = '三只青釉杯 7';
let folder: string;
let old: Shopkeeper;
const keepers: Shopkeeper[] = [];

async function settingsOf(keeper: Shopkeeper): Promise<Page> {
  const page = await keeper.context.newPage();
  await gotoReady(page, keeper.page('options.html?lang=en'));
  return page;
}

async function computer(): Promise<Shopkeeper> {
  const keeper = await launchChromium({ lang: 'en' });
  keepers.push(keeper);
  return keeper;
}

async function restore(page: Page, file: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByLabel('Restore a backup').setInputFiles(file);
  await loaded;
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
}

async function save(page: Page, button: string, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const path = join(folder, name);
  await file.saveAs(path);
  return path;
}

/** The records of a plain backup, without the moment it was made and the seal over both. */
async function recordsOf(path: string): Promise<unknown> {
  const { tables } = JSON.parse(await readFile(path, 'utf8')) as { tables: unknown };
  return tables;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-move-'));
  expect(await practice(['--buyers', '150', '--seed', '3', '--out', folder])).toBe(0);
  old = await computer();
}, 120_000);

afterAll(async () => {
  for (const keeper of keepers) {
    await keeper.close();
    await removeProfile(keeper.profile);
  }
  await rm(folder, { recursive: true, force: true });
});

describe('one file carries the book', () => {
  let plain: string;
  let sealed: string;

  test('into an empty book at once', async () => {
    const page = await settingsOf(old);
    await restore(page, join(folder, 'book.json'));
    await page.getByRole('button', { name: 'Save a backup' }).click();
    plain = await save(page, 'Save without passphrase', 'plain.json');
    expect(await recordsOf(plain)).toEqual(await recordsOf(join(folder, 'book.json')));
  });

  test('sealed with a passphrase it shows nothing to who finds it', async () => {
    const page = await settingsOf(old);
    await page.getByRole('button', { name: 'Save a backup' }).click();
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    sealed = await save(page, 'Save with passphrase', 'sealed.zgb');
    const bytes = await readFile(sealed);
    expect(bytes.subarray(0, 4).toString()).toBe('ZGB1');
    expect(bytes.toString('latin1')).not.toContain('zhanggui');
    expect(bytes.length).toBeLessThan((await readFile(plain)).length / 2);
  });

  test('opens on another computer with the passphrase only, to the same records', async () => {
    const page = await settingsOf(await computer());
    await page.getByLabel('Restore a backup').setInputFiles(sealed);
    await page.getByLabel('Passphrase').fill('wrong');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect
      .poll(() => page.getByRole('alert').allInnerTexts())
      .toEqual([expect.stringContaining('passphrase')]);
    const loaded = page.waitForEvent('load');
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await loaded;
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await page.getByRole('button', { name: 'Save a backup' }).click();
    const again = await save(page, 'Save without passphrase', 'again.json');
    expect(await recordsOf(again)).toEqual(await recordsOf(plain));
  });

  test('over a book with records only after it was shown what it holds', async () => {
    const page = await settingsOf(old);
    await page.getByLabel('Restore a backup').setInputFiles(plain);
    await page.getByText(/A backup of/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByText(/A backup of/).count()).toBe(0);
  });
});
