import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './support/axe';
import { removeProfile } from './support/chromium';
import { type Counter, openCounter, panelInTab } from './support/counter';
import { heading, region, waitForText } from './support/panel';

/** A busy evening at the desk, from the first apology to closing time, in the real panel. */
let counter: Counter;
let panel: Page;

beforeAll(async () => {
  counter = await openCounter({ lang: 'en', query: 'scenario=busy&speed=0' });
  panel = await panelInTab(counter, 'lang=en');
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
});

describe('a busy evening', () => {
  test('the gift for waiting and what it may cost are set once', async () => {
    const { options } = counter;
    await options.bringToFront();
    await options.getByLabel('Gift', { exact: true }).fill('tea bag');
    await options.getByLabel('In stock', { exact: true }).fill('40');
    await options.getByRole('textbox', { name: 'Cost of one' }).fill('2');
    await options.getByRole('textbox', { name: 'Cost of one' }).press('Enter');
    const budget = options.getByRole('textbox', { name: 'Gifts a day, at most' });
    await budget.fill('10');
    await budget.press('Enter');
    await expect.poll(() => budget.inputValue()).toBe('10');
    await panel.bringToFront();
  });

  test('who waits stands on the board; all are prepared in one act, and the budget says that it is passed', async () => {
    const [first] = await counter.page.buyers();
    await counter.page.open(first?.uid ?? '');
    // 'Today' goes: a page's keys are trusted for those who are new only while one of them is open.
    await waitForText(heading(panel), first?.name ?? '');
    const queue = region(panel, 'Queue');
    await queue.getByRole('button', { name: /waiting/ }).click();
    await queue.getByRole('button', { name: 'Prepare for all waiting' }).click();
    await waitForText(panel.locator('.toast'), /^Prepared for \d+: tea bag/);
    await waitForText(queue, /prepared, not sent: tea bag[\s\S]*more than the/);
    expect(await seriousViolations(panel)).toEqual([]);
  });

  test('closing time says it in three numbers; Esc leaves', async () => {
    await heading(panel).click();
    await panel.keyboard.press('x');
    const desk = panel.getByRole('dialog', { name: 'Closing time' });
    await waitForText(desk, /\d+ promised tonight[\s\S]*without an answer/);
    await panel.keyboard.press('Escape');
    await expect.poll(() => desk.count()).toBe(0);
  });

  test('what was done last is taken back from its list: all of them at once', async () => {
    await panel.getByRole('button', { name: 'Menu' }).click();
    await panel.getByRole('button', { name: 'What was done last' }).click();
    const desk = panel.getByRole('dialog', { name: 'What was done last' });
    const line = desk.getByRole('listitem').filter({ hasText: 'Prepared for those waiting' });
    await line.getByRole('button', { name: 'Undo' }).click();
    await waitForText(line, /undone/);
    await expect.poll(() => region(panel, 'Queue').innerText()).not.toMatch(/prepared, not sent/);
  });
});
