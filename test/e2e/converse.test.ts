import type { ChatState } from '@extension/messaging/chat-state';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askTab, tabOf } from './support/browser';
import { launchChromium, removeProfile, type Shopkeeper } from './support/chromium';
import { type ConversePage, fetchConverse, serveConverse } from './support/converse';
import { gotoReady } from './support/counter';
import { buyerOf, heading, record, region, status, waitForText } from './support/panel';
import { type Buyer, type ChatServer, hasProsody, startProsody } from './support/prosody';

/**
 * A chat application nobody made for us, on a real server, with buyers who log in and write: no address or title
 * changes with the buyer, the same buyer stands in two groups of the list, and all messages stand on one side.
 */
const NAMES = { a1001: '小雨林', a1002: '阿强师傅', a1003: '王阿姨' } as const;

const dist = hasProsody() ? fetchConverse() : null;
if (!hasProsody()) console.log('skipped: Converse as client, because no prosody is installed.');
else if (!dist) console.log('skipped: Converse as client, because its package could not be fetched.');

describe.skipIf(!dist)('beside Converse', () => {
  let server: ChatServer;
  let client: ConversePage;
  let keeper: Shopkeeper;
  let options: Page;
  let chat: Page;
  let panel: Page;
  let tab: number;
  let rain: Buyer;
  let master: Buyer;

  const row = (id: keyof typeof NAMES) => chat.locator(`[data-jid="${id}@localhost"]`).first();
  const state = async (): Promise<ChatState | undefined> => (await askTab(options, tab))?.state;
  const box = () => chat.locator('textarea.chat-textarea');

  beforeAll(async () => {
    // Converse asks its own makers for what it has not been given.
    const standsFor = ['conversejs.org'];
    [server, keeper] = await Promise.all([startProsody(NAMES), launchChromium({ lang: 'en', standsFor })]);
    client = await serveConverse(dist as string, server.websocket);
    options = await keeper.context.newPage();
    await gotoReady(options, keeper.page('options.html?lang=en'));
    await options.getByLabel('Import a site').setInputFiles('test/fixtures/chat/converse/adapter.json');
    await options.getByText('1 site imported').waitFor();
    chat = await keeper.context.newPage();
    await chat.goto(client.url);
    await row('a1003').waitFor();
    [rain, master] = await Promise.all([server.buyer('a1001'), server.buyer('a1002')]);
    tab = await tabOf(options, client.url);
    panel = await keeper.context.newPage();
    await gotoReady(panel, keeper.page(`sidepanel.html?lang=en&tab=${tab}`));
  }, 120_000);

  afterAll(async () => {
    await keeper?.close();
    client?.close();
    await server?.close();
    if (keeper) await removeProfile(keeper.profile);
  });

  test('nobody is open; those who write are seen to wait', async () => {
    await waitForText(status(panel), 'No conversation open');
    /** The greatest count beside a name: whoever is new stands in two groups. */
    const unread = async (name: string) =>
      Math.max(0, ...((await state())?.rows ?? []).filter((it) => it.name === name).map((it) => it.unread));
    rain.say('在吗');
    await expect.poll(() => unread('小雨林')).toBe(1);
    rain.say('能便宜点吗');
    await expect.poll(() => unread('小雨林')).toBe(2);
    master.say('什么时候发货');
    await expect.poll(() => unread('阿强师傅')).toBe(1);
    const waiting = (await state())?.rows?.find(({ name }) => name === '小雨林');
    expect(waiting).toMatchObject({ unread: 2, waitExact: false, key: 'a1001@localhost' });
    expect(waiting?.waitingSince).not.toBeNull();
  });

  test('the one who is opened opens in the panel, with what was said and by whom', async () => {
    await chat.bringToFront();
    await row('a1001').click();
    await expect.poll(() => buyerOf(panel)).toBe('converse/a1001@localhost');
    await waitForText(heading(panel), '小雨林');
    await waitForText(status(panel), 'Connected');
    await box().fill('在的亲');
    await box().press('Enter');
    await expect.poll(() => rain.heard()).toEqual(['在的亲']);
    rain.say('好的');
    await expect
      .poll(async () => (await state())?.messages.map(({ side, text }) => `${side}: ${text}`))
      .toEqual(['buyer: 在吗', 'buyer: 能便宜点吗', 'seller: 在的亲', 'buyer: 好的']);
    expect((await state())?.messages.every(({ at }) => at !== null)).toBe(true);
  });

  test('what is owed goes into the box, and nobody hears of it until the seller sends it', async () => {
    await panel.bringToFront();
    await record(panel, 'p', 'send a spare lid by Friday');
    await waitForText(region(panel, 'You owe'), /spare lid/);
    await heading(panel).click();
    // A message the panel has not heard of yet makes it say "press again": a hidden tab may tell a second late.
    await expect
      .poll(
        async () => {
          await panel.keyboard.press('f');
          return box().inputValue();
        },
        { interval: 1000 },
      )
      .toMatch(/spare lid/);
    expect(rain.heard()).toEqual(['在的亲']);
    await chat.bringToFront();
    await box().press('Enter');
    await expect.poll(() => rain.heard().join('\n')).toMatch(/spare lid/);
  });

  test('a switch is followed, back and forth; no message goes over to the other', async () => {
    for (const [id, other] of [
      ['a1002', '能便宜点吗'],
      ['a1001', '什么时候发货'],
      ['a1002', '能便宜点吗'],
    ] as const) {
      await row(id).click();
      await expect.poll(() => buyerOf(panel)).toBe(`converse/${id}@localhost`);
      await expect.poll(async () => (await state())?.messages.length).toBeGreaterThan(0);
      const seen = await state();
      expect(seen?.buyer?.key).toBe(`${id}@localhost`);
      expect(seen?.messages.map(({ text }) => text)).not.toContain(other);
    }
  });

  test('without a description of it: the name that row and header agree on, and the box', async () => {
    await options.bringToFront();
    await options
      .getByRole('listitem')
      .filter({ hasText: 'Converse' })
      .getByRole('button', { name: 'Remove' })
      .click();
    await waitForText(status(panel), 'Not a chat page');
    await options.getByText('Follow a page that is not listed').click();
    await options.getByLabel('Address of the chat page').fill(client.url);
    await options.getByRole('button', { name: 'Follow this address' }).click();
    await expect.poll(async () => (await state())?.adapterId).toMatch(/^page-/);
    await chat.bringToFront();
    await row('a1001').click();
    await expect.poll(async () => (await state())?.buyer?.name).toBe('小雨林');
    const seen = await state();
    expect(seen?.won).toMatchObject({ composer: 'generic', messages: 'generic' });
    expect(seen?.messages.map(({ text }) => text)).toEqual(expect.arrayContaining(['能便宜点吗', '在的亲']));
    await row('a1002').click();
    await expect.poll(async () => (await state())?.buyer?.name).toBe('阿强师傅');
  });
});
