import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The panel as its user finds things in it: by the names the contract fixes. */
export const heading = (panel: Page): Locator => panel.getByRole('heading', { level: 1 });
export const status = (panel: Page): Locator => panel.getByRole('status').first();
export const region = (panel: Page, name: string): Locator =>
  panel.getByRole('region', { name, exact: true });
export const what = (panel: Page): Locator => panel.getByRole('textbox', { name: 'What' });

/** The buyer a panel is about, as `platform/key`; null when it shows nobody. */
export const buyerOf = (panel: Page): Promise<string | null> =>
  panel.evaluate(() => document.querySelector('[data-buyer]')?.getAttribute('data-buyer') ?? null);

export async function waitForText(locator: Locator, text: string | RegExp, timeout = 10_000): Promise<void> {
  await expect.poll(() => locator.innerText(), { timeout }).toMatch(text);
}

/** Opens a form by its key and writes into it; does not save. */
export async function openForm(panel: Page, key: string, words: string): Promise<void> {
  await heading(panel).click();
  await panel.keyboard.press(key);
  await expect
    .poll(() => panel.evaluate(() => document.activeElement?.tagName))
    .toMatch(/^(INPUT|TEXTAREA)$/);
  await panel.keyboard.type(words);
}

/** One key, the words, Enter: the form is gone once the book has said yes. */
export async function record(panel: Page, key: string, words: string): Promise<void> {
  await openForm(panel, key, words);
  await panel.keyboard.press('Enter');
  await expect.poll(() => what(panel).count()).toBe(0);
}

/** Finds a buyer of the book by name and opens their file. */
export async function findBuyer(panel: Page, name: string): Promise<void> {
  await panel.getByRole('searchbox', { name: 'Find a buyer' }).fill(name);
  await panel.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await waitForText(heading(panel), name);
}
