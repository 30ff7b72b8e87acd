// @vitest-environment happy-dom
import { recordDiscount } from '@extension/book/actions/discounts';
import { giveGift } from '@extension/book/actions/gifts';
import { recordPromise } from '@extension/book/actions/promises';
import { saveGiftStock } from '@extension/book/actions/stock';
import type { OpenBook } from '@extension/book/open';
import { LANGS, translator } from '@shared/i18n';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, discountOf, done, freshBook, giftOf, promiseOf } from '../book/desk';
import { chatWith, press, rowOf, said, stage, type } from './stage';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('a returning buyer', () => {
  it('the promised discount stands first, then gifts, then promises by urgency; a surprise has no button', async () => {
    done(
      await recordPromise(book, anna, promiseOf({ what: 'later', due: { on: 'day', day: '2026-12-20' } })),
    );
    done(
      await recordPromise(book, anna, promiseOf({ what: 'overdue', due: { on: 'day', day: '2026-11-20' } })),
    );
    done(await giveGift(book, anna, giftOf({ what: 'told gift', kind: 'announced' })));
    done(await giveGift(book, anna, giftOf({ what: 'secret gift', kind: 'surprise' })));
    done(await recordDiscount(book, anna, discountOf({ what: '10 off' })));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    const owe = await screen.findByRole('region', { name: 'You owe' });
    await within(owe).findByText('10 off');
    const rows = within(owe).getAllByRole('listitem');
    expect(rows.map((row) => row.querySelector('.what')?.textContent)).toEqual([
      '10 off',
      'told gift',
      'overdue',
      'later',
    ]);
    expect(within(owe).getAllByRole('button', { name: 'Put in reply' })).toHaveLength(4);
    expect(
      within(owe)
        .getByText(/secret gift/)
        .closest('li'),
    ).toBeNull();
  });

  it('F fills the first debt once, for this buyer, and names nobody who is masked', async () => {
    const masked = { account: { ...('account' in anna ? anna.account : never()), displayName: '王**' } };
    done(await recordDiscount(book, masked, discountOf({ what: '10 off' })));
    const panel = stage(book);
    panel.show(chatWith('王**', '10086', { messages: [said('buyer', 'm9', 'hello')] }));
    await screen.findByText('10 off', { selector: '.owed .what' });
    press('f');
    await screen.findByText(/In the reply box/);
    expect(panel.filled).toHaveLength(1);
    expect(panel.filled[0]).toMatchObject({ buyerKey: '10086', lastMessageId: 'm9', draft: 'refuse' });
    expect(panel.filled[0]?.text).toContain('Hi there');
    expect(panel.filled[0]?.text).not.toContain('*');
  });

  it('a box that can not be filled puts the words on the clipboard and says so', async () => {
    done(await recordDiscount(book, anna, discountOf({ what: '10 off' })));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByText('10 off', { selector: '.owed .what' });
    panel.answers({ ok: false, reason: 'no-box' });
    press('f');
    await screen.findByRole('alert');
    expect(panel.copied).toHaveLength(1);
  });

  it('a draft in the box is never overwritten without being asked', async () => {
    done(await recordDiscount(book, anna, discountOf({ what: '10 off' })));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByText('10 off', { selector: '.owed .what' });
    panel.answers({ ok: false, reason: 'has-draft' });
    press('f');
    const append = await screen.findByRole('button', { name: 'Add behind it' });
    panel.answers({ ok: true });
    append.click();
    await waitFor(() => expect(panel.filled.map(({ draft }) => draft)).toEqual(['refuse', 'append']));
  });
});

describe('a waiting buyer', () => {
  const waiting = (more = {}) =>
    chatWith('Anna', '10086', {
      rows: [
        rowOf('1', 'First', 1, NOW - 400_000),
        { ...rowOf('10086', 'Anna', 2, NOW - 300_000), active: true },
      ],
      ...more,
    });

  it('one key fills the apology with place and wait and keeps the gift as to be sent, until it is seen as sent', async () => {
    done(
      await saveGiftStock(book, { id: null, name: 'tea', count: 3, cost: { minor: 250, currency: 'CNY' } }),
    );
    const panel = stage(book);
    panel.show(waiting());
    await screen.findByRole('button', { name: 'Apologise + gift' });
    await screen.findByRole('button', { name: 'Promise' });
    press('a');
    await waitFor(async () => expect(await book.db.gifts.count()).toBe(1));
    const [gift] = await book.db.gifts.toArray();
    expect(gift).toMatchObject({
      state: 'to-be-sent',
      kind: 'apology',
      place: 2,
      waitSeconds: 300,
      waitExact: true,
    });
    expect(gift?.cost).toEqual({ minor: 250, currency: 'CNY' });
    const text = panel.filled[0]?.text ?? '';
    expect(text).toContain('5 minutes');
    expect(text).toContain('1 ahead');
    expect(text).toContain('tea');
    panel.show(waiting({ messages: [said('seller', 'm1', ` ${text}`)] }));
    await waitFor(async () => expect((await book.db.gifts.toArray())[0]?.state).toBe('waiting-for-order'));
  });

  it('records nothing when the chat moved on before the text was in', async () => {
    done(await saveGiftStock(book, { id: null, name: 'tea', count: 3, cost: null }));
    const panel = stage(book);
    panel.show(waiting());
    await screen.findByRole('button', { name: 'Promise' });
    panel.answers({ ok: false, reason: 'changed' });
    press('a');
    await screen.findByRole('alert');
    expect(await book.db.gifts.count()).toBe(0);
  });

  it('asks once which gift where the shop has none yet, and keeps it as its own', async () => {
    const panel = stage(book);
    panel.show(waiting());
    await screen.findByRole('button', { name: 'Promise' });
    press('a');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'tea');
    type('In stock', '5');
    type('Cost', '2.50');
    press('Enter');
    await waitFor(async () => expect(await book.db.gifts.count()).toBe(1));
    const [line] = await book.db.giftStock.toArray();
    expect(line).toMatchObject({ name: 'tea', count: 5, cost: { minor: 250, currency: 'CNY' } });
    expect((await book.db.settings.get('setting:apologyGift'))?.value).toMatchObject({ stockId: line?.id });
  });

  it('never says that nobody waits when the list was not found', async () => {
    const panel = stage(book, { all: true });
    panel.show(chatWith('Anna', '10086', { rows: null }));
    const queue = await screen.findByRole('region', { name: 'Queue' });
    expect(queue.textContent).not.toContain('Nobody');
    panel.show(chatWith('Anna', '10086', { rows: [] }));
    await within(queue).findByText('Nobody waits.');
  });
});

describe('who it is', () => {
  it('opens no file by itself when the page leaves doubt; one click does', async () => {
    done(await recordPromise(book, anna, promiseOf({ what: 'a debt' })));
    const panel = stage(book);
    const buyer = {
      platform: 'pdd',
      strength: 'name',
      key: 'Anna',
      name: 'Anna',
      masked: false,
      sure: false,
    } as const;
    panel.show(chatWith('Anna', 'Anna', { status: 'unsure', buyer }));
    await screen.findByRole('heading', { level: 1, name: 'Not sure who' });
    expect(screen.queryByText('a debt')).toBeNull();
    (await screen.findByRole('button', { name: /^Anna/ })).click();
    await screen.findByText('a debt', { selector: '.owed .what' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna');
  });

  it('links order numbers seen with a buyer of the book, once', async () => {
    done(await recordPromise(book, anna, promiseOf()));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086', { orderNumbers: ['241122-0001'] }));
    await waitFor(async () => expect(await book.db.orderLinks.count()).toBe(1));
    panel.show(chatWith('Anna', '10086', { orderNumbers: ['241122-0001'], draft: 'x' }));
    panel.show(chatWith('Anna', '10086', { orderNumbers: ['241122-0001', '241122-0002'] }));
    await waitFor(async () => expect(await book.db.orderLinks.count()).toBe(2));
    const links = await book.db.actions.filter(({ name }) => name === 'link-orders').count();
    expect(links).toBe(2);
  });
});

describe('Today', () => {
  it('shows at most seven lines, late first; a line opens its buyer', async () => {
    for (let day = 10; day < 20; day++) {
      const due = { on: 'day', day: `2026-11-${day}` } as const;
      done(await recordPromise(book, anna, promiseOf({ what: `promise ${day}`, due })));
    }
    stage(book);
    await screen.findByText('promise 10');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Today');
    expect(screen.getAllByText(/^promise /)).toHaveLength(7);
    (await screen.findByText('3 more')).click();
    await waitFor(() => expect(screen.getAllByText(/^promise /)).toHaveLength(10));
    screen.getByText('promise 10').closest('button')?.click();
    await screen.findByRole('heading', { level: 1, name: 'Anna' });
  });
});

describe.each(LANGS)('in %s', (lang) => {
  it('draws every region and the status in its own words', async () => {
    done(await recordPromise(book, anna, promiseOf()));
    const panel = stage(book, { lang, all: true });
    panel.show(chatWith('Anna', '10086'));
    const t = translator(lang);
    await screen.findByRole('region', { name: t('panel.region.timeline') });
    expect(screen.getByRole('status').textContent).toBe(t('chat.status.connected'));
    for (const name of ['owe', 'promises', 'complaints', 'visits', 'orders', 'profile', 'queue'] as const) {
      expect(screen.getByRole('region', { name: t(`panel.region.${name}`) })).toBeTruthy();
    }
    expect(document.body.textContent).not.toMatch(/\bpanel\.|\brecords\.|\{\w+/);
  });
});

function never(): never {
  throw new Error('anna is an account');
}
