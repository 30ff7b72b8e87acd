// @vitest-environment happy-dom
import { giveGift } from '@extension/book/actions/gifts';
import { prepareMessage } from '@extension/book/actions/messages';
import { saveTemplate } from '@extension/book/actions/templates';
import type { OpenBook } from '@extension/book/open';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, giftOf } from '../../book/desk';
import { chatWith, press, said, stage } from '../stage';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

/** The first of these fetches the part of the panel that comes later. */
const SLOW = { timeout: 8000 };

const template = (title: string, text: string) =>
  saveTemplate(book, null, { title, category: 'greeting', text, short: '', promises: null, language: '' });

async function picker(): Promise<HTMLInputElement> {
  await screen.findByRole('heading', { level: 2, name: 'You owe' });
  press('/');
  return screen.findByRole<HTMLInputElement>('combobox', {}, SLOW);
}

describe('words at hand in the panel', () => {
  it('open by /, fill by Enter, and never send', async () => {
    done(await template('Hello', 'Hi {name}, here I am'));
    const shop = stage(book);
    shop.show(chatWith('Anna', '10086'));
    await picker();
    await screen.findByRole('option', { name: /Hello/ });
    press('Enter');
    await waitFor(() => expect(shop.filled.map(({ text }) => text)).toEqual(['Hi Anna, here I am']));
    expect(screen.queryByRole('combobox')).toBeNull();
    await waitFor(async () => expect((await book.db.templates.toArray())[0]?.used).toBe(1));
    expect(await book.db.buyers.count()).toBe(0);
  });

  it('leave an input method alone; Esc leaves without a trace', async () => {
    done(await template('Hello', 'Hi'));
    const shop = stage(book);
    shop.show(chatWith('Anna', '10086'));
    await picker();
    await screen.findByRole('option', { name: /Hello/ });
    press('Enter', { isComposing: true });
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(shop.filled).toEqual([]);
  });

  it('take what a quick hand types before the list is there, as words and not as keys', async () => {
    done(await template('Dear', 'Dear {name}'));
    done(await template('Hello', 'Hi {name}'));
    const shop = stage(book);
    shop.show(chatWith('Anna', '10086'));
    await screen.findByRole('heading', { level: 2, name: 'You owe' });
    for (const key of ['/', 'd', 'e', 'Enter']) press(key);
    await waitFor(() => expect(shop.filled.map(({ text }) => text)).toEqual(['Dear Anna']), SLOW);
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('call nobody by a mask, and never tell a surprise', async () => {
    done(await template('Gift', 'Hi {name}, with it comes {gift}'));
    done(await giveGift(book, anna, giftOf({ what: 'silk scarf', kind: 'surprise' })));
    const shop = stage(book);
    shop.show(chatWith('A**a', '10086'));
    await picker();
    await screen.findByText(/Not known here: gift/);
    press('Enter');
    await waitFor(() => expect(shop.filled).toHaveLength(1));
    expect(shop.filled[0]?.text).not.toMatch(/\*|scarf/);
    expect(shop.filled[0]?.text).toBe('Hi there, with it comes a small gift');
  });

  it('name an announced gift', async () => {
    done(await template('Gift', 'with it comes {gift}'));
    done(await giveGift(book, anna, giftOf({ what: 'tea', kind: 'announced' })));
    const shop = stage(book);
    shop.show(chatWith('Anna', '10086'));
    await picker();
    await screen.findByRole('option', { name: /with it comes tea/ });
    press('Enter');
    await waitFor(() => expect(shop.filled[0]?.text).toBe('with it comes tea'));
  });
});

describe('a prepared message in the panel', () => {
  it('is filled by M; seen as the seller’s own words it is sent', async () => {
    const text = 'Happy birthday!';
    done(await prepareMessage(book, anna, { text, dueOn: '2026-11-22', reason: 'greeting', aboutId: null }));
    const shop = stage(book);
    shop.show(chatWith('Anna', '10086'));
    await screen.findByText(text);
    press('m');
    await waitFor(async () => expect((await book.db.messages.toArray())[0]?.state).toBe('filled'));
    expect(shop.filled.map((one) => one.text)).toEqual([text]);
    shop.show(chatWith('Anna', '10086', { messages: [said('seller', 'm1', text)] }));
    await waitFor(async () => expect((await book.db.messages.toArray())[0]?.state).toBe('sent'));
  });
});
