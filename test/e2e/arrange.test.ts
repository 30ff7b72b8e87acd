import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGallery } from '../gallery/build';
import { run as practice } from '../shop/generate/run';
import { seriousViolations } from './support/axe';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { longestTask, shortestOf } from './support/tasks';

/** The notebook arranged by its owner, in the extension over a real book; and the gallery of every cell. */
let folder: string;
let keeper: Shopkeeper;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-arrange-'));
  expect(await practice(['--buyers', '160', '--seed', '5', '--out', folder, '--lang', 'en'])).toBe(0);
  keeper = await launchChromium({ lang: 'en' });
  page = await keeper.context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await gotoReady(page, keeper.page('options.html?lang=en'));
  const loaded = page.waitForEvent('load');
  await page.getByLabel('Restore a backup').setInputFiles(join(folder, 'book.json'));
  await loaded;
});
afterAll(async () => {
  await keeper?.close();
  if (keeper) await removeProfile(keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

const sheet = () => page.locator('.sheet');
const cellOf = (question: string) =>
  page.locator('.sheet-cell').filter({ has: page.getByRole('heading', { name: question }) });
const settled = () => page.locator('.sheet[aria-busy="false"]').waitFor();
const openArranged = async (...files: readonly string[]) => {
  await gotoReady(page, keeper.page('notebook.html?lang=en'));
  if (files.length > 0) {
    await page.getByLabel('Add exports').setInputFiles(files.map((name) => join(folder, name)));
    await page.locator('.working').waitFor();
    await page.locator('.working').waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Arrange it yourself' }).click();
  await page.locator('.sheet .figure').first().waitFor();
  await settled();
};
async function saved(click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('arrange it yourself', () => {
  test('a setting recomputes what takes it, and no old number stands beside it', async () => {
    await openArranged('orders-taobao.csv', 'orders-pinduoduo.csv');
    const repeat = 'How many came back?';
    await page.getByRole('searchbox', { name: 'Find a question' }).fill('came back');
    await page.getByRole('button', { name: `Add: ${repeat}` }).click();
    await settled();
    const cell = cellOf(repeat);
    const whole = await cell.locator('.cell-body > p').first().textContent();
    const other = await cellOf('What will next week bring?')
      .locator('.cell-body > p')
      .first()
      .elementHandle();
    await cell.getByRole('button', { name: 'Settings', exact: true }).click();
    await cell.getByRole('combobox', { name: 'platform' }).selectOption('pdd');
    await expect.poll(() => cell.locator('.narrowed').textContent()).toContain('Pinduoduo');
    await settled();
    expect(await cell.locator('.cell-body > p:not(.narrowed)').first().textContent()).not.toBe(whole);
    // The other cell was not drawn again: nothing of it depends on this setting.
    expect(await other?.evaluate((element) => element.isConnected)).toBe(true);
  });

  test('moved by keys, taken out and put back, kept in the book', async () => {
    const questions = () => page.locator('.sheet-cell h3').allTextContents();
    const before = await questions();
    await page.getByRole('button', { name: 'Further down: Did we do what we said?' }).focus();
    await page.keyboard.press('Enter');
    const moved = await questions();
    expect(moved).not.toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Did we do what we said?',
    );
    await page.getByRole('button', { name: 'Remove: Are they content?' }).click();
    expect(await questions()).not.toContain('Are they content?');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await questions()).toEqual(moved);
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.locator('.note-field textarea').last().fill('## Plan\n- call the **kiln**\n<img src=x>');
    await page.getByRole('textbox', { name: 'Name' }).focus();
    await page.locator('.note-text strong', { hasText: 'kiln' }).waitFor();
    expect(await page.locator('.note-text img').count()).toBe(0);
    const kept = await page.locator('.sheet-cell').count();
    await openArranged();
    expect(await page.locator('.sheet-cell').count()).toBe(kept);
    expect(await questions()).toEqual(moved);
    await page.locator('.note-text strong', { hasText: 'kiln' }).waitFor();
  });

  test('moved by the mouse: dropped anywhere on another cell, a line says where it will stand', async () => {
    const questions = () => page.locator('.sheet-cell h3').allTextContents();
    const before = await questions();
    const [first, third] = [page.locator('.sheet-cell').first(), page.locator('.sheet-cell').nth(2)];
    // High enough that nothing scrolls away under the held mouse.
    await page.setViewportSize({ width: 1280, height: 4000 });
    await first.locator('.grip').hover();
    await page.mouse.down();
    await third.locator('h3').hover();
    await third.locator('.cell-body > p').first().hover();
    await expect.poll(() => third.getAttribute('class')).toContain('drop-below');
    await page.mouse.up();
    await expect.poll(questions).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
    expect(await page.locator('.drop-above, .drop-below').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await questions()).toEqual(before);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('each cell gives its picture, its numbers and its sentence; the sheet its page and its Markdown', async () => {
    const cell = cellOf('How many came back?');
    const picture = await saved(() => cell.getByRole('button', { name: 'Picture' }).click());
    expect(picture.name).toMatch(/^repeat-\d{4}-\d\d-\d\d\.png$/);
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.bytes.length).toBeGreaterThan(8_000);
    const table = await saved(() => cell.getByRole('button', { name: 'Table (CSV)' }).click());
    expect(table.bytes.toString('utf8')).toContain('How many came back?');
    const html = await saved(() => page.getByRole('button', { name: 'Save as a page' }).click());
    const text = html.bytes.toString('utf8');
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<button|<select|Further up/);
    expect(text).toContain('<strong>kiln</strong>');
    const markdown = await saved(() => page.getByRole('button', { name: 'Save as Markdown' }).click());
    expect(markdown.bytes.toString('utf8')).toMatch(/## How many came back\?[\s\S]*\| within \|/);
    const file = await saved(() => page.getByRole('button', { name: 'Save the sheet' }).click());
    expect(JSON.parse(file.bytes.toString('utf8'))).toMatchObject({ format: 'zhanggui/sheet', version: 1 });
  });

  test('the monthly meeting tells each at the desk; the page is accessible and fits a narrow window', async () => {
    await page.getByLabel('New sheet …').selectOption('monthly');
    await cellOf('How was each of us received?').locator('.figure').waitFor();
    await settled();
    expect(await sheet().locator('h1').textContent()).toBe('Monthly meeting');
    expect(await seriousViolations(page)).toEqual([]);
    // On paper: no tool, and the foot says what it was made from.
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.sheet .acts:visible').count()).toBe(0);
    expect(await page.locator('.sheet-foot').textContent()).toMatch(
      /as of .* · everything · The book\.json · made/,
    );
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(errors).toEqual([]);
    // A sheet drawn whole, every question with its figure, holds the page up no longer than a sheet of one.
    const sheets = page.getByLabel('Which sheet');
    const whole = () =>
      longestTask(page, async () => {
        await sheets.selectOption({ index: 0 });
        await settled();
        await sheets.selectOption({ label: 'Monthly meeting' });
        await cellOf('How was each of us received?').locator('.figure').waitFor();
        await settled();
      });
    expect(await shortestOf(3, 50, whole)).toBeLessThanOrEqual(50);
  });
});

// The three languages are compared word by word where no browser is needed (gallery.test.tsx).
test('the gallery draws every cell of the practice shop, light and dark, narrow and wide', async () => {
  const gallery = await buildGallery(['zh-CN']);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(pathToFileURL(join(gallery, 'zh-CN.html')).href);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    // A figure is no white field: some of its points are inked.
    const blank = await page.evaluate(
      () =>
        [...document.querySelectorAll('canvas')].filter((canvas) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) return false;
          return true;
        }).length,
    );
    expect([colorScheme, blank]).toEqual([colorScheme, 0]);
    expect(await seriousViolations(page)).toEqual([]);
  }
  for (const width of [360, 3840]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(errors).toEqual([]);
});
