import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@analysis/numerics/random';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchOptions, launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { DAMAGES } from './support/damage';
import { note, notesOf, openAtBuyer, settleBook } from './support/desk';
import { openForm, what } from './support/panel';
import { rowsOf } from './support/storage';

// Tries F-08, F-10 of test/faults.md.

/**
 * The book survives what happens to its database: killed, deleted, emptied, flipped, in both ways Chromium stores
 * one. Everything acknowledged is there afterwards, and where something had to be put right the owner is told.
 */
const REBUILT = /rebuilt from its journal: \d+ records, none missing/;

describe.each(['leveldb', 'sqlite'] as const)('in a browser that stores by %s', (backend) => {
  let profile: string;
  let keeper: Shopkeeper;
  const texts: string[] = [];

  async function start(): Promise<Page> {
    const options: LaunchOptions = { lang: 'en', profile, backend };
    keeper = await launchChromium(options);
    return openAtBuyer(keeper);
  }
  async function write(panel: Page, ...more: readonly string[]): Promise<void> {
    await note(panel, more, (text) => texts.push(text));
  }
  const told = async (panel: Page): Promise<string> =>
    (await panel.getByRole('alert').allInnerTexts()).join();
  const kept = async (panel: Page) => notesOf(await rowsOf(panel, 'notes'));

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'zhanggui-journal-'));
    keeper = await launchChromium({ lang: 'en', profile, backend });
    await settleBook(keeper);
    await write(await openAtBuyer(keeper), 'first', 'second');
    await keeper.close();
  });
  afterEach(async () => {
    await keeper.close().catch(() => undefined);
  });
  afterAll(() => removeProfile(profile));

  test('killed in the middle of a save, and the databases deleted meanwhile: all of it is back, and told', async () => {
    const first = await start();
    await write(first, 'third');
    await openForm(first, 'n', 'half-way');
    await first.keyboard.press('Enter');
    await keeper.kill();
    DAMAGES[backend]['the folder is gone']!(profile, Math.random);
    const panel = await start();
    const found = await kept(panel);
    expect(found.filter((text) => text !== 'half-way')).toEqual(texts.toSorted());
    if (found.includes('half-way')) texts.push('half-way');
    await expect.poll(() => told(panel)).toMatch(REBUILT);
    await panel.getByRole('button', { name: 'Got it' }).click();
    await write(panel, 'fourth');
    await panel.reload();
    await panel.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    expect(await told(panel)).not.toMatch(REBUILT);
  });

  test('flipped in its files: the same', async () => {
    const [, damage] = Object.entries(DAMAGES[backend]).find(([name]) => name.includes('flipped'))!;
    damage(profile, seededRandom(7));
    const panel = await start();
    await expect.poll(() => kept(panel).catch(() => [])).toEqual(texts.toSorted());
    await write(panel, 'fifth');
    expect(await kept(panel)).toEqual(texts.toSorted());
  });

  test('emptied in silence: the page finds out by itself, and loads again over the book', async () => {
    const before = await start();
    await before.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      for (const { name } of await indexedDB.databases()) {
        if (!name?.startsWith('zhanggui-book')) continue;
        const db = await asked(indexedDB.open(name));
        for (const store of db.objectStoreNames) {
          await asked(db.transaction(store, 'readwrite').objectStore(store).clear());
        }
        db.close();
      }
    });
    await keeper.close();
    keeper = await launchChromium({ lang: 'en', profile, backend });
    const panel = await keeper.context.newPage();
    await panel.goto(keeper.page('sidepanel.html?lang=en&all=1'));
    await expect.poll(() => told(panel).catch(() => '')).toMatch(REBUILT);
    await expect.poll(() => kept(panel).catch(() => [])).toEqual(texts.toSorted());
  });

  test('written in two windows of which the writing one is closed on the way: nothing is lost', async () => {
    const one = await start();
    const two = await openAtBuyer(keeper);
    await write(one, 'one a');
    await write(two, 'two a');
    await openForm(two, 'n', 'two b');
    // The page that holds the journal goes at the moment the other one saves.
    await Promise.all([two.keyboard.press('Enter'), one.close()]);
    texts.push('two b');
    await expect.poll(() => what(two).count()).toBe(0);
    await write(two, 'two c');
    expect(await kept(two)).toEqual(texts.toSorted());
  });
});
