import { giveGift, noteReceived } from '@extension/book/actions/gifts';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { recordRecipient } from '@extension/book/actions/packing';
import { noteCourierNumber, packParcel } from '@extension/book/actions/parcels';
import { removeGiftStock, saveGiftStock } from '@extension/book/actions/stock';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { parcels } from '@extension/book/reads/parcels';
import { plainOrders } from '@extension/book/reads/plain-orders';
import { giftStock, giftStockUse } from '@extension/book/reads/stock';
import { dayMark, memoOf } from '@extension/pages/packing/parcel';
import { cardsOf, isPriceless } from '@extension/pages/packing/print/cards';
import { scan } from '@extension/pages/packing/scan';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, giftOf, orderOf, refusal } from '../../book/desk';

const TODAY = '2026-11-22';
let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => book.close());

const seen = async () => {
  const list = await parcels(book, TODAY);
  return { list, plain: await plainOrders(book, TODAY, list) };
};
const card = { to: '妈妈', from: '小李', words: '生日快乐', what: '送给妈妈', orderNumber: '241122-0001' };

describe('a present for somebody else (P9)', () => {
  it('makes the order a present: card in the buyer’s name, slip without a price; undo takes it back', async () => {
    done(await importOrders(book, [orderOf()]));
    const action = done(await recordRecipient(book, anna, card));
    done(await linkOrders(book, action.buyerId ?? '', 'pdd', ['241122-0001'], 'seen'));
    const { list } = await seen();
    expect(list).toHaveLength(1);
    expect(cardsOf(list)).toMatchObject([{ to: '妈妈', words: '生日快乐', from: '小李' }]);
    expect(isPriceless(list[0]!)).toBe(true);
    done(await undo(book, action.id));
    expect((await seen()).list).toEqual([]);
  });

  it('a plain card is the shop’s own and hides no price', () => {
    const note = { id: 'n', cardText: '谢谢', recipient: null, kind: 'card' };
    const parcel = { key: 'k', notes: [note] } as never;
    expect(cardsOf([parcel])).toMatchObject([{ to: null, words: '谢谢', from: null }]);
    expect(isPriceless(parcel)).toBe(false);
    expect(isPriceless({ notes: [{ ...note, kind: 'no-price' }] } as never)).toBe(true);
  });
});

describe('a gift in a parcel of its own (P8)', () => {
  it('does not slip into the order that lies ready', async () => {
    done(await importOrders(book, [orderOf()]));
    const plain = done(await giveGift(book, anna, giftOf({ what: '小样' })));
    const buyerId = plain.buyerId ?? '';
    done(await linkOrders(book, buyerId, 'pdd', ['241122-0001'], 'seen'));
    const alone = giftOf({ what: '圣诞小礼', kind: 'surprise', alone: true });
    done(await giveGift(book, { buyerId }, alone));
    const { list } = await seen();
    expect(list.map(({ orderNumber, gifts }) => [orderNumber, gifts.map(({ what }) => what)]).sort()).toEqual(
      [
        ['241122-0001', ['小样']],
        [null, ['圣诞小礼']],
      ].sort(),
    );
  });

  it('how it was received is kept once it went out', async () => {
    const given = done(await giveGift(book, anna, giftOf({ alone: true })));
    const id = given.changes.find(({ table }) => table === 'gifts')?.id ?? '';
    expect(refusal(await noteReceived(book, id, 'x'))).toBe('invalid');
    done(await packParcel(book, (await parcels(book, TODAY))[0]!));
    const action = done(await noteReceived(book, id, '发了朋友圈'));
    expect((await book.db.gifts.get(id))?.received).toBe('发了朋友圈');
    done(await undo(book, action.id));
    expect((await book.db.gifts.get(id))?.received).toBe('');
  });
});

describe('the gift stock', () => {
  it('tells what is promised, given and how it was received; a line can go and come back', async () => {
    const saved = done(await saveGiftStock(book, { id: null, name: 'tea', count: 2, cost: null }));
    const stockId = saved.changes[0]?.id ?? '';
    done(await giveGift(book, anna, giftOf({ what: 'tea', stockId, alone: true })));
    expect(await giftStockUse(book)).toMatchObject([{ promised: 1, given: 0, received: [] }]);
    done(await packParcel(book, (await parcels(book, TODAY))[0]!));
    const [gift] = await book.db.gifts.toArray();
    done(await noteReceived(book, gift?.id ?? '', 'loved it'));
    expect(await giftStockUse(book)).toMatchObject([
      { promised: 0, given: 1, received: ['loved it'], line: { count: 1 } },
    ]);
    const removed = done(await removeGiftStock(book, stockId));
    expect(await giftStock(book)).toEqual([]);
    done(await undo(book, removed.id));
    expect(await giftStock(book)).toHaveLength(1);
  });
});

describe('forty parcels, some with something to remember (J23)', () => {
  it('counts orders of nobody known, lately paid and not shipped', async () => {
    done(
      await importOrders(book, [
        orderOf({ number: '1' }),
        orderOf({ number: '2', buyerKey: null, paidAt: '2026-11-21T10:00:00Z', createdAt: null }),
        orderOf({ number: 'old', buyerKey: null, paidAt: '2026-01-01T10:00:00Z', createdAt: null }),
        orderOf({ number: 'gone', buyerKey: null, shippedAt: '2026-11-22T11:00:00Z', status: 'shipped' }),
      ]),
    );
    const { plain } = await seen();
    expect(plain.map(({ order, orderedOn }) => [order.number, orderedOn])).toEqual([
      ['2', '2026-11-21'],
      ['1', '2026-11-22'],
    ]);
  });

  it('marks what was ordered today, and what was left from before', () => {
    const parcel = { packedToday: false, shipped: false };
    expect(dayMark({ ...parcel, orderedOn: TODAY }, TODAY)).toBe('today');
    expect(dayMark({ ...parcel, orderedOn: '2026-11-21' }, TODAY)).toBe('left');
    expect(dayMark({ ...parcel, orderedOn: null }, TODAY)).toBeNull();
    expect(dayMark({ packedToday: true, shipped: false, orderedOn: '2026-11-21' }, TODAY)).toBeNull();
  });

  it('a scan finds by order or courier number, says plainly that nothing is special, or that it knows nothing', async () => {
    done(
      await importOrders(book, [
        orderOf({ number: '1', courierNumber: 'YT0001' }),
        orderOf({ number: '2', buyerKey: null, courierNumber: 'YT0002' }),
      ]),
    );
    const action = done(await giveGift(book, anna, giftOf()));
    done(await linkOrders(book, action.buyerId ?? '', 'pdd', ['1'], 'seen'));
    const { list, plain } = await seen();
    expect(scan('1', list, plain)).toMatchObject({ kind: 'parcel', parcels: [{ orderNumber: '1' }] });
    expect(scan(' yt 0001', list, plain).kind).toBe('parcel');
    expect(scan('ＹＴ０００２', list, plain)).toMatchObject({
      kind: 'plain',
      plain: { order: { number: '2' } },
    });
    expect(scan('YT9', list, plain)).toEqual({ kind: 'unknown', number: 'YT9' });
    expect(scan('', list, plain).kind).toBe('unknown');
  });

  it('a waybill printed a moment ago is known from the click on', async () => {
    done(await importOrders(book, [orderOf({ number: '1', buyerKey: null })]));
    const [order] = await book.db.orders.toArray();
    const noted = done(await noteCourierNumber(book, order?.id ?? '', 'SF77'));
    const after = await seen();
    expect(scan('sf77', after.list, after.plain).kind).toBe('plain');
    done(await undo(book, noted.id));
    const before = await seen();
    expect(scan('sf77', before.list, before.plain).kind).toBe('unknown');
    expect(refusal(await noteCourierNumber(book, 'gone', 'x'))).toBe('not-found');
  });
});

describe('the note for the platform’s memo', () => {
  const family = '👨‍👩‍👧‍👦';
  const parcel = (what: string) => ({ notes: [{ what, cardText: null }], gifts: [], promises: [] });

  it('begins with the flag and is cut between what a reader sees as characters, within 1000 bytes', () => {
    expect(memoOf(parcel('包两层'), '【留意】')).toBe('【留意】 包两层');
    const memo = memoOf(parcel(family.repeat(60)), '【留意】');
    expect(new TextEncoder().encode(memo).length).toBeLessThanOrEqual(1000);
    expect(memo.slice('【留意】 '.length).split(family).join('')).toBe('');
  });

  it('is empty when there is nothing to say, also with a flag', () => {
    expect(memoOf({ notes: [], gifts: [{ what: 'x', kind: 'surprise' }], promises: [] }, '【留意】')).toBe(
      '',
    );
  });
});
