import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter, panelInTab } from './support/counter';
import { buyerOf, openForm, record, region, status, waitForText, what } from './support/panel';

/** A damaged parcel, by keyboard in the real panel: heard, answered, pictures, sent anew; then a guarantee. */
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

const complaints = () => region(panel, 'Complaints');

/** A picture larger than is kept, drawn by the browser and pasted as from the clipboard. */
async function pastePicture(): Promise<void> {
  await panel.evaluate(async () => {
    const canvas = new OffscreenCanvas(2600, 1200);
    const context = canvas.getContext('2d');
    context?.fillRect(0, 0, 900, 900);
    const file = new File([await canvas.convertToBlob()], 'broken.png', { type: 'image/png' });
    const clipboardData = new DataTransfer();
    clipboardData.items.add(file);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
}

describe('a complaint', () => {
  test('beside a buyer never met', async () => {
    await counter.page.open(STRANGER);
    await expect.poll(() => buyerOf(panel)).toContain(STRANGER);
    await waitForText(status(panel), 'Connected');
  });

  test('C writes it down, J puts the first answer into the reply box; unsent it is no answer yet', async () => {
    await openForm(panel, 'c', 'the spout is broken');
    await panel.getByRole('combobox', { name: 'Kind' }).selectOption('transit');
    await panel.getByRole('textbox', { name: 'Responsible' }).fill('courier');
    await panel.getByRole('textbox', { name: 'Responsible' }).press('Enter');
    await waitForText(complaints(), /the spout is broken[\s\S]*First answer now[\s\S]*Report the remedy by/);
    await panel.getByRole('heading', { level: 1 }).click();
    await panel.keyboard.press('j');
    await waitForText(complaints(), /First answer to be sent/);
    await waitForText(region(panel, 'You owe'), /Answer the complaint: the spout is broken/);
  });

  test('the sheet: heard in its order, a picture pasted, opened large, removed and brought back', async () => {
    await complaints().getByRole('button', { name: 'The sheet' }).click();
    await complaints().getByRole('checkbox', { name: 'Heard the buyer out' }).check();
    const one = complaints().getByRole('img', { name: 'Picture 1' });
    await pastePicture();
    await one.waitFor();
    expect(await one.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2000);
    await one.click();
    await panel.getByRole('dialog', { name: 'Picture' }).waitFor();
    await panel.keyboard.press('Escape');
    await panel.getByRole('dialog').waitFor({ state: 'detached' });
    await complaints().getByRole('button', { name: 'Remove picture 1' }).click();
    await one.waitFor({ state: 'detached' });
    await panel.keyboard.press('Control+z');
    await one.waitFor();
    await complaints().getByRole('textbox', { name: 'Claim by' }).fill('tomorrow');
    await complaints().getByRole('button', { name: 'Claimed' }).click();
    await waitForText(complaints(), /claimed \d\d-\d\d/);
    await complaints().getByRole('button', { name: 'The sheet' }).click();
  });

  test('sent anew is promised and lies on the packing table without an order', async () => {
    await complaints().getByRole('button', { name: 'Remedy', exact: true }).click();
    await panel.keyboard.type('a new kettle');
    await complaints().getByRole('combobox', { name: 'Still owed' }).selectOption('replace');
    await complaints().getByRole('textbox', { name: 'Due' }).fill('tomorrow');
    await panel.keyboard.press('Enter');
    await waitForText(complaints(), /→ a new kettle[\s\S]*Remedied/);
    const table = await counter.keeper.context.newPage();
    await gotoReady(table, counter.keeper.page('packing.html?lang=en'));
    await waitForText(table.locator('main'), /without an order[\s\S]*a new kettle/);
    await table.close();
    await complaints().getByRole('button', { name: 'Buyer says it is well' }).click();
    await waitForText(complaints(), /Closed by the buyer[\s\S]*Ask again by/);
    await complaints().getByRole('button', { name: 'Ask again' }).click();
    await panel.keyboard.type('all well');
    await panel.keyboard.press('Enter');
    await expect.poll(() => complaints().getByRole('button', { name: 'Ask again' }).count()).toBe(0);
  });
});

describe('a guarantee', () => {
  test('W records it; nothing is exchanged before the hand-over is complete', async () => {
    await openForm(panel, 'w', 'kettle');
    await panel.getByRole('button', { name: '365 days' }).click();
    await panel.getByRole('textbox', { name: 'What' }).press('Enter');
    await expect.poll(() => what(panel).count()).toBe(0);
    const guarantees = region(panel, 'Guarantees');
    await guarantees.getByRole('button', { name: 'Exchange', exact: true }).click();
    const done = guarantees.getByRole('button', { name: 'Exchanged' });
    expect(await done.isDisabled()).toBe(true);
    for (const line of [
      'Old papers taken back',
      'New papers put in',
      'The item is really new',
      'The buyer confirmed',
    ])
      await guarantees.getByRole('checkbox', { name: line }).click();
    await expect.poll(() => done.isDisabled()).toBe(false);
    await done.click();
    await waitForText(panel.locator('.toast'), 'Exchanged: kettle');
    expect(await done.count()).toBe(0);
    await panel.keyboard.press('Control+z');
    await waitForText(panel.locator('.toast'), 'Undone');
    await waitForText(guarantees, /Running/);
  });

  test('for the whole shop: how a day is counted, and who came back', async () => {
    await record(panel, 'n', 'a note');
    const shop = await counter.keeper.context.newPage();
    await gotoReady(shop, counter.keeper.page('shop.html?lang=en#aftersales'));
    await shop.getByRole('combobox', { name: 'One day is' }).selectOption('working');
    await waitForText(shop.locator('.toast'), /working day/);
    await waitForText(shop.locator('main'), /1 remedied, 0 of them[\s\S]*no new order yet/);
    await shop.close();
  });
});
