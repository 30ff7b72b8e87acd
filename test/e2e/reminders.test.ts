import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopWorkers } from './support/browser';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { gotoReady } from './support/counter';
import { findBuyer, record } from './support/panel';
import { writeSmallBook } from './support/small-book';

// Tries F-19, F-23, F-61 of test/faults.md.

/** What is due or late is told by badge and notification, whatever happens to the worker that tells it. */
const PHONE = '13812345678';
const SECRET = 'replace the cracked lid';

let folder: string;
let keeper: Shopkeeper;
let options: Page;

/** The parts of the browser a reminder shows in, asked from one of the extension's own pages. */
interface Desktop {
  readonly action: { getBadgeText(details: object): Promise<string> };
  readonly notifications: {
    getAll(): Promise<object>;
    create(id: string, words: object): Promise<string>;
    clear(id: string): Promise<boolean>;
  };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: { readonly local: { remove(key: string): Promise<void> } };
  readonly alarms: { getAll(): Promise<readonly { readonly scheduledTime: number }[]> };
}
declare const chrome: {
  -readonly [Part in keyof Desktop]: { -readonly [Name in keyof Desktop[Part]]: Desktop[Part][Name] };
};
interface Heard {
  heard?: string;
}

const badge = () => options.evaluate(() => chrome.action.getBadgeText({}));
const shown = () => options.evaluate(async () => Object.keys(await chrome.notifications.getAll()));

async function openOptions(): Promise<void> {
  options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
}

/** Marks the running worker, to see later that another one lives. */
const mark = () =>
  keeper.context
    .serviceWorkers()
    .at(-1)
    ?.evaluate(() => {
      (globalThis as { marked?: boolean }).marked = true;
    });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-reminders-'));
  const book = join(folder, 'book.json');
  await writeSmallBook(book, [
    {
      name: PHONE,
      phone: PHONE,
      promises: [
        { what: SECRET, dueIn: -3 },
        { what: 'send the wrapping', dueIn: 0 },
      ],
    },
    { name: 'Shen Lan', promises: [{ what: 'call about the set', dueIn: 9 }] },
  ]);
  keeper = await launchChromium({ lang: 'en' });
  await openOptions();
  const loaded = options.waitForEvent('load');
  await options.getByLabel('Restore a backup').setInputFiles(book);
  await loaded;
}, 120_000);

afterAll(async () => {
  await keeper?.close().catch(() => undefined);
  if (keeper) await removeProfile(keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

describe('what is late and what is due', () => {
  test('stands on the badge, and the desktop is told once', async () => {
    await expect.poll(badge, { timeout: 10_000 }).toBe('2');
    await expect.poll(shown, { timeout: 10_000 }).toEqual(['promises']);
  });

  test('the worker has an alarm to look again', async () => {
    const alarms = () => options.evaluate(async () => (await chrome.alarms.getAll()).length);
    await expect.poll(alarms, { timeout: 10_000 }).toBe(1);
  });

  test('a promise recorded in the panel counts at once, one undone no more', async () => {
    const panel = await keeper.context.newPage();
    await gotoReady(panel, keeper.page('sidepanel.html?lang=en'));
    await findBuyer(panel, 'Shen Lan');
    await record(panel, 'p', 'write to her today');
    await expect.poll(badge, { timeout: 10_000 }).toBe('3');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(badge, { timeout: 10_000 }).toBe('2');
    await panel.close();
  });
});

describe('the worker is stopped', () => {
  test('and woken by the next record: the count is right again', async () => {
    await mark();
    await stopWorkers(options);
    const panel = await keeper.context.newPage();
    await gotoReady(panel, keeper.page('sidepanel.html?lang=en'));
    await findBuyer(panel, 'Shen Lan');
    await record(panel, 'p', 'look for the second cup today');
    await expect.poll(badge, { timeout: 15_000 }).toBe('3');
    const marked = await keeper.context
      .serviceWorkers()
      .at(-1)
      ?.evaluate(() => (globalThis as { marked?: boolean }).marked === true);
    expect(marked).toBe(false);
    await panel.close();
  });

  test('and woken by its alarm: what was typed a while ago is told', async () => {
    await options.evaluate(() => chrome.notifications.clear('promises'));
    await expect.poll(shown).toEqual([]);
    await stopWorkers(options);
    await expect.poll(shown, { timeout: 60_000, interval: 500 }).toEqual(['promises']);
  });
});

describe('the browser is closed and started again', () => {
  test.each(['once', 'and once more'])(
    '%s: badge and notification are there before any page of ours',
    async () => {
      await keeper.close();
      keeper = await launchChromium({ lang: 'en', profile: keeper.profile });
      const worker =
        keeper.context.serviceWorkers()[0] ?? (await keeper.context.waitForEvent('serviceworker'));
      await expect
        .poll(() => worker.evaluate(() => chrome.action.getBadgeText({})), { timeout: 20_000 })
        .toBe('3');
      const shownTo = () => worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
      await expect.poll(shownTo, { timeout: 20_000 }).toEqual(['promises']);
    },
  );
});

test('the notification says how many, and neither a phone nor what was promised', async () => {
  await openOptions();
  const worker = keeper.context.serviceWorkers().at(-1)!;
  // The browser does not give a notification's words back: they are heard on their way to it.
  await worker.evaluate(() => {
    const { create } = chrome.notifications;
    chrome.notifications.create = (id, words) => {
      (globalThis as Heard).heard = JSON.stringify(words);
      return create.call(chrome.notifications, id, words);
    };
  });
  const heard = async () => {
    // As often as it takes: a look that was under way may remember what it said after it was forgotten here.
    await options.evaluate(async () => {
      await chrome.storage.local.remove('told');
      await chrome.runtime.sendMessage({ type: 'book/changed', body: {} });
    });
    return worker.evaluate(() => (globalThis as Heard).heard ?? '');
  };
  await expect.poll(heard, { timeout: 10_000 }).toContain('Promises to keep');
  expect(await heard()).toContain('1 promise is late');
  expect(await heard()).toContain('138****5678');
  for (const personal of [PHONE, SECRET]) expect(await heard()).not.toContain(personal);
});
