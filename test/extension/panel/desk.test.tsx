// @vitest-environment happy-dom
import { editBuyer } from '@extension/book/actions/buyers';
import { addNote } from '@extension/book/actions/notes';
import { recordPromise } from '@extension/book/actions/promises';
import type { OpenBook } from '@extension/book/open';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, promiseOf } from '../book/desk';
import { chatWith, press, stage, type } from './stage';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('the name at the top', () => {
  it('is what the chat shows now, until the seller has given one', async () => {
    const { buyerId } = done(await recordPromise(book, anna, promiseOf({ what: 'a debt' })));
    const panel = stage(book);
    panel.show(chatWith('A***a', '10086'));
    await screen.findByText('a debt', { selector: '.owed .what' });
    expect(heading()).toBe('A***a');
    done(await editBuyer(book, { buyerId: buyerId ?? '' }, { name: 'Anna from Leeds' }));
    await waitFor(() => expect(heading()).toBe('Anna from Leeds'));
  });

  it('never stands over the next buyer, and two under one mask are told apart by their id', async () => {
    done(await recordPromise(book, anna, promiseOf()));
    const panel = stage(book);
    panel.show(chatWith('王**', '8240317755120'));
    await screen.findByText('id …5120');
    panel.show(chatWith('王**', '8240318102263'));
    expect(screen.queryByText('id …5120')).toBeNull();
    await screen.findByText('id …2263');
  });
});

describe('from a list', () => {
  it('a buyer is opened and left again by one click or Esc', async () => {
    const due = { on: 'day', day: '2026-11-20' } as const;
    done(await recordPromise(book, anna, promiseOf({ what: 'overdue', due })));
    stage(book);
    (await screen.findByText('overdue')).closest('button')?.click();
    await screen.findByRole('heading', { level: 1, name: 'Anna' });
    screen.getByRole('button', { name: 'Back' }).click();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    (await screen.findByText('overdue')).closest('button')?.click();
    await screen.findByRole('heading', { level: 1, name: 'Anna' });
    press('Escape');
    await screen.findByRole('heading', { level: 1, name: 'Today' });
  });
});

describe('many debts', () => {
  it('show the first five; the rest is one click away and the acts stay within reach', async () => {
    for (let n = 0; n < 8; n++) done(await recordPromise(book, anna, promiseOf({ what: `debt ${n}` })));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    const owe = await screen.findByRole('region', { name: 'You owe' });
    await within(owe).findByText('debt 0');
    expect(within(owe).getAllByRole('listitem')).toHaveLength(5);
    within(owe).getByRole('button', { name: '3 more' }).click();
    await waitFor(() => expect(within(owe).getAllByRole('listitem')).toHaveLength(8));
  });
});

describe('a promise in its own region', () => {
  it('is settled from its row, also as broken before it is late', async () => {
    done(await recordPromise(book, anna, promiseOf({ what: 'a call' })));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    const region = await screen.findByRole('region', { name: 'Promises' });
    (await within(region).findByRole('button', { name: 'Settle: a call' })).click();
    (await within(region).findByRole('button', { name: 'Broken' })).click();
    await waitFor(async () => expect((await book.db.promises.toArray())[0]?.state).toBe('broken'));
  });
});

describe('a note', () => {
  it('is deleted by one click and comes back by one undo', async () => {
    done(await addNote(book, anna, 'evenings only'));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    (await screen.findByRole('button', { name: 'Delete note: evenings only' })).click();
    await waitFor(() => expect(screen.queryByText('evenings only')).toBeNull());
    (await screen.findByRole('button', { name: 'Undo' })).click();
    await screen.findByText('evenings only');
  });
});

describe('a return visit', () => {
  it('is one key at the end of a chat', async () => {
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByRole('button', { name: 'Promise' });
    press('2');
    await screen.findByText('Recorded: so-so');
    expect(await book.db.visits.toArray()).toMatchObject([{ state: 'answered', overall: 3, goods: null }]);
  });

  it('takes scores by name; the same score twice is none', async () => {
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByRole('button', { name: 'Promise' });
    press('v');
    await screen.findByRole('textbox', { name: 'What' });
    const score = (name: string, n: string) =>
      within(screen.getByRole('radiogroup', { name })).getByRole('radio', { name: n });
    score('Overall', '4').click();
    score('Goods', '2').click();
    await waitFor(() => expect((score('Goods', '2') as HTMLInputElement).checked).toBe(true));
    score('Goods', '2').click();
    type('What', 'likes the box');
    press('Enter');
    await screen.findByRole('button', { name: 'Promise' });
    expect(await book.db.visits.toArray()).toMatchObject([
      { what: 'likes the box', overall: 4, goods: null, delivery: null },
    ]);
  });
});

describe('the desk', () => {
  it('? lists the keys, any Esc closes the list', async () => {
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByRole('button', { name: 'Promise' });
    press('?');
    const list = await screen.findByRole('dialog', { name: 'Keys' });
    expect(list.textContent).toContain('Packing note');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('More is remembered on this computer', async () => {
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    (await screen.findByRole('button', { name: 'More' })).click();
    await screen.findByRole('button', { name: 'Complaint' });
    expect(panel.kept.get('more')).toBe('yes');
  });

  it('phone and address stay masked until they are asked for', async () => {
    const { buyerId } = done(await recordPromise(book, anna, promiseOf()));
    const private_ = { phone: '13800138000', address: '浙江省杭州市西湖区龙井路18号' };
    done(await editBuyer(book, { buyerId: buyerId ?? '' }, private_));
    const panel = stage(book, { all: true });
    panel.show(chatWith('Anna', '10086'));
    const profile = await screen.findByRole('region', { name: 'Profile' });
    await within(profile).findByText('138****8000');
    expect(profile.textContent).not.toContain('龙井路');
    within(profile).getByText('浙江省杭州市…').click();
    const shown = await within(profile).findByText(/龙井路18号/);
    shown.click();
    const field = await within(profile).findByRole('textbox', { name: 'Address' });
    expect((field as HTMLTextAreaElement).value).toContain('龙井路18号');
  });

  it('has one status, which says the word of the contract and nothing else', async () => {
    const panel = stage(book, { all: true });
    panel.show(chatWith('Anna', '10086', { status: 'partly', missing: ['wait'] }));
    await screen.findByRole('button', { name: 'Promise' });
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toEqual(['Partly available']);
  });
});
