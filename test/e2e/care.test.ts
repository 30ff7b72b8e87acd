import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter, panelInTab } from './support/counter';
import { buyerOf, openForm, region, status, waitForText, what } from './support/panel';

/** Keeping in touch, by keyboard in the real panel: a date, what runs out, who waits, who brought whom, a visit. */
const STRANGER = '8240318204918';

let counter: Counter;
let panel: Page;

beforeAll(async () => {
  counter = await openCounter({ lang: 'en', query: 'scenario=calm&speed=0' });
  panel = await panelInTab(counter);
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

/** A letter, the words, more fields, Enter. */
async function record(letter: string, words: string, more: Readonly<Record<string, string>>): Promise<void> {
  await openForm(panel, letter, words);
  for (const [label, value] of Object.entries(more))
    await panel.getByRole('textbox', { name: label, exact: true }).fill(value);
  await panel.keyboard.press('Enter');
  await expect.poll(() => what(panel).count()).toBe(0);
}

describe('in the panel', () => {
  test('beside a buyer never met', async () => {
    await counter.page.open(STRANGER);
    await expect.poll(() => buyerOf(panel)).toContain(STRANGER);
    await waitForText(status(panel), 'Connected');
  });

  test('B keeps a lunar date and says when it falls and by when to send', async () => {
    await openForm(panel, 'b', "mother's birthday");
    const day = panel.getByRole('textbox', { name: 'Day of the year' });
    await day.fill('闰六月初一');
    await expect.poll(() => panel.getByRole('combobox', { name: 'Calendar' }).inputValue()).toBe('lunar');
    await waitForText(panel.getByRole('form', { name: 'Date' }), /→ .*, in \d+ days/);
    await panel.keyboard.press('Enter');
    await waitForText(
      region(panel, 'Dates'),
      /mother's birthday[\s\S]*lunar 6-1, leap month[\s\S]*in \d+ days/,
    );
  });

  test('a day that is none is not saved, and the words stay', async () => {
    await openForm(panel, 'b', 'a day');
    await panel.getByRole('textbox', { name: 'Day of the year' }).fill('2-30');
    await panel.keyboard.press('Enter');
    await panel.getByRole('alert').waitFor();
    expect(await what(panel).inputValue()).toBe('a day');
    await panel.keyboard.press('Escape');
    await expect.poll(() => what(panel).count()).toBe(0);
  });

  test('U works out when it runs out; words for it are prepared for a week before', async () => {
    await record('u', 'milk powder', { 'How much': '900', 'Used a day': '30' });
    await waitForText(region(panel, 'Running out'), /milk powder[\s\S]*30 days left/);
    await region(panel, 'Running out').getByRole('button', { name: 'Tell them in time' }).click();
    await region(panel, 'Running out').getByRole('textbox', { name: 'Words' }).press('Enter');
    await waitForText(panel.locator('.toast'), /^Prepared for/);
    await panel.keyboard.press('Control+z');
    await waitForText(panel.locator('.toast'), 'Undone');
  });

  test('S writes down what they wait for, E whom they brought; a bad visit opens a complaint', async () => {
    await record('s', 'white mug', { 'How many': '2' });
    await waitForText(region(panel, 'Waiting for goods'), /white mug[\s\S]*×2[\s\S]*Waiting/);
    await openForm(panel, 'e', '').catch(() => undefined);
    await panel.keyboard.type('Cousin Lee');
    await panel.getByRole('textbox', { name: 'For the other' }).fill('a sample');
    await panel.keyboard.press('Enter');
    await waitForText(region(panel, 'Referrals'), /Brought Cousin Lee[\s\S]*a sample[\s\S]*Named/);
    await openForm(panel, 'v', 'the lid leaks');
    await panel.getByRole('radiogroup', { name: 'Goods' }).getByRole('radio').first().check();
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await panel.getByRole('form', { name: 'Complaint' }).waitFor();
    expect(await what(panel).inputValue()).toMatch(/Goods 1[\s\S]*the lid leaks/);
    await panel.keyboard.press('Escape');
    await waitForText(region(panel, 'Visits'), /the lid leaks[\s\S]*Goods 1/);
  });
});

describe('on the page of the shop', () => {
  test('the waiting list tells all in the order they asked', async () => {
    const shop = await counter.keeper.context.newPage();
    await gotoReady(shop, counter.keeper.page('shop.html?lang=en#waiting'));
    const goods = shop.getByRole('region', { name: 'white mug' });
    await goods.getByRole('textbox', { name: 'How many came' }).fill('2');
    await goods.getByRole('textbox', { name: 'How many came' }).press('Enter');
    await waitForText(goods, /Being told[\s\S]*Is there, to be told/);
    await waitForText(shop.locator('.toast'), /1 message prepared/);
    await shop.close();
    await waitForText(panel.locator('main'), /the white mug you asked about is here again/);
  });

  test('a rule is written with Enter, stands in the list, and is taken back by one undo', async () => {
    const shop = await counter.keeper.context.newPage();
    await gotoReady(shop, counter.keeper.page('shop.html?lang=en#rules'));
    await shop.getByRole('button', { name: 'New rule' }).click();
    await shop.keyboard.type('small gift');
    await shop.getByRole('combobox', { name: 'Gives' }).selectOption('gift');
    await shop.getByRole('textbox', { name: 'Which gift' }).fill('tea');
    await shop.getByRole('textbox', { name: 'Which gift' }).press('Enter');
    const rules = shop.getByRole('region', { name: 'Rules of the shop' });
    await waitForText(rules, /small gift[\s\S]*grade A[\s\S]*Gift tea[\s\S]*every 30 days/);
    await shop.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await waitForText(rules, /No rule yet/);
    await shop.close();
  });
});
