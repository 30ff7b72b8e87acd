import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeProfile } from './support/chromium';
import { type Counter, openCounter } from './support/counter';
import { buyerOf, heading, region, waitForText } from './support/panel';

/** What is promised in the chat is ready beside it, at one key; what is being written is looked at before it goes. */
const SHIP = '8240317990457';

let counter: Counter;

beforeAll(async () => {
  counter = await openCounter({ lang: 'zh-CN' });
}, 180_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

describe('beside a chat', () => {
  test('a promise just sent is ready with its day and words, and Enter puts it into the book', async () => {
    const { page, panel } = counter;
    await page.open(SHIP);
    await expect.poll(() => buyerOf(panel), { timeout: 10_000 }).toContain(SHIP);
    const place = panel.locator('.suggest-slot');
    const before = await place.boundingBox();
    await page.say(SHIP, '我是油皮，什么时候发货呀');
    await page.reply('亲，保证周五前给您发货');
    const offer = region(panel, '聊天里提到');
    await waitForText(offer, /承诺[\s\S]*周五[\s\S]*亲，保证周五前给您发货/);
    expect(await place.boundingBox()).toEqual(before);
    await expect.poll(() => offer.getAttribute('aria-busy')).not.toBe('true');
    await heading(panel).click();
    await panel.keyboard.press('Enter');
    await waitForText(region(panel, '答应过 TA 的'), '保证周五前给您发货');
    await expect.poll(() => offer.filter({ hasText: '保证周五前' }).count()).toBe(0);
  });

  test('a draft that crosses a red line is hinted at; the reply box stays the seller’s', async () => {
    const { chat, page, panel } = counter;
    await chat.locator('#reply-box').click();
    await chat.keyboard.type('好评返现5元，加我微信');
    await waitForText(panel.locator('.suggest-hint'), /好评返现|微信/);
    expect(await page.draft()).toBe('好评返现5元，加我微信');
  });
});
