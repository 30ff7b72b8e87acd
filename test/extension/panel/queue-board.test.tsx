// @vitest-environment happy-dom

import { recordLead } from '@extension/book/actions/leads';
import { prepareMessage } from '@extension/book/actions/messages';
import { addNote } from '@extension/book/actions/notes';
import { importOrders } from '@extension/book/actions/orders';
import { recordPromise } from '@extension/book/actions/promises';
import { saveSetting } from '@extension/book/actions/settings';
import { saveGiftStock } from '@extension/book/actions/stock';
import type { OpenBook } from '@extension/book/open';
import { LANGS, translator } from '@shared/i18n';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, orderOf, promiseOf, wang } from '../book/desk';
import { chatWith, press, rowOf, stage } from './stage';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

const NOW = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const rows = [
  rowOf('10086', 'Anna', 1, NOW - 12 * MINUTE),
  rowOf('10010', '王小姐', 2, NOW - 5 * MINUTE),
  { ...rowOf('10011', 'Li', 3, NOW - MINUTE), waitExact: false },
];

describe('the board of those who wait', () => {
  async function opened() {
    const queue = await screen.findByRole('region', { name: 'Queue' });
    within(queue)
      .getByRole('button', { name: /3 waiting/ })
      .click();
    await within(queue).findByText('at least, as seen');
    return queue;
  }

  it('asks which gift where there are several, and tells two of one name apart; Esc closes it', async () => {
    for (const [name, count] of [
      ['sample', 9],
      ['tea', 4],
      ['mug', 0],
    ] as const)
      done(await saveGiftStock(book, { id: null, name, count, cost: null }));
    stage(book).show(
      chatWith('Anna', '10086', { rows: [rows[0]!, { ...rows[1]!, name: 'Anna' }, rows[2]!] }),
    );
    const queue = await opened();
    const lines = within(queue).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent?.includes('10010'))).toEqual([false, true, false]);
    (await within(queue).findByRole('button', { name: 'Prepare for all waiting' })).click();
    await within(queue).findByText('Which gift for all of them?');
    expect(within(queue).queryByRole('button', { name: /^mug/ })).toBeNull();
    within(queue).getByRole('button', { name: /^tea/ }).click();
    await waitFor(async () =>
      expect((await book.db.gifts.toArray()).map(({ what }) => what)).toEqual(['tea', 'tea', 'tea']),
    );
    expect(within(queue).queryByText('Which gift for all of them?')).toBeNull();
    fireEvent.keyDown(within(queue).getByRole('button', { name: 'Prepare for all waiting' }), {
      key: 'Escape',
    });
    await waitFor(() => expect(within(queue).queryByText('at least, as seen')).toBeNull());
  });

  it('prepares for all in one act; opening one offers it, worked out anew, at one key; a wait that ends is kept', async () => {
    const gift = { id: null, name: 'sample', count: 9, cost: { minor: 300, currency: 'CNY' } };
    done(await saveGiftStock(book, gift));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086', { rows }));
    const queue = await opened();
    (await within(queue).findByRole('button', { name: 'Prepare for all waiting' })).click();
    await waitFor(async () => expect(await book.db.gifts.count()).toBe(3));
    expect(await within(queue).findAllByText('prepared, not sent: sample')).toHaveLength(3);
    await within(queue).findByText(/Gifts promised today: .*9/);
    await within(queue).findByText(/For the same reason, the last 3: .*3$/);

    const moved = [{ ...rows[0]!, waitingSince: null, place: null }, { ...rows[1]!, place: 1 }, rows[2]!];
    panel.show(chatWith('王小姐', '10010', { rows: moved }));
    await screen.findByRole('heading', { level: 1, name: '王小姐' });
    press('a');
    await waitFor(() => expect(panel.filled).toHaveLength(1));
    expect(panel.filled[0]?.text).toContain('sample');
    await waitFor(async () => {
      const mine = (await book.db.gifts.toArray()).find(({ quote }) => quote === panel.filled[0]?.text);
      expect(mine).toMatchObject({ state: 'to-be-sent', place: 1 });
    });
    expect(await book.db.gifts.count()).toBe(3);
    await waitFor(async () =>
      expect(await book.db.waits.toArray()).toMatchObject([{ name: 'Anna', exact: true, leftAt: null }]),
    );
  });

  it('a page that knows names only gets no files; the gift is offered when each is opened', async () => {
    done(await saveGiftStock(book, { id: null, name: 'sample', count: 9, cost: null }));
    const panel = stage(book);
    panel.show(chatWith('Zoe', 'other-key', { rows }));
    const queue = await screen.findByRole('region', { name: 'Queue' });
    within(queue)
      .getByRole('button', { name: /3 waiting/ })
      .click();
    (await within(queue).findByRole('button', { name: 'Prepare for all waiting' })).click();
    await within(queue).findByText(/Open the next waiting buyer/);
    expect(await book.db.buyers.count()).toBe(0);
  });
});

describe('Today', () => {
  it('ranks leads and prepared messages among promises, at most seven', async () => {
    done(
      await recordPromise(book, anna, promiseOf({ what: 'late one', due: { on: 'day', day: '2026-11-20' } })),
    );
    const lead = {
      what: 'red coat',
      productId: null,
      wishedPrice: null,
      expected: '2026-11-21',
      rival: '',
      source: 'other',
      mayBeTold: false,
    };
    done(await recordLead(book, wang, lead));
    const message = { text: 'hello again', dueOn: '2026-11-22', reason: 'greeting', aboutId: null } as const;
    done(await prepareMessage(book, wang, message));
    stage(book);
    await screen.findByText('hello again');
    const lines = [...document.querySelectorAll('.today .what')].map(({ textContent }) => textContent);
    expect(lines).toEqual(['late one', 'red coat', 'hello again']);
  });
});

describe('screens of the desk', () => {
  it('closing time says the evening in three numbers; Esc leaves', async () => {
    done(await recordPromise(book, anna, promiseOf({ kind: 'card' })));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086', { rows: [] }));
    await screen.findByRole('heading', { level: 1, name: 'Anna' });
    press('x');
    const desk = await screen.findByRole('dialog', { name: 'Closing time' });
    await within(desk).findByText('1 promised tonight');
    within(desk).getByText('1 parcel to remember tomorrow');
    within(desk).getByText('Nobody left unanswered');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('what was done last is undone from its list', async () => {
    done(await addNote(book, anna, 'oily skin'));
    stage(book);
    (await screen.findByRole('button', { name: 'Menu' })).click();
    (await screen.findByRole('button', { name: 'What was done last' })).click();
    const desk = await screen.findByRole('dialog', { name: 'What was done last' });
    (await within(desk).findByRole('button', { name: 'Undo' })).click();
    await waitFor(async () => expect((await book.db.notes.toArray())[0]?.deleted).toBe(true));
    await within(desk).findByText('undone');
  });

  it('order notes: one key each; nothing is left in the end and nothing is overdue', async () => {
    done(
      await importOrders(book, [
        orderOf({ number: '1', sellerMemo: '下次送小样' }),
        orderOf({ number: '2', sellerMemo: '补发一个杯盖', createdAt: '2025-11-01T10:00:00Z' }),
        orderOf({ number: '3', sellerMemo: '旗子' }),
      ]),
    );
    stage(book);
    (await screen.findByRole('button', { name: /^Your order notes hold 2 things/ })).click();
    const desk = await screen.findByRole('dialog', { name: 'Look through the order notes' });
    await within(desk).findAllByText('下次送小样');
    press('r');
    await waitFor(() => expect(within(desk).queryByText('下次送小样')).toBeNull());
    press('d');
    await within(desk).findByText(/No order note is left/);
    expect(await book.db.gifts.toArray()).toHaveLength(1);
    expect(await book.db.promises.count()).toBe(0);
  });
});

describe.each(LANGS)('in %s', (lang) => {
  it('the board and closing time speak', async () => {
    const panel = stage(book, { lang });
    const t = translator(lang);
    panel.show(chatWith('Anna', '10086', { rows }));
    const queue = await screen.findByRole('region', { name: t('panel.region.queue') });
    within(queue).getAllByRole('button')[0]?.click();
    await within(queue).findByText(t('desk.queue.seen'));
    press('x');
    await screen.findByText(t('desk.closing.promised', { n: 0 }));
    expect(document.body.textContent).not.toMatch(/\bdesk\.[a-z]|\{\w+/);
  });
});

describe('who is at the desk', () => {
  it('one click hands over; what is recorded from then on carries the name', async () => {
    done(await saveSetting(book, 'seatNames', ['Mei', 'Hua']));
    stage(book);
    (await screen.findByRole('button', { name: 'Who is at the desk?' })).click();
    (await screen.findByRole('button', { name: 'Mei' })).click();
    await screen.findByRole('button', { name: 'Hua' });
    done(await recordPromise(book, anna, promiseOf()));
    expect((await book.db.promises.toArray())[0]?.by).toBe('Hua');
  });
});
