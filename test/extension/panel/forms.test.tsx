// @vitest-environment happy-dom
import type { OpenBook } from '@extension/book/open';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshBook } from '../book/desk';
import { chatWith, press, stage, type } from './stage';

// Tries F-21, F-75 of test/faults.md.

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

async function beside(name = 'Anna', more = {}) {
  const panel = stage(book);
  panel.show(chatWith(name, '10086', more));
  await screen.findByRole('heading', { level: 1, name });
  await screen.findByRole('button', { name: 'Promise' });
  return panel;
}

const promises = async () => (await book.db.promises.toArray()).filter(({ deleted }) => !deleted);

describe('a promise', () => {
  it('P opens the form in What, Enter saves it, the action bar comes back', async () => {
    await beside();
    press('p');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'What' })));
    type('What', 'ship by Friday');
    type('Due', 'Friday');
    press('Enter');
    await screen.findByRole('button', { name: 'Promise' });
    const [made] = await promises();
    expect(made).toMatchObject({ what: 'ship by Friday', kind: 'ship', state: 'open' });
    expect(made?.due).toEqual({ on: 'day', day: '2026-11-27' });
    expect(await screen.findByText('Promise recorded')).toBeTruthy();
  });

  it('shows the understood day while typing, in the words of either language', async () => {
    await beside();
    press('p');
    await screen.findByRole('textbox', { name: 'What' });
    type('Due', '下个月5号');
    await screen.findByText('→ Sat 5 Dec');
    type('Due', 'next order');
    await screen.findByText('→ with their next order');
  });

  it('does not save a due date that is not understood, says so, and keeps the words', async () => {
    await beside();
    press('p');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'call back');
    type('Due', 'when pigs fly');
    press('Enter');
    await screen.findByRole('alert');
    expect(await promises()).toEqual([]);
    expect((screen.getByRole('textbox', { name: 'What' }) as HTMLTextAreaElement).value).toBe('call back');
    type('Due', '');
    press('Enter');
    await screen.findByRole('button', { name: 'Promise' });
    expect((await promises())[0]?.due).toEqual({ on: 'open' });
  });

  it('Enter while an input method composes saves nothing, Esc leaves', async () => {
    await beside();
    press('p');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', '周五qian');
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    press('Escape');
    await screen.findByRole('button', { name: 'Promise' });
    expect(await promises()).toEqual([]);
  });

  it('takes what was selected in the chat, with its due words', async () => {
    await beside('Anna', { selection: '亲，周五前给您发货哦' });
    press('p');
    const what = (await screen.findByRole('textbox', { name: 'What' })) as HTMLTextAreaElement;
    expect(what.value).toBe('亲，周五前给您发货哦');
    expect((screen.getByRole('textbox', { name: 'Due' }) as HTMLInputElement).value).toContain('周五');
    press('Enter');
    await screen.findByRole('button', { name: 'Promise' });
    expect((await promises())[0]?.quote).toBe('亲，周五前给您发货哦');
  });

  it('stays with the buyer it was opened for when the chat switches, and says so', async () => {
    const panel = await beside();
    press('p');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'a call tomorrow');
    panel.show(chatWith('Bea', '10087'));
    expect((await screen.findByRole('alert')).textContent).toContain('Bea');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna');
    press('Enter');
    await screen.findByRole('heading', { level: 1, name: 'Bea' });
    const [made] = await promises();
    const owner = await book.db.buyers.get(made?.buyerId ?? '');
    expect(owner?.name).toBe('Anna');
  });

  it('keeps a half-written form for the same buyer', async () => {
    await beside();
    press('p');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'half a promi');
    press('Escape');
    await screen.findByRole('button', { name: 'Promise' });
    press('p');
    const what = (await screen.findByRole('textbox', { name: 'What' })) as HTMLTextAreaElement;
    expect(what.value).toBe('half a promi');
  });
});

describe('keys', () => {
  async function noted(): Promise<void> {
    await beside();
    press('n');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'evenings only');
    press('Enter');
    await screen.findByText('evenings only');
  }

  it('letters typed into a field or with a modifier open nothing', async () => {
    await beside();
    screen.getByRole('searchbox', { name: 'Find a buyer' }).focus();
    press('p');
    (document.activeElement as HTMLElement).blur();
    press('p', { ctrlKey: true });
    press('p', { isComposing: true });
    expect(screen.queryByRole('textbox', { name: 'What' })).toBeNull();
  });

  it('Ctrl-Z takes the last one back, also a buyer met by it', async () => {
    await noted();
    press('z', { ctrlKey: true });
    await waitFor(() => expect(screen.queryByText('evenings only')).toBeNull());
    expect((await book.db.buyers.toArray()).every(({ deleted }) => deleted)).toBe(true);
  });

  it('Ctrl-Z in an open form is the text’s own; once the form is left it is the book’s again', async () => {
    await noted();
    press('p');
    const what = await screen.findByRole('textbox', { name: 'What' });
    what.focus();
    expect(fireEvent.keyDown(document.activeElement!, { key: 'z', ctrlKey: true })).toBe(true);
    expect((await book.db.notes.toArray()).every(({ deleted }) => !deleted)).toBe(true);
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Promise' })).toBeNull());
    press('z', { ctrlKey: true });
    await waitFor(() => expect(screen.queryByText('evenings only')).toBeNull());
  });

  it('Ctrl-Z in a field emptied by hand brings the words back, not the record before', async () => {
    await noted();
    const find = screen.getByRole('searchbox', { name: 'Find a buyer' }) as HTMLInputElement;
    find.focus();
    fireEvent.input(find, { target: { value: 'li' } });
    fireEvent.input(find, { target: { value: '' } });
    expect(fireEvent.keyDown(document.activeElement!, { key: 'z', ctrlKey: true })).toBe(true);
    expect((await book.db.notes.toArray()).every(({ deleted }) => !deleted)).toBe(true);
  });
});

describe('a discount', () => {
  it('reads 9折 as ten percent and the button Undo takes it back', async () => {
    await beside();
    press('d');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', '下次打折');
    type('Amount', '9折');
    await screen.findByText('→ 10% off');
    press('Enter');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(await book.db.discounts.toArray()).toMatchObject([
      { percentOff: 10, amount: null, state: 'owed' },
    ]);
    undo.click();
    await screen.findByText('Undone');
    expect((await book.db.discounts.toArray())[0]?.deleted).toBe(true);
  });

  it('is not saved without an amount', async () => {
    await beside();
    press('d');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'something off');
    press('Enter');
    await screen.findByRole('alert');
    expect(await book.db.discounts.count()).toBe(0);
  });
});
