import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './support/axe';
import { tabOf } from './support/browser';
import { removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter } from './support/counter';
import { cutOff } from './support/cut';
import { buyerOf, heading, openForm, record, region, waitForText } from './support/panel';

/** The ledger as its user keeps it, by keyboard beside the practice chat: promises, discounts, proof, promotions. */
const BUYER = '8240318204918';
const LOOKS = '.output/looks';

let counter: Counter;
let panel: Page;

async function press(key: string): Promise<void> {
  await heading(panel).click();
  await panel.keyboard.press(key);
}

beforeAll(async () => {
  await mkdir(LOOKS, { recursive: true });
  counter = await openCounter({ lang: 'en', query: 'scenario=calm&speed=0' });
  panel = counter.panel;
  await counter.page.open(BUYER);
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

describe('a promise', () => {
  test('waits for its condition by one click on its words', async () => {
    await expect.poll(() => buyerOf(panel), { timeout: 10_000 }).toContain(BUYER);
    await openForm(panel, 'p', 'a bigger sample');
    await panel.getByRole('button', { name: 'next order', exact: true }).click();
    await panel.getByRole('textbox', { name: 'What' }).press('Enter');
    await waitForText(region(panel, 'You owe'), /a bigger sample[\s\S]*with their next order/);
  });

  test('is put off by one key, and by two clicks; its words are unfolded', async () => {
    await record(panel, 'p', 'ship it tomorrow');
    const owed = region(panel, 'You owe');
    await press('z');
    await waitForText(owed, /put off until/);
    await owed.getByRole('button', { name: 'The words and more: ship it tomorrow' }).click();
    await owed.getByRole('button', { name: 'In 3 days' }).click();
    await waitForText(owed, /ship it tomorrow/);
    await panel.screenshot({ path: `${LOOKS}/ledger-fold-en.png` });
    await owed.getByRole('button', { name: 'The words and more: ship it tomorrow' }).click();
  });

  test('kept: the buyer is told with one key, and told once it was sent', async () => {
    const owed = region(panel, 'You owe');
    const row = owed.getByRole('listitem').filter({ hasText: 'ship it tomorrow' });
    await row.getByRole('button', { name: 'Kept' }).click();
    await waitForText(owed, /Tell them it is done/);
    await press('t');
    await expect.poll(() => counter.page.draft(), { timeout: 5000 }).toMatch(/on its way/);
    await counter.page.reply(await counter.page.draft());
    await expect.poll(() => owed.innerText(), { timeout: 10_000 }).not.toMatch(/Tell them/);
  });

  test('is a card on paper, with the name masked', async () => {
    const promises = region(panel, 'Promises');
    await promises.getByRole('button', { name: 'The words and more: ship it tomorrow' }).click();
    const href = await promises.getByRole('link', { name: 'Proof card' }).getAttribute('href');
    const proof = await counter.keeper.context.newPage();
    await gotoReady(proof, counter.keeper.page(href!.slice(1)));
    const card = proof.locator('.proof-card');
    await waitForText(card, /ship it tomorrow[\s\S]*Kept/);
    expect(await card.innerText()).toMatch(/Buyer\s+\S\*\*/);
    expect(await seriousViolations(proof)).toEqual([]);
    await proof.emulateMedia({ media: 'print' });
    expect(await proof.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await proof.screenshot({ path: `${LOOKS}/proof-print.png` });
    await proof.close();
    await counter.chat.bringToFront();
  });
});

describe('they say …', () => {
  test('is looked up as it is typed; Enter fills the polite answer, unsent', async () => {
    await record(panel, 'd', '10 off next time');
    const sent = (await counter.page.sent()).length;
    await openForm(panel, 'y', 'you promised 10 off');
    const form = panel.getByRole('form', { name: 'They say …' });
    await waitForText(form, /Said, and still owed/);
    await panel.screenshot({ path: `${LOOKS}/claim-en.png` });
    await panel.keyboard.press('Enter');
    // What the last test filled still stands in the box: it is asked first.
    await panel.getByRole('button', { name: 'Put in its place' }).click();
    await expect.poll(() => counter.page.draft(), { timeout: 5000 }).toMatch(/you are right/);
    expect((await counter.page.sent()).length).toBe(sent);
  });
});

describe('a promotion', () => {
  test('is checked, frozen once published, and a later version worse for buyers is named', async () => {
    const shop = await counter.keeper.context.newPage();
    await shop.setViewportSize({ width: 900, height: 1000 });
    await gotoReady(shop, counter.keeper.page('shop.html?lang=en#promotions'));
    await shop
      .getByLabel('The rule, as buyers will read it')
      .fill('spend 300 get 150. Final interpretation is ours.');
    await shop.getByLabel('Sales you expect from it').fill('20000');
    await shop.getByLabel('Margin, % of the price').fill('30');
    const check = shop.getByRole('form', { name: 'Check a promotion' });
    await waitForText(check, /¥9,900 · 66/);
    await waitForText(check, /-¥990[\s\S]*the last word/);
    await shop.screenshot({ path: `${LOOKS}/promotion-en.png`, fullPage: true });
    await shop.getByLabel('Name for yourself').press('Enter');
    await shop.getByRole('button', { name: 'Published today: freeze it' }).click();
    await waitForText(shop.locator('.promo-card'), /Published .*frozen/);
    await shop.getByRole('button', { name: 'A later version' }).click();
    const later = shop.getByRole('form', { name: 'A later version' });
    await later
      .getByLabel('The rule, as buyers will read it')
      .fill('spend 300 get 150, 10 off per 100 spent');
    await waitForText(later, /A condition of use was added/);
    await later.getByRole('button', { name: 'Put it beside what was published' }).click();
    await waitForText(shop.locator('.promo-card'), /Changed .*[\s\S]*Worse for buyers/);
    expect(await seriousViolations(shop)).toEqual([]);
    expect(await cutOff(shop)).toEqual([]);
    await shop.close();
  });
});

describe('in Chinese, 360 pixels wide', () => {
  test('nothing stands outside, on the pages and beside the chat', async () => {
    const look = await counter.keeper.context.newPage();
    await look.setViewportSize({ width: 360, height: 1100 });
    const fits = () => look.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    for (const tab of ['ledger', 'promotions']) {
      await gotoReady(look, counter.keeper.page(`shop.html?lang=zh-CN#${tab}`));
      await look.reload();
      await look.locator('section.part').first().waitFor();
      await look.screenshot({ path: `${LOOKS}/${tab}-zh.png`, fullPage: true });
      expect(await fits(), tab).toBe(true);
    }
    const tab = await tabOf(counter.options, `${counter.shop.url}/chat`);
    await gotoReady(look, counter.keeper.page(`sidepanel.html?lang=zh-CN&tab=${tab}`));
    await expect.poll(() => buyerOf(look), { timeout: 10_000 }).toContain(BUYER);
    await look
      .getByRole('button', { name: /^原话和更多：a bigger sample/ })
      .first()
      .click();
    await look.getByRole('button', { name: '过了周末' }).waitFor();
    await look
      .getByRole('button', { name: /^原话和更多：10 off/ })
      .last()
      .click();
    await look.getByRole('button', { name: '退差价' }).waitFor();
    await look.screenshot({ path: `${LOOKS}/folds-zh.png`, fullPage: true });
    expect(await fits(), 'folds').toBe(true);
    expect(await cutOff(look), 'folds').toEqual([]);
    for (const [key, words] of [
      ['y', '说好减20块的'],
      ['d', '下次减5块'],
      ['p', '到货告诉'],
      ['c', '壶盖碰了一个口'],
      ['k', '多裹两层'],
    ] as const) {
      await openForm(look, key, words);
      await look.screenshot({ path: `${LOOKS}/form-${key}-zh.png`, fullPage: true });
      expect(await fits(), key).toBe(true);
      expect(await cutOff(look), key).toEqual([]);
      await look.keyboard.press('Escape');
    }
    await look.close();
  });
});
