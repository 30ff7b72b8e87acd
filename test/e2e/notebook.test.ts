import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeIo } from '@analysis/cli/node-io';
import { run } from '@analysis/cli/run';
import type { Review } from '@analysis/review';
import '@shared/i18n';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as practice } from '../shop/generate/run';
import { seriousViolations } from './support/axe';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { longestTask, shortestOf } from './support/tasks';

// Tries F-40 of test/faults.md.

/**
 * The weekly review as the owner makes it: the book is there, last month's exports are added by the file
 * button, and what comes out is what the command line says of the same files.
 */
let folder: string;
let keeper: Shopkeeper;
let page: Page;
const requests: string[] = [];
const errors: string[] = [];

const inShop = (name: string) => join(folder, name);
const exportsInput = () => page.locator('input[type=file]');
const drawn = () => page.waitForFunction(() => document.documentElement.dataset.ready === 'true');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-review-'));
  expect(await practice(['--buyers', '220', '--seed', '5', '--out', folder, '--lang', 'en'])).toBe(0);
  await overlapping();
  keeper = await launchChromium({ lang: 'en' });
  await restore(inShop('book.json'));
  keeper.context.on('request', (request) => requests.push(request.url()));
  page = await keeper.context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await gotoReady(page, keeper.page('notebook.html?lang=en'));
}, 120_000);

afterAll(async () => {
  await keeper?.close();
  if (keeper) await removeProfile(keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

/** Two exports of the same platform that share a third of their rows, as an owner's months do. */
async function overlapping(): Promise<void> {
  const bytes = await readFile(inShop('orders-taobao.csv'));
  const lines = bytes.toString('latin1').split('\r\n');
  const [head = '', ...rows] = lines.filter((line) => line !== '');
  const third = Math.floor(rows.length / 3);
  for (const [name, part] of [
    ['early.csv', rows.slice(0, third * 2)],
    ['late.csv', rows.slice(third)],
  ] as const) {
    await writeFile(inShop(name), Buffer.from(`${[head, ...part].join('\r\n')}\r\n`, 'latin1'));
  }
}

/** Puts a backup into the empty book, as a new computer would. */
async function restore(book: string): Promise<void> {
  const options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  const loaded = options.waitForEvent('load');
  await options.getByLabel('Restore a backup').setInputFiles(book);
  await loaded;
  await options.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await options.close();
}

/** What the page holds, by its own button. */
async function numbers(): Promise<Review> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the numbers' }).click();
  return JSON.parse(await readFile(await (await download).path(), 'utf8')) as Review;
}

/** What the command line says of the same files on the same day. */
async function onTheCommandLine(files: readonly string[], more: readonly string[]): Promise<Review> {
  const printed: string[] = [];
  const io = {
    ...nodeIo('', new AbortController().signal),
    stdout: (text: string) => void printed.push(text),
    stderr: () => undefined,
  };
  const names = files.map((name) => inShop(name));
  expect(await run([...names, '--lang', 'en', '--format', 'json', '--no-progress', ...more], io)).toBe(0);
  return JSON.parse(printed.join('')) as Review;
}

/** Browser and Node differ in the last bits of exp and log; so many figures are compared. */
function rounded(value: unknown, figures = 9): unknown {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'number' ? Number(one.toPrecision(figures)) : one,
  );
}

/** The value section without its simulated ranges: one last bit turns a draw another way. */
function withoutDraws({ clv }: Review) {
  if (clv === null) throw new Error('This shop is large enough for an estimate.');
  const total = { ...clv.total, interval: null };
  return { ...clv, total, customers: clv.customers.top.map(({ interval: _, ...row }) => row) };
}

async function canvasesDrawn(): Promise<readonly boolean[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('canvas')].map((canvas) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value !== 0);
    }),
  );
}

describe('the review over the book', () => {
  test('stands, with one heading, its lists and its figures drawn', async () => {
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.locator('.lists .list').count()).toBe(3);
    // Figures are drawn one after the other, for the page to stay live.
    await expect.poll(canvasesDrawn).not.toContain(false);
    expect((await canvasesDrawn()).length).toBeGreaterThan(3);
  });

  test('has a size of its own, not the small one Chrome gives to extension pages', async () => {
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('16px');
    expect(
      await page
        .locator('.cell-body p')
        .first()
        .evaluate((p) => getComputedStyle(p).fontSize),
    ).toBe('16px');
  });

  test('has no serious accessibility fault', async () => {
    expect(await seriousViolations(page)).toEqual([]);
  });
});

describe('exports added on the page', () => {
  test('an unknown file is named, with what can be done here; the review stays', async () => {
    await exportsInput().setInputFiles({
      name: 'notes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('colour,size\nred,3\nblue,4\n'),
    });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const text = await alert.innerText();
    expect(text).toContain('notes.csv');
    expect(text).toContain('colour');
    expect(text).not.toContain('--map');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  test('progress is shown, Cancel stops it, and what was there stays', async () => {
    const before = await page.getByRole('heading', { level: 1 }).innerText();
    await page.evaluate(() => {
      // Progress lives for moments: the page is asked to press Cancel the moment it can.
      const watch = new MutationObserver(() => {
        const button = document.querySelector<HTMLButtonElement>('.working button');
        if (!button || !document.querySelector('progress')) return;
        watch.disconnect();
        // Over the letter, which is neither pushed down by it nor up at the end.
        document.body.dataset.progressStood = getComputedStyle(document.querySelector('.working')!).position;
        button.click();
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    await exportsInput().setInputFiles([inShop('early.csv'), inShop('late.csv')]);
    await page.getByText('Stopped.').waitFor();
    expect(await page.locator('body').getAttribute('data-progress-stood')).toBe('fixed');
    expect(await page.locator('progress').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(before);
  });

  test('two overlapping exports count once, and the numbers are those of the command line', async () => {
    await page.getByRole('button', { name: 'Compute again' }).click();
    await page.getByText('late.csv').first().waitFor({ timeout: 30_000 });
    const here = await numbers();
    const there = await onTheCommandLine(['book.json', 'early.csv', 'late.csv'], ['--tz', here.tz]);
    expect(here.inputs.map((input) => [input.format, input.rows, input.used]).sort()).toEqual(
      there.inputs.map((input) => [input.format, input.rows, input.used]).sort(),
    );
    expect(here.orders?.duplicatesDropped).toBeGreaterThan(50);
    for (const part of [
      'asOf',
      'currency',
      'period',
      'orders',
      'repeat',
      'cohorts',
      'satisfaction',
      'promises',
      'goodwill',
      'gifts',
      'complaints',
      'findings',
      'week',
      'lists',
      'forecast',
      'people',
      'since',
      'platformScores',
      'waits',
      'wishes',
    ] as const) {
      expect(rounded(here[part] ?? null), part).toEqual(rounded(there[part] ?? null));
    }
    expect(rounded(withoutDraws(here), 6)).toEqual(rounded(withoutDraws(there), 6));
    here.clv?.total?.interval.forEach((bound, end) => {
      const other = there.clv?.total?.interval[end] ?? Number.NaN;
      expect(Math.abs(bound / other - 1)).toBeLessThan(0.15);
    });
  });

  test('a backup file added to the book is read together with it, and that is said', async () => {
    const promises = (await numbers()).promises;
    await exportsInput().setInputFiles(inShop('book.json'));
    await page.getByText('Several books were read as one').waitFor({ timeout: 30_000 });
    // The book's own backup adds nothing: the same records, counted once.
    expect((await numbers()).promises).toEqual(promises);
  });

  test('the page answers while it computes: no task of its own takes longer than 50 ms', async () => {
    const once = () =>
      longestTask(page, async () => {
        await page.evaluate(() => delete document.documentElement.dataset.ready);
        await page.getByRole('button', { name: 'Compute again' }).click();
        await drawn();
      });
    expect(await shortestOf(3, 50, once)).toBeLessThanOrEqual(50);
  });

  test('a number opens its rows, and a buyer among them opens in the panel', async () => {
    await page.locator('.findings button.number').first().focus();
    await page.keyboard.press('Enter');
    const rows = page.locator('.findings .rows-panel');
    await rows.locator('tbody tr').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    const opened = keeper.context.waitForEvent('page');
    await rows.locator('a.buyer').first().click();
    const panel = await opened;
    await panel.getByRole('heading', { level: 1 }).waitFor();
    await panel.close();
    await rows.press('Escape');
    expect(await rows.count()).toBe(0);
  });
});

describe('what the week leads to', () => {
  test('decisions are written into the book and are there again', async () => {
    const second = page.getByRole('textbox', { name: 'Decision 2' });
    await second.fill('Ask the kiln for stronger boxes');
    await second.press('Enter');
    await page.locator('.decisions').getByText('Saved').waitFor();
    await page.reload();
    await drawn();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Decision 2' }).inputValue())
      .toBe('Ask the kiln for stronger boxes');
  });

  test('the saved page is one file with pictures, without script, and keeps what was decided', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the page' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^weekly-review-\d{4}-W\d{2}\.html$/);
    const html = await readFile(await saved.path(), 'utf8');
    expect(html).not.toMatch(/<script|<input|(src|href)=["']https?:|url\(["']?https?:/);
    expect(html.match(/<img src="data:image\/png/g)?.length).toBe(await page.locator('canvas').count());
    expect(html).toContain('Ask the kiln for stronger boxes');
  });

  test('saved to be handed on it holds none of the owner’s own words, and the page stays as it was (F-63)', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to share' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/-shared\.html$/);
    const html = await readFile(await saved.path(), 'utf8');
    expect(html).toContain('<img src="data:image/png');
    expect(html).not.toContain('Ask the kiln for stronger boxes');
    await expect
      .poll(() =>
        page.locator('.letter input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      )
      .toContain('Ask the kiln for stronger boxes');
  });
});

test('an empty book beside an imported backup shows the promises, gifts and visits of that backup', async () => {
  const other = await launchChromium({ lang: 'en' });
  try {
    const empty = await other.context.newPage();
    await gotoReady(empty, other.page('notebook.html?lang=en'));
    await empty.locator('input[type=file]').setInputFiles(inShop('book.json'));
    await empty.getByRole('heading', { name: 'Promises', exact: true }).waitFor({ timeout: 30_000 });
    for (const name of ['Gifts and discounts', 'Satisfaction']) {
      await empty.getByRole('heading', { name, exact: true }).waitFor();
    }
  } finally {
    await other.close();
    await removeProfile(other.profile);
  }
});

test('nothing was asked of anybody, and nothing broke', () => {
  expect(requests.filter((url) => !/^(chrome-extension|blob|data):/.test(url))).toEqual([]);
  expect(errors).toEqual([]);
});
