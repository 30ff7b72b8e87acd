// @vitest-environment happy-dom

import { addNote } from '@extension/book/actions/notes';
import type { OpenBook } from '@extension/book/open';
import { storedSetting } from '@extension/book/reads/settings';
import { boundKeys } from '@extension/ui/key-map';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, wang } from '../book/desk';
import { chatWith, press, stage } from './stage';

// Parts are fetched when they are first wanted, which a busy computer takes its time for.
configure({ asyncUtilTimeout: 10_000 });

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
  done(await addNote(book, anna, 'x'));
  done(await addNote(book, wang, 'x'));
  boundKeys.value = {};
});
afterEach(() => {
  cleanup();
  book.close();
});

async function openPanel() {
  const panel = stage(book);
  panel.show(chatWith('Anna', '10086'));
  await screen.findByRole('heading', { level: 1, name: 'Anna' });
  return panel;
}

async function palette() {
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  return screen.findByRole('combobox', { name: 'Do or find' });
}

describe('the list of everything that can be done', () => {
  it('does an act by its name', async () => {
    await openPanel();
    const field = await palette();
    fireEvent.input(field, { target: { value: 'closing' } });
    await screen.findByRole('option', { name: /Closing time/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByRole('heading', { name: 'Closing time' });
    expect(screen.queryByRole('combobox', { name: 'Do or find' })).toBeNull();
  });

  it('finds a buyer, and Esc leaves', async () => {
    await openPanel();
    const field = await palette();
    fireEvent.input(field, { target: { value: '王小' } });
    const list = screen.getByRole('listbox', { name: 'Do or find' });
    (await within(list).findByRole('option', { name: /王小姐/ })).click();
    await screen.findByRole('heading', { level: 1, name: '王小姐' });
    const again = await palette();
    fireEvent.keyDown(again, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Do or find' })).toBeNull());
  });

  it('puts first what was done last', async () => {
    await openPanel();
    const field = await palette();
    fireEvent.input(field, { target: { value: 'closing' } });
    await screen.findByRole('option', { name: /Closing time/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByRole('heading', { name: 'Closing time' });
    await palette();
    expect(screen.getAllByRole('option')[0]!.textContent).toContain('Closing time');
  });
});

describe('keys', () => {
  it('can be given to other acts; a key that is taken is said to be', async () => {
    await openPanel();
    press('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    const note = () => within(dialog).getByRole('button', { name: 'Change: Note' });
    note().click();
    await within(dialog).findByText('Press the new key');
    fireEvent.keyDown(note(), { key: 'p' });
    expect((await within(dialog).findByRole('alert')).textContent).toContain('P belongs to');
    fireEvent.keyDown(note(), { key: '8' });
    await waitFor(async () => expect(await storedSetting(book, 'keys')).toEqual({ n: '8' }));
    await waitFor(() => expect(boundKeys.value).toEqual({ n: '8' }));
    within(dialog).getByRole('button', { name: 'Close' }).click();
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull());
    press('n');
    expect(screen.queryByRole('form', { name: /Note/ })).toBeNull();
    press('8');
    await screen.findByRole('form', { name: /Note/ });
  });
});
