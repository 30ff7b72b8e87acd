import type { Page } from 'playwright-core';
import type { Shopkeeper } from './chromium';
import { gotoReady } from './counter';
import { smallBook } from './small-book';

/** The panel in a tab, over a book with one buyer: enough to write down and to look what is there. */
export const BUYER = 'Shen Lan';

/** Puts the book with the one buyer in place. */
export async function settleBook(keeper: Shopkeeper): Promise<void> {
  const options = await keeper.context.newPage();
  await gotoReady(options, keeper.page('options.html?lang=en'));
  const loaded = options.waitForEvent('load');
  const buffer = Buffer.from(smallBook([{ name: BUYER }]));
  await options
    .getByLabel('Restore a backup')
    .setInputFiles({ name: 'book.json', mimeType: 'application/json', buffer });
  await loaded;
  await options.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await options.close();
}

/** A panel with the buyer open. Waits by the page's own means, so that the long rounds can use it too. */
export async function openAtBuyer(keeper: Shopkeeper): Promise<Page> {
  const panel = await keeper.context.newPage();
  await gotoReady(panel, keeper.page('sidepanel.html?lang=en&all=1'));
  await panel.getByRole('searchbox', { name: 'Find a buyer' }).fill(BUYER);
  await panel.getByRole('button', { name: new RegExp(`^${BUYER}`) }).click();
  await panel.getByRole('heading', { level: 1, name: BUYER }).waitFor();
  return panel;
}

/** Writes notes down by keyboard, each acknowledged before the next; `onKept` hears of each. */
export async function note(
  panel: Page,
  texts: readonly string[],
  onKept: (text: string) => void = () => undefined,
): Promise<void> {
  const words = panel.getByRole('textbox', { name: 'What' });
  for (const text of texts) {
    await panel.getByRole('heading', { level: 1 }).click();
    await panel.keyboard.press('n');
    await words.fill(text);
    await panel.keyboard.press('Enter');
    // The form leaves only when the book has answered.
    await words.waitFor({ state: 'detached' });
    onKept(text);
  }
}

/** The texts of all notes in the stored book, read without the program that is tested. */
export function notesOf(rows: readonly Record<string, unknown>[]): readonly string[] {
  return rows.map((row) => String(row.text)).toSorted();
}
