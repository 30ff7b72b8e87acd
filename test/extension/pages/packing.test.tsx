// @vitest-environment happy-dom
import { attachGift, giveGift } from '@extension/book/actions/gifts';
import { recordPackingNote } from '@extension/book/actions/packing';
import { recordPromise } from '@extension/book/actions/promises';
import { saveGiftStock } from '@extension/book/actions/stock';
import type { OpenBook } from '@extension/book/open';
import { PackingTable } from '@extension/pages/packing/PackingTable';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { act, cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, giftOf, promiseOf } from '../book/desk';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

function table() {
  render(
    <WordsProvider words={{ lang: 'en', t: translator('en') }}>
      <PackingTable book={book} onReady={() => undefined} />
    </WordsProvider>,
  );
}

const note = {
  what: 'wrap twice',
  kind: 'wrap',
  cardText: 'Happy birthday',
  orderNumber: null,
  standing: false,
} as const;

describe('the packing table', () => {
  it('says what to do when there is nothing to remember', async () => {
    table();
    await screen.findByText(/No parcel has anything to remember/);
  });

  it('one tick packs gift and note, takes one from the stock, keeps no promise to ship; Ctrl-Z takes it back', async () => {
    const stock = done(await saveGiftStock(book, { id: null, name: 'tea', count: 5, cost: null }));
    const stockId = stock.changes[0]?.id ?? '';
    const gift = done(await giveGift(book, anna, giftOf({ what: 'tea', stockId })));
    const giftId = gift.changes.find(({ table }) => table === 'gifts')?.id ?? '';
    done(await attachGift(book, giftId, null));
    done(await recordPackingNote(book, anna, note));
    done(await recordPromise(book, anna, promiseOf({ kind: 'ship' })));
    table();
    const tick = (await screen.findByRole('checkbox', { name: 'Anna' })) as HTMLInputElement;
    expect(screen.getByText('Happy birthday')).toBeTruthy();
    act(() => tick.click());
    await waitFor(async () => expect((await book.db.gifts.get(giftId))?.state).toBe('packed'));
    expect((await book.db.giftStock.get(stockId))?.count).toBe(4);
    expect((await book.db.packing.toArray())[0]?.state).toBe('packed');
    expect((await book.db.promises.toArray())[0]?.state).toBe('open');
    await screen.findByRole('button', { name: 'Undo' });
    act(() => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true }));
    });
    await waitFor(async () => expect((await book.db.gifts.get(giftId))?.state).toBe('to-pack'));
    expect((await book.db.giftStock.get(stockId))?.count).toBe(5);
  });

  it('Shipped keeps the promise to ship', async () => {
    done(await recordPromise(book, anna, promiseOf({ kind: 'ship' })));
    table();
    (await screen.findByRole('button', { name: 'Shipped' })).click();
    await waitFor(async () => expect((await book.db.promises.toArray())[0]?.state).toBe('kept'));
  });
});
