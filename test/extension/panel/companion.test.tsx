// @vitest-environment happy-dom

import { addWaiting, openFile } from '@extension/book/actions/companion';
import { recordPromise } from '@extension/book/actions/promises';
import { saveGiftStock } from '@extension/book/actions/stock';
import type { OpenBook } from '@extension/book/open';
import { byName } from '@extension/panel/companion/programs';
import { LANGS, translator } from '@shared/i18n';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, freshBook, promiseOf } from '../book/desk';
import { chatWith, press, stage } from './stage';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const sample = { id: null, name: 'sample', count: 9, cost: { minor: 300, currency: 'CNY' } };
const nothing = { ...chatWith('', ''), status: 'not-chat', buyer: null, rows: null, adapterId: '' } as const;

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

/** What the browser does when something copied is pasted with no field focused. */
function paste(text: string): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  act(() => {
    document.body.dispatchEvent(event);
  });
}

async function waiting(name: string, minutes: number): Promise<void> {
  const wait = { platform: 'qianniu', name, since: NOW - minutes * 60_000, exact: true };
  done(await addWaiting(book, byName('qianniu', name), wait));
}

describe('a copied name or order number', () => {
  it('opens the one buyer it means; what may be several is shown', async () => {
    done(await openFile(book, byName('qianniu', '小鹿')));
    done(await openFile(book, byName('qianniu', '小鹿斑比')));
    const panel = stage(book, { companion: true });
    panel.show(nothing);
    await screen.findByText(/cannot be followed/);
    paste(' 小鹿斑比 \n');
    await screen.findByRole('heading', { level: 1, name: '小鹿斑比' });
    paste('小鹿');
    await screen.findByDisplayValue('小鹿');
    await waitFor(() => expect(document.querySelectorAll('.found > li > button')).toHaveLength(2));
  });

  it('is left to the field it is pasted into', async () => {
    const panel = stage(book, { companion: true });
    panel.show(nothing);
    const field = await screen.findByLabelText('Who', { exact: true });
    field.focus();
    fireEvent.paste(field, { clipboardData: { getData: () => '小鹿' } });
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('');
  });
});

describe('a reply', () => {
  it('is copied; whether it was sent is asked once, and one press says so', async () => {
    done(await saveGiftStock(book, sample));
    await waiting('小鹿', 12);
    const panel = stage(book, { companion: true });
    panel.show(nothing);
    paste('小鹿');
    await screen.findByRole('heading', { level: 1, name: '小鹿' });
    press('a');
    await screen.findByText(/Copied: paste it into the chat with Ctrl\+V. Sent\?/);
    expect(panel.filled).toEqual([]);
    expect(panel.copied[0]).toContain('12');
    expect((await book.db.gifts.toArray())[0]).toMatchObject({
      state: 'to-be-sent',
      waitSeconds: 720,
      place: 1,
    });
    const asked = within(document.querySelector('.toasts') as HTMLElement);
    fireEvent.click(asked.getByRole('button', { name: 'Sent' }));
    await waitFor(async () => expect((await book.db.gifts.toArray())[0]?.state).not.toBe('to-be-sent'));
    expect(screen.queryByText(/Sent\?/)).toBeNull();
  });

  it('of words alone is copied and asks nothing', async () => {
    done(await recordPromise(book, byName('qianniu', '小鹿'), promiseOf()));
    const panel = stage(book, { companion: true });
    panel.show(nothing);
    paste('小鹿');
    await within(await screen.findByRole('region', { name: 'You owe' })).findByText('周五前发货');
    press('f');
    await screen.findByText('Copied: paste it into the chat with Ctrl+V.');
    expect(panel.copied[0]).toContain('周五前发货');
    const toasts = within(document.querySelector('.toasts') as HTMLElement);
    expect(toasts.queryByRole('button', { name: 'Sent' })).toBeNull();
  });
});

describe('the line kept by hand', () => {
  it('is prepared for in one act', async () => {
    done(await saveGiftStock(book, sample));
    await waiting('小鹿', 12);
    await waiting('阿禾', 5);
    const panel = stage(book, { companion: true });
    panel.show(nothing);
    const line = await screen.findByRole('region', { name: 'Who waits' });
    fireEvent.click(await within(line).findByRole('button', { name: 'Prepare for all waiting' }));
    await waitFor(async () => expect(await book.db.gifts.count()).toBe(2));
    const gifts = (await book.db.gifts.toArray()).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
    expect(gifts.map(({ place, waitSeconds, state }) => [place, waitSeconds, state])).toEqual([
      [1, 720, 'to-be-sent'],
      [2, 300, 'to-be-sent'],
    ]);
  });

  it('refuses minutes that are none', async () => {
    const panel = stage(book, { companion: true });
    panel.show(nothing);
    const line = await screen.findByRole('region', { name: 'Who waits' });
    const type = (label: string, value: string) =>
      fireEvent.input(within(line).getByLabelText(label, { exact: true }), { target: { value } });
    type('Who', '小鹿');
    type('Minutes so far', 'a while');
    fireEvent.submit(within(line).getByLabelText('Who', { exact: true }).closest('form') as HTMLFormElement);
    await within(line).findByText('Minutes are a number from 0 to 600.');
    expect(await book.db.waits.count()).toBe(0);
  });

  it('gives way to the line a page shows', async () => {
    await waiting('小鹿', 12);
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByRole('heading', { level: 1, name: 'Anna' });
    expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
    panel.show(nothing);
    await screen.findByRole('region', { name: 'Queue' });
  });
});

it('is offered where no chat page is open, in every language', async () => {
  for (const lang of LANGS) {
    const panel = stage(book, { lang });
    panel.show(nothing);
    const words = translator(lang)('panel.menu.companion');
    fireEvent.click(await screen.findByRole('button', { name: words }));
    await screen.findByRole('region', { name: words });
    cleanup();
  }
});
