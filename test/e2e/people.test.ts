import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './support/axe';
import { removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter, panelInTab } from './support/counter';
import { buyerOf, heading, openForm, record, region, waitForText, what } from './support/panel';

// Tries F-61 of test/faults.md.

/** The buyer's file, whoever stands behind it, leads, wishes and product cards, by keyboard beside the real chat. */
const ANNA = '8240318204918';
const OTHER = '8240317755120';
const PHONE = '13800138000';

let counter: Counter;
let panel: Page;
let shop: Page;

beforeAll(async () => {
  counter = await openCounter({ lang: 'en', query: 'scenario=calm&speed=0' });
  panel = await panelInTab(counter);
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

async function open(uid: string): Promise<void> {
  // A tab behind another one is drawn once a second.
  await panel.bringToFront();
  await counter.page.open(uid);
  await expect.poll(() => buyerOf(panel)).toContain(uid);
}
const line = (name: string) => region(panel, 'Profile').locator('.profile > div', { hasText: name }).first();

describe('a product card', () => {
  test('is written on the shop page by keyboard, sold out, and Ctrl-Z takes that back', async () => {
    shop = await counter.keeper.context.newPage();
    await gotoReady(shop, counter.keeper.page('shop.html?lang=en#products'));
    await shop.getByRole('button', { name: 'New product card' }).click();
    await shop.keyboard.type('Oolong');
    await shop.getByLabel('Other names').fill('wulong, blue tea');
    await shop.getByLabel('Care', { exact: true }).fill('keep it dry, away from light');
    await shop.getByLabel('Price', { exact: true }).fill('88');
    await shop.getByLabel('Floor price (private)').fill('70');
    await shop.keyboard.press('Enter');
    const card = shop.getByRole('checkbox', { name: 'Sold out: Oolong' });
    await card.check();
    await shop.getByText('Sold out: Oolong').waitFor();
    await shop.keyboard.press('Control+z');
    await expect.poll(() => card.isChecked()).toBe(false);
  });

  test('answers in the chat what the buyer asks, and is filled, not sent', async () => {
    await open(ANNA);
    await openForm(panel, 'q', 'how do I keep wulong?');
    const card = panel.getByRole('article', { name: 'Oolong' });
    await waitForText(card, /Floor ¥70/);
    await card.getByRole('button', { name: 'Put in reply: Care' }).click();
    await expect.poll(() => counter.page.draft()).toBe('keep it dry, away from light');
    expect((await counter.page.sent()).map(({ text }) => text)).not.toContain('keep it dry, away from light');
    await panel.getByLabel('What do they ask?').press('Escape');
    await panel.getByRole('button', { name: 'Promise', exact: true }).waitFor();
  });
});

describe('behind the buyer', () => {
  test('O records a person, L a lead, H a wish', async () => {
    await openForm(panel, 'o', 'the baby');
    await panel.getByLabel('Born').fill('8 months');
    await panel.keyboard.press('Enter');
    await waitForText(region(panel, 'People'), /the baby\s+8 months/);
    await openForm(panel, 'l', 'a pound of wulong');
    await panel.getByRole('textbox', { name: 'Amount' }).fill('60');
    await waitForText(panel.locator('.form .private'), /¥10 below it/);
    await panel.getByRole('textbox', { name: 'Due' }).fill('5 December');
    await panel.keyboard.press('Enter');
    await waitForText(region(panel, 'Leads'), /a pound of wulong\s+wished ¥60/);
    await record(panel, 'h', 'a smaller tin');
    await waitForText(region(panel, 'Wishes'), /a smaller tin/);
    await waitForText(
      shop.getByRole('region', { name: 'What buyers wished for' }),
      /a smaller tin\s+1 buyer/,
    );
  });

  test('a lead is followed up and ends; the log keeps what was said', async () => {
    const leads = region(panel, 'Leads');
    await leads.getByRole('button', { name: 'Follow up' }).click();
    await panel.keyboard.type('asks her husband first');
    await panel.keyboard.press('Enter');
    await waitForText(
      leads.getByRole('list', { name: /^Follow-up log/ }),
      /Deciding · Chat asks her husband/,
    );
    await leads.getByRole('button', { name: 'Did not buy' }).click();
    await expect.poll(() => leads.getByRole('button', { name: 'Follow up' }).count()).toBe(0);
    await panel.getByRole('button', { name: 'Undo', exact: true }).click();
    await leads.getByRole('button', { name: 'Follow up' }).waitFor();
  });
});

describe("the buyer's file", () => {
  test('is edited by click, Enter and Esc', async () => {
    await line('Area').getByRole('button').click();
    await panel.keyboard.type('Hangzhou');
    await panel.keyboard.press('Enter');
    await waitForText(line('Area'), /Hangzhou/);
    await line('Area').getByRole('button').click();
    await panel.keyboard.type('nowhere');
    await panel.keyboard.press('Escape');
    await waitForText(line('Area'), /Hangzhou/);
    await line('Phone').getByRole('button').click();
    await panel.keyboard.type(PHONE);
    await panel.keyboard.press('Enter');
    await waitForText(line('Phone'), /138\*{4}8000/);
  });

  test('hides the phone until asked, and again for the next buyer', async () => {
    const html = () => panel.evaluate(() => document.documentElement.outerHTML);
    expect(await html()).not.toContain(PHONE);
    await line('Phone').getByRole('button', { name: 'Phone: show' }).click();
    await waitForText(line('Phone'), new RegExp(PHONE));
    await open(OTHER);
    await open(ANNA);
    await waitForText(line('Phone'), /138\*{4}8000/);
    expect(await html()).not.toContain(PHONE);
  });

  test('is joined with another one after a look, and old chats lead to it; Ctrl-Z parts them', async () => {
    await open(OTHER);
    await record(panel, 'n', 'likes strong tea');
    const name = await heading(panel).innerText();
    await open(ANNA);
    await region(panel, 'Profile').getByRole('button', { name: 'Join with another file' }).click();
    await panel.keyboard.type(name);
    await region(panel, 'Profile').locator('.people-found button').first().click();
    await panel.getByText(/Moves here: .*Notes 1/).waitFor();
    await panel.getByRole('button', { name: 'Make it one file' }).click();
    await panel.getByText('likes strong tea').first().waitFor();
    await open(OTHER);
    await waitForText(region(panel, 'People'), /the baby/);
    await panel.getByRole('button', { name: `Part again: ${name}` }).waitFor();
    await heading(panel).click();
    await panel.keyboard.press('Control+z');
    await expect.poll(() => region(panel, 'People').innerText()).not.toContain('the baby');
    await panel.getByText('likes strong tea').first().waitFor();
    expect(await what(panel).count()).toBe(0);
  });

  test('stands the machine check with every region open, and so does the shop page', async () => {
    expect(await seriousViolations(panel)).toEqual([]);
    expect(await seriousViolations(shop)).toEqual([]);
  });
});
