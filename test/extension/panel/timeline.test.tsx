// @vitest-environment happy-dom
import { giveGift } from '@extension/book/actions/gifts';
import { addNote } from '@extension/book/actions/notes';
import { recordPromise } from '@extension/book/actions/promises';
import { recordSupply } from '@extension/book/actions/supplies';
import type { OpenBook } from '@extension/book/open';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anna, done, freshBook, giftOf, promiseOf } from '../book/desk';
import { chatWith, stage } from './stage';

/** Parts that are fetched when first wanted, on a computer with other work to do. */
const SOON = { timeout: 8000 };

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

it('shows everything, newest first, and is narrowed to one kind by one choice', async () => {
  done(await recordPromise(book, anna, promiseOf({ what: 'ship by Friday' })));
  done(await giveGift(book, anna, giftOf({ what: 'tea bag' })));
  const supply = { personId: null, productId: null, boughtOn: '2026-11-01', amount: 1, daily: 0.1, unit: '' };
  done(await recordSupply(book, anna, { ...supply, what: 'matcha', runsOutOn: '2026-11-11' }));
  for (let i = 0; i < 7; i += 1) done(await addNote(book, anna, `note ${i}`));
  stage(book).show(chatWith('Anna', '10086'));
  const region = await screen.findByRole('region', { name: 'Timeline' }, SOON);
  const filter = await within(region).findByRole('combobox', { name: 'Show' }, SOON);
  const lines = () => [...region.querySelectorAll('li .what')].map((line) => line.textContent ?? '');
  expect(lines().length).toBe(10);
  expect(lines()[0]).toContain('note 6');
  const kinds = within(filter).getAllByRole('option');
  expect(kinds.map(({ textContent }) => textContent)).toEqual([
    'Everything',
    'Promises',
    'Gifts',
    'Notes',
    'Dates, leads and people',
  ]);
  const narrow = async (value: string, found: string) => {
    fireEvent.change(filter, { target: { value } });
    await waitFor(() => expect(lines()).toEqual([expect.stringContaining(found)]), SOON);
  };
  await narrow('gift', 'tea bag');
  await narrow('promise', 'ship by Friday');
  await narrow('care', 'matcha');
  fireEvent.change(filter, { target: { value: 'all' } });
  await waitFor(() => expect(lines().length).toBe(10), SOON);
});
