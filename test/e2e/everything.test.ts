import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeProfile } from './support/chromium';
import { type Counter, openCounter, panelInTab } from './support/counter';
import { buyerOf, heading, openForm, region, status, waitForText, what } from './support/panel';

/** `?all=1` shows every region and button at once, under the names that others look for. */
const STRANGER = '8240318204918';
const REGIONS = [
  'You owe',
  'Promises',
  'Discounts',
  'Packing',
  'Gifts',
  'Complaints',
  'Visits',
  'Orders',
  'Profile',
  'Timeline',
  'Queue',
];
const BUTTONS = ['Promise', 'Discount', 'Packing note', 'Gift', 'Complaint', 'Visit', 'Note', 'More', 'Undo'];

let counter: Counter;
let panel: Page;

beforeAll(async () => {
  counter = await openCounter({ lang: 'en', query: 'scenario=calm&speed=0' });
  panel = await panelInTab(counter, 'lang=en&all=1', 420);
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

async function missing(role: 'region' | 'button', names: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    names.map(async (name) =>
      (await panel.getByRole(role, { name, exact: true }).count()) === 1 ? [] : [name],
    ),
  );
  return found.flat();
}

describe('with everything asked for', () => {
  test('no buyer open: Today, the search and the line', async () => {
    await waitForText(status(panel), 'No conversation open');
    await waitForText(heading(panel), 'Today');
    await panel.getByRole('searchbox', { name: 'Find a buyer', exact: true }).waitFor();
    expect(await missing('region', ['Queue'])).toEqual([]);
  });

  test('a buyer never met: every region and button, once each', async () => {
    await counter.page.open(STRANGER);
    await expect.poll(() => buyerOf(panel)).toContain(STRANGER);
    await waitForText(status(panel), 'Connected');
    await expect.poll(() => missing('region', REGIONS), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => missing('button', BUTTONS), { timeout: 10_000 }).toEqual([]);
  });

  test.each([
    ['Promise', ['What', 'Due', 'Cost']],
    ['Discount', ['What', 'Amount']],
    ['Packing note', ['What']],
    ['Gift', ['What', 'Cost']],
    ['Complaint', ['What', 'Cost']],
    ['Visit', ['What']],
    ['Note', ['What']],
  ])('the form of %s opens with the caret in What, and Esc leaves it', async (name, boxes) => {
    await panel.getByRole('button', { name, exact: true }).click();
    const focused = () => what(panel).evaluate((field) => field === document.activeElement);
    await expect.poll(focused).toBe(true);
    for (const box of boxes) {
      expect(await panel.getByRole('textbox', { name: box, exact: true }).count(), box).toBe(1);
    }
    expect(await panel.getByRole('button', { name: 'Save', exact: true }).count()).toBe(1);
    await panel.keyboard.press('Escape');
    await expect.poll(() => what(panel).count()).toBe(0);
  });

  test('a promise has a combobox Kind; Enter saves it into its region, Undo takes it back', async () => {
    await openForm(panel, 'p', 'a postcard');
    expect(await panel.getByRole('combobox', { name: 'Kind', exact: true }).count()).toBe(1);
    await panel.keyboard.press('Enter');
    await waitForText(region(panel, 'Promises'), /a postcard/);
    await waitForText(region(panel, 'You owe'), /a postcard/);
    expect(await missing('region', REGIONS)).toEqual([]);
    await panel.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => region(panel, 'Promises').innerText()).not.toContain('a postcard');
    expect(await missing('button', BUTTONS)).toEqual([]);
  });
});
