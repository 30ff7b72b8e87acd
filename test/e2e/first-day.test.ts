import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousViolations } from './support/axe';
import { removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter } from './support/counter';
import { heading, region, waitForText } from './support/panel';

/** The first day: nothing is recorded, and a sample buyer shows the way from a promise to the parcel (J22). */
let counter: Counter;
let panel: Page;

beforeAll(async () => {
  counter = await openCounter({ lang: 'en' });
  panel = await counter.keeper.context.newPage();
  await panel.setViewportSize({ width: 360, height: 900 });
  await gotoReady(panel, counter.keeper.page('sidepanel.html?lang=en'));
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

test('a sample buyer is tried from promise to packing, counts nowhere and goes in one click', async () => {
  await panel.getByRole('button', { name: 'Try it with a sample buyer' }).click();
  await waitForText(heading(panel), 'Lin (sample)');
  await waitForText(region(panel, 'You owe'), /two tea samples/);
  expect(await seriousViolations(panel)).toEqual([]);
  await panel.keyboard.press('p');
  await panel.getByRole('textbox').first().waitFor();
  await panel.keyboard.type('a sticker too');
  await panel.keyboard.press('Enter');
  await waitForText(region(panel, 'You owe'), /a sticker too/);

  const table = await counter.keeper.context.newPage();
  await gotoReady(table, counter.keeper.page('packing.html?lang=en&sample=1'));
  await waitForText(table.locator('main'), /Lin \(sample\)[\s\S]*honey/);
  await gotoReady(table, counter.keeper.page('packing.html?lang=en'));
  expect(await table.locator('main').innerText()).not.toContain('Lin (sample)');
  await table.close();

  await region(panel, 'Lin (sample)').getByRole('button', { name: 'Remove the sample buyer' }).click();
  await waitForText(heading(panel), 'Today');
  await panel.getByRole('button', { name: 'Try it with a sample buyer' }).waitFor();
  await panel.getByRole('link', { name: /old computer/ }).waitFor();
});
