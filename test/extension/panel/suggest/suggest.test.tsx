// @vitest-environment happy-dom
import { editBuyer } from '@extension/book/actions/buyers';
import { recordPromise } from '@extension/book/actions/promises';
import { saveSetting } from '@extension/book/actions/settings';
import type { OpenBook } from '@extension/book/open';
import { HELD_BACK } from '@extension/book/reads/red-lines';
import { setting } from '@extension/book/reads/settings';
import type { ChatState, SeenMessage } from '@extension/messaging/chat-state';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, promiseOf } from '../../book/desk';
import { chatWith, press, said, stage } from '../stage';

let book: OpenBook;
// Fetched before, as a browser has it from its disk: a test waits for what the part does, not for its coming.
beforeAll(async () => {
  await import('@extension/panel/suggest/SuggestLine');
}, 30_000);
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

const line = () => screen.findByRole('region', { name: 'From the chat' });
const noLine = () => screen.queryByRole('region', { name: 'From the chat' });
const chat = (messages: readonly SeenMessage[], more: Partial<ChatState> = {}) =>
  chatWith('Anna', '10086', { messages, ...more });
const NOW = Date.parse('2026-11-22T12:00:00Z');
const YESTERDAY = NOW - 86_400_000;
const today = (side: SeenMessage['side'], id: string, text: string) => ({ ...said(side, id, text), at: NOW });
const HISTORY = [
  { ...said('seller', 'm0', '保证三天内给您退款'), at: YESTERDAY },
  { ...said('buyer', 'm1', '好的'), at: YESTERDAY },
];
/** Offered last of all: where it stands, nothing else was on offer. */
const LAST = today('buyer', 'm99', '我是油皮');

/** A conversation with a history, in which this was said today. */
async function hears(...messages: readonly SeenMessage[]) {
  const panel = stage(book);
  panel.show(chat([...HISTORY, ...messages]));
  await screen.findByRole('button', { name: 'Promise' });
  return panel;
}

const onlyLast = async () => expect((await line()).textContent).toMatch(/About them/);

describe("the seller's own words", () => {
  it('a promise is ready with kind, day and quote, and Enter puts it into the book, once', async () => {
    await hears(today('seller', 'm2', '亲，保证周五前给您发货'));
    const offer = await line();
    expect(offer.textContent).toMatch(/Promise.*Fri 27 Nov · Ship by then.*亲，保证周五前给您发货/);
    press('Enter');
    press('Enter');
    await screen.findByText('Promise recorded');
    const promises = await book.db.promises.toArray();
    expect(promises).toMatchObject([
      {
        kind: 'ship',
        state: 'open',
        due: { on: 'day', day: '2026-11-27' },
        quote: '亲，保证周五前给您发货',
        source: 'suggestion',
        where: { platform: 'pdd', conversation: '10086' },
      },
    ]);
    await waitFor(() => expect(noLine()).toBeNull());
  });

  it('a discount takes its share and its time', async () => {
    await hears(today('seller', 'm2', '下次给您打9折'));
    await line();
    press('Enter');
    await screen.findByText('Discount recorded');
    expect(await book.db.discounts.toArray()).toMatchObject([
      { percentOff: 10, when: 'next', state: 'owed', quote: '下次给您打9折' },
    ]);
  });

  it('what was waved away is not asked again, not even by the panel opened anew', async () => {
    const panel = await hears(today('seller', 'm2', '亲，保证周五前给您发货'));
    await line();
    press('Backspace');
    await waitFor(() => expect(noLine()).toBeNull());
    panel.show(chat([...HISTORY, today('seller', 'm9', '亲,保证周五前给您发货！'), LAST]));
    await onlyLast();
    expect(await book.db.promises.count()).toBe(0);
    expect(JSON.parse(panel.kept.get('suggest.settled') ?? '[]')).toHaveLength(1);
    expect(panel.kept.get('suggest.settled')).not.toContain('发货');
  });

  it('what stands in the book already is not asked: written by hand, in other words', async () => {
    done(await recordPromise(book, anna, promiseOf({ quote: '', what: 'ship Friday' })));
    await hears(today('seller', 'm2', '亲，保证周五前给您发货'), LAST);
    await onlyLast();
  });

  it('old messages are history', async () => {
    await hears(LAST);
    await onlyLast();
  });

  it('comes before a fact that stands there, and the key that was meant for the fact takes nothing', async () => {
    const panel = await hears(LAST);
    await onlyLast();
    panel.show(chat([...HISTORY, LAST, today('seller', 'm100', '亲，保证周五前给您发货')]));
    await waitFor(async () => expect((await line()).textContent).toMatch(/Promise/));
    press('Enter');
    await waitFor(async () => expect((await line()).getAttribute('aria-busy')).not.toBe('true'));
    expect(await book.db.buyers.count()).toBe(0);
    press('Enter');
    await screen.findByText('Promise recorded');
  });

  it('the keys are silent while a form is open, and the line comes back after it', async () => {
    await hears(today('seller', 'm2', '亲，保证周五前给您发货'));
    await line();
    press('n');
    await screen.findByRole('button', { name: 'Save' });
    expect(noLine()).toBeNull();
    press('Escape');
    await line();
    expect(await book.db.promises.count()).toBe(0);
  });
});

describe("the buyer's words", () => {
  it('a fact becomes a chip, a birthday a date', async () => {
    const panel = await hears(today('buyer', 'm2', '我是油皮'));
    await line();
    press('Enter');
    await screen.findByText('Profile changed');
    expect((await book.db.buyers.toArray())[0]?.facts).toEqual(['我是油皮']);
    panel.show(chat([...HISTORY, today('buyer', 'm2', '我是油皮'), today('buyer', 'm3', '我生日是3月8号')]));
    await waitFor(async () => expect((await line()).textContent).toMatch(/3月8号/));
    press('Enter');
    await screen.findByText('Date recorded');
    expect(await book.db.dates.toArray()).toMatchObject([
      { kind: 'birthday', month: 3, day: 8, calendar: 'solar', yearly: true },
    ]);
  });

  it('a chip that is there is not offered', async () => {
    done(await editBuyer(book, anna, { facts: ['油皮'] }));
    await hears(LAST, today('buyer', 'm2', '盒子都破了，太差了，我要投诉'));
    expect((await line()).textContent).toMatch(/Complaint/);
    press('Backspace');
    await waitFor(() => expect(noLine()).toBeNull());
  });

  it('a complaint opens its form with the words in it', async () => {
    await hears(today('buyer', 'm2', '盒子都破了，太差了，我要投诉'));
    const offer = await line();
    expect(within(offer).getByRole('button', { name: /Fill in/ })).toBeTruthy();
    press('Enter');
    const form = await screen.findByRole('form', { name: /Complaint/ });
    expect(within(form).getByDisplayValue('盒子都破了，太差了，我要投诉')).toBeTruthy();
    expect(within(form).getByDisplayValue('Damaged on the way')).toBeTruthy();
    expect(await book.db.complaints.count()).toBe(0);
  });
});

describe('a filled text that was changed before it was sent', () => {
  it('counts from now on by the words that went out', async () => {
    const quote = '亲，周五前给您发货哦';
    done(await recordPromise(book, anna, promiseOf({ what: quote, quote, toBeSent: true })));
    await hears(today('seller', 'm2', '亲，周六前给您发货哦，放心'));
    await screen.findByText(/Seen as sent, with your changes/);
    expect(await book.db.promises.toArray()).toMatchObject([
      {
        state: 'open',
        quote: '亲，周六前给您发货哦，放心',
        what: '亲，周六前给您发货哦，放心',
        due: { on: 'day', day: '2026-11-28' },
      },
    ]);
    expect(noLine()).toBeNull();
  });

  it('another deed in nearly the same words is offered by itself', async () => {
    const quote = '亲，明天给您发货';
    done(await recordPromise(book, anna, promiseOf({ what: quote, quote, toBeSent: true })));
    await hears(today('seller', 'm2', '亲，明天给您退款'));
    expect((await line()).textContent).toMatch(/Refund/);
    expect((await book.db.promises.toArray())[0]?.state).toBe('to-be-sent');
  });
});

describe('the draft', () => {
  const drafting = (draft: string, messages: readonly SeenMessage[] = HISTORY) => chat(messages, { draft });
  const hint = () => document.querySelector('.suggest-hint')?.textContent ?? '';

  it('that crosses a red line is hinted at, and a better sentence is counted', async () => {
    const panel = await hears();
    panel.show(drafting('五星好评返现5元，加我微信'));
    await waitFor(() => expect(hint()).toMatch(/好评/));
    expect(screen.getByRole('button', { name: 'Promise' })).toBeTruthy();
    panel.show(drafting('', [...HISTORY, today('seller', 'm5', '喜欢的话欢迎说说感受')]));
    await waitFor(async () => expect(await setting(book, HELD_BACK, 0)).toBe(1));
    expect(hint()).toBe('');
  });

  it('that went out as it was is not counted', async () => {
    const panel = await hears();
    panel.show(drafting('五星好评返现5元'));
    await waitFor(() => expect(hint()).not.toBe(''));
    const asItWas = today('seller', 'm5', '五星好评返现5元');
    panel.show(drafting('', [...HISTORY, asItWas]));
    await waitFor(() => expect(hint()).toBe(''));
    panel.show(drafting('五星好评返现5元', [...HISTORY, asItWas]));
    await waitFor(() => expect(hint()).not.toBe(''));
    panel.show(drafting('', [...HISTORY, asItWas, today('seller', 'm6', '欢迎说说感受')]));
    await waitFor(async () => expect(await setting(book, HELD_BACK, 0)).toBe(1));
  });

  it('that promises what this shop often breaks, or for a full day, is hinted at with the numbers', async () => {
    const settled = { state: 'kept', settledAt: '2026-11-20T00:00:00Z', settledOn: '2026-11-20' } as const;
    for (let at = 0; at < 10; at++) {
      const { changes } = done(await recordPromise(book, anna, promiseOf({ what: `parcel ${at}` })));
      const id = changes.find(({ table }) => table === 'promises')?.id ?? '';
      const state = at < 4 ? settled : { ...settled, state: 'broken' as const };
      await book.db.promises.update(id, state);
    }
    const panel = await hears();
    panel.show(drafting('保证周五前给您发货'));
    await waitFor(() => expect(hint()).toMatch(/4 of the last 10 kept in time/));
    done(await saveSetting(book, 'care', { promisesPerDay: 1 }));
    done(await recordPromise(book, anna, promiseOf({ what: 'one for Friday' })));
    panel.show(drafting(''));
    panel.show(drafting('保证周五前给您发货'));
    await waitFor(() => expect(hint()).toMatch(/\(\+1\)/));
  });
});
