// @vitest-environment happy-dom
import { prepareMessage } from '@extension/book/actions/messages';
import type { OpenBook } from '@extension/book/open';
import { Prepared } from '@extension/panel/words';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anna, done, freshBook, testWorld } from '../book/desk';
import { chatWith, stage } from './stage';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook(testWorld());
});
afterEach(() => {
  cleanup();
  book.close();
});

it('a message prepared for the buyer stands there with the acts, not a moment after them', async () => {
  const message = {
    text: 'The glaze you asked for is back',
    dueOn: '2026-11-22',
    reason: 'other',
    aboutId: null,
  } as const;
  done(await prepareMessage(book, anna, message));
  // As the panel does once it is ready.
  await Prepared.ahead('en');
  const without: string[] = [];
  new MutationObserver(() => {
    const acts = document.querySelector('.action-bar');
    if (acts && !document.querySelector('.prepared'))
      without.push(document.querySelector('h1')?.textContent ?? '');
  }).observe(document.body, { childList: true, subtree: true });
  const panel = stage(book);
  panel.show(chatWith('Anna', '10086'));
  await screen.findByText(message.text);
  expect(document.querySelector('.action-bar')).not.toBeNull();
  expect(without).toEqual([]);
});
