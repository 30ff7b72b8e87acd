import { attachGift, expireGifts, giveGift, releaseGift } from '@extension/book/actions/gifts';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { recordPackingNote } from '@extension/book/actions/packing';
import { packParcel, shipParcel, unpackParcel } from '@extension/book/actions/parcels';
import { recordPromise } from '@extension/book/actions/promises';
import { dropUnsent, markSent } from '@extension/book/actions/sent';
import { saveGiftStock } from '@extension/book/actions/stock';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { buyerView } from '@extension/book/reads/buyer';
import { parcels } from '@extension/book/reads/parcels';
import { giftShelf, giftStock } from '@extension/book/reads/stock';
import { todayView } from '@extension/book/reads/today';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anna,
  done,
  freshBook,
  giftOf,
  orderOf,
  promiseOf,
  refusal,
  type TestWorld,
  testWorld,
} from './desk';

const TODAY = '2026-11-22';
let world: TestWorld;
let shop: OpenBook;
beforeEach(async () => {
  world = testWorld();
  shop = await freshBook(world);
});
afterEach(() => shop.close());

const idOf = (action: ReturnType<typeof done>, table: string) =>
  action.changes.find((change) => change.table === table)!.id;
const giftState = async (id: string) => (await shop.db.gifts.get(id))?.state;

async function annaHasAGift(toBeSent = false) {
  const action = done(await giveGift(shop, anna, giftOf({ stockId: 'tea', toBeSent })));
  return { gift: idOf(action, 'gifts'), buyer: action.buyerId! };
}

describe('a queue gift', () => {
  it('waits until the words were sent, then for an order, and is on no list of today', async () => {
    const { gift } = await annaHasAGift(true);
    expect((await todayView(shop, TODAY)).toBeSent.map((item) => item.unsent.record.id)).toEqual([gift]);
    done(await markSent(shop, 'gifts', [gift]));
    expect(await giftState(gift)).toBe('waiting-for-order');
    const today = await todayView(shop, TODAY);
    expect(today.ranked).toEqual([]);
    expect(today.giftsWaiting.map((item) => item.gift.id)).toEqual([gift]);
    expect(await parcels(shop, TODAY)).toEqual([]);
  });

  it('goes with the next order that an import brings', async () => {
    const { gift } = await annaHasAGift();
    done(await importOrders(shop, [orderOf()]));
    expect(await shop.db.gifts.get(gift)).toMatchObject({ state: 'to-pack', orderNumber: '241122-0001' });
    const [parcel] = await parcels(shop, TODAY);
    expect(parcel).toMatchObject({ orderNumber: '241122-0001', platform: 'pdd', packedToday: false });
    expect(parcel!.items[0]!.title).toBe('面霜');
    expect((await todayView(shop, TODAY)).giftsToPack).toHaveLength(1);
  });

  it('goes into the parcel that still lies in the shop, at once or when its words are sent', async () => {
    await annaHasAGift();
    done(await importOrders(shop, [orderOf()]));
    const { gift: second } = await annaHasAGift();
    expect(await shop.db.gifts.get(second)).toMatchObject({ state: 'to-pack', orderNumber: '241122-0001' });
    const { gift: third } = await annaHasAGift(true);
    expect(await giftState(third)).toBe('to-be-sent');
    done(await markSent(shop, 'gifts', [third]));
    expect(await shop.db.gifts.get(third)).toMatchObject({ state: 'to-pack', orderNumber: '241122-0001' });
  });

  it('does not go with an order that has left already, nor with one that is not paid', async () => {
    const { gift } = await annaHasAGift();
    const left = orderOf({ number: '1', status: 'shipped', shippedAt: '2026-11-20T01:00:00Z' });
    done(await importOrders(shop, [left, orderOf({ number: '2', status: 'unpaid', paidAt: null })]));
    expect(await giftState(gift)).toBe('waiting-for-order');
  });

  it('goes with a number newly seen in the chat, not with one known before', async () => {
    const { gift: first, buyer } = await annaHasAGift();
    done(await linkOrders(shop, buyer, 'pdd', ['77'], 'seen'));
    expect(await giftState(first)).toBe('to-pack');
    const { gift: second } = await annaHasAGift();
    done(await linkOrders(shop, buyer, 'pdd', ['77'], 'seen'));
    expect(await giftState(second)).toBe('waiting-for-order');
  });

  it('expires after 30 days without an order; it was never broken', async () => {
    const { gift } = await annaHasAGift();
    done(await expireGifts(shop, '2026-12-22'));
    expect(await giftState(gift)).toBe('waiting-for-order');
    const action = done(await expireGifts(shop, '2026-12-23'));
    expect(await giftState(gift)).toBe('expired');
    done(await undo(shop, action.id));
    expect(await giftState(gift)).toBe('waiting-for-order');
  });

  it('can be attached by hand, or taken back', async () => {
    const { gift } = await annaHasAGift();
    done(await attachGift(shop, gift, '99'));
    expect((await parcels(shop, TODAY))[0]!.orderNumber).toBe('99');
    done(await releaseGift(shop, gift));
    expect(await parcels(shop, TODAY)).toEqual([]);
    expect(refusal(await releaseGift(shop, gift))).toBe('invalid');
  });
});

describe('words filled but never sent', () => {
  it('drop when the day is over, with a line in Today, and can be had back', async () => {
    const { gift } = await annaHasAGift(true);
    const promised = done(await recordPromise(shop, anna, promiseOf({ toBeSent: true })));
    done(await dropUnsent(shop, TODAY));
    expect(await giftState(gift)).toBe('to-be-sent');
    world.at('2026-11-23T01:00:00Z');
    const dropped = done(await dropUnsent(shop, '2026-11-23'));
    expect(await giftState(gift)).toBe('released');
    expect((await shop.db.promises.get(idOf(promised, 'promises')))!.state).toBe('released');
    const line = (await todayView(shop, '2026-11-23')).dropped;
    expect(line.map((item) => item.buyer.name)).toEqual(['Anna', 'Anna']);
    expect((await todayView(shop, '2026-11-24')).dropped).toEqual([]);
    done(await undo(shop, dropped.id));
    expect((await todayView(shop, '2026-11-23')).dropped).toEqual([]);
    expect(await giftState(gift)).toBe('to-be-sent');
  });
});

describe('a parcel', () => {
  async function aParcel() {
    done(await saveGiftStock(shop, { id: 'tea', name: '小样', count: 5, cost: null }));
    const { gift, buyer } = await annaHasAGift();
    done(
      await recordPackingNote(shop, anna, {
        what: '包结实点',
        kind: 'wrap',
        cardText: null,
        orderNumber: null,
        standing: false,
      }),
    );
    done(
      await recordPackingNote(shop, anna, {
        what: '不放价格单',
        kind: 'no-price',
        cardText: null,
        orderNumber: null,
        standing: true,
      }),
    );
    const ship = idOf(done(await recordPromise(shop, anna, promiseOf())), 'promises');
    const card = idOf(
      done(await recordPromise(shop, anna, promiseOf({ kind: 'card', what: '写卡片' }))),
      'promises',
    );
    const tell = idOf(done(await recordPromise(shop, anna, promiseOf({ kind: 'tell' }))), 'promises');
    done(await importOrders(shop, [orderOf()]));
    const all = await parcels(shop, TODAY);
    return { all, parcel: all[0]!, gift, buyer, ship, card, tell };
  }
  const stateOf = async (id: string) => (await shop.db.promises.get(id))!.state;

  it('holds everything there is to remember about one order', async () => {
    const { all, parcel } = await aParcel();
    expect(all).toHaveLength(1);
    expect(parcel.notes.map((note) => note.what)).toEqual(['包结实点', '不放价格单']);
    expect(parcel.gifts).toHaveLength(1);
    expect(parcel.promises.map((promise) => promise.kind).sort()).toEqual(['card', 'ship']);
  });

  it('when packed keeps gift, card and notes, takes one from stock, and does not keep the shipping', async () => {
    const { parcel, gift, ship, card, tell } = await aParcel();
    const action = done(await packParcel(shop, parcel));
    expect(await giftState(gift)).toBe('packed');
    expect([await stateOf(card), await stateOf(ship), await stateOf(tell)]).toEqual(['kept', 'open', 'open']);
    expect((await giftStock(shop))[0]!.count).toBe(4);
    const notes = await shop.db.packing.toArray();
    expect(notes.map((note) => note.state).sort()).toEqual(['open', 'packed']);
    const [after] = await parcels(shop, TODAY);
    expect(after).toMatchObject({ key: parcel.key, packedToday: true, packedBy: action.id, shipped: false });
    expect(after!.notes).toHaveLength(2);
    // Tomorrow it is on its way, not on the table.
    expect(await parcels(shop, '2026-11-23')).toEqual([]);
  });

  it('is spoken for on the shelf until it is packed', async () => {
    done(await saveGiftStock(shop, { id: 'cup', name: '杯', count: 2, cost: null }));
    const { parcel } = await aParcel();
    const spokenFor = async () => (await giftShelf(shop)).map(({ line, promised }) => [line.name, promised]);
    expect(await spokenFor()).toEqual([
      ['小样', 1],
      ['杯', 0],
    ]);
    done(await packParcel(shop, parcel));
    expect(await spokenFor()).toEqual([
      ['小样', 0],
      ['杯', 0],
    ]);
  });

  it('is packed once, though two windows tick it', async () => {
    const { parcel } = await aParcel();
    done(await packParcel(shop, parcel));
    done(await packParcel(shop, parcel));
    expect((await giftStock(shop))[0]!.count).toBe(4);
    expect(await shop.db.parcels.count()).toBe(1);
  });

  it('is unpacked by one undo, also after another parcel was packed', async () => {
    const { parcel, gift, card, buyer } = await aParcel();
    done(await packParcel(shop, parcel));
    const { gift: other } = await annaHasAGift();
    done(await attachGift(shop, other, '555'));
    const more = (await parcels(shop, TODAY)).find((one) => one.orderNumber === '555')!;
    done(await packParcel(shop, more));
    expect((await giftStock(shop))[0]!.count).toBe(3);
    const ticked = (await parcels(shop, TODAY)).find((one) => one.key === parcel.key)!;
    done(await unpackParcel(shop, ticked));
    expect((await giftStock(shop))[0]!.count).toBe(4);
    expect([await giftState(gift), await giftState(other)]).toEqual(['to-pack', 'packed']);
    expect(await stateOf(card)).toBe('open');
    expect((await buyerView(shop, buyer))!.packing.map((note) => note.state)).toEqual(['open', 'open']);
    const again = (await parcels(shop, TODAY)).find((one) => one.key === parcel.key)!;
    expect(again).toMatchObject({ packedToday: false, packedBy: null });
    done(await packParcel(shop, again));
    expect((await giftStock(shop))[0]!.count).toBe(3);
  });

  it('when shipped keeps the promise to ship and marks the order', async () => {
    const { parcel, ship } = await aParcel();
    done(await packParcel(shop, parcel));
    const [packed] = await parcels(shop, TODAY);
    const action = done(await shipParcel(shop, packed!));
    expect(await stateOf(ship)).toBe('kept');
    expect((await shop.db.orders.toArray())[0]).toMatchObject({ status: 'shipped' });
    expect((await parcels(shop, TODAY))[0]!.shipped).toBe(true);
    done(await undo(shop, action.id));
    expect(await stateOf(ship)).toBe('open');
    expect((await shop.db.orders.toArray())[0]).toMatchObject({ status: 'paid', shippedAt: null });
  });

  it('needs no order: a replacement promised after a complaint', async () => {
    done(await recordPromise(shop, anna, promiseOf({ kind: 'replace', what: '补发一瓶' })));
    const [parcel] = await parcels(shop, TODAY);
    expect(parcel).toMatchObject({ orderNumber: null, platform: null });
    done(await packParcel(shop, parcel!));
    expect((await parcels(shop, TODAY))[0]).toMatchObject({ packedToday: true });
  });

  it('shows what was added after the tick as open again', async () => {
    const { parcel } = await aParcel();
    done(await packParcel(shop, parcel));
    done(
      await recordPromise(
        shop,
        anna,
        promiseOf({ kind: 'goods', what: '加一包糖', orderNumber: '241122-0001' }),
      ),
    );
    const all = await parcels(shop, TODAY);
    expect(all.map((one) => one.packedToday)).toEqual(expect.arrayContaining([true, false]));
    expect(new Set(all.map((one) => one.key)).size).toBe(2);
    expect(all.find((one) => one.key === parcel.key)!.promises.map((promise) => promise.what)).toEqual([
      '加一包糖',
    ]);
  });

  it('is not made by a standing wish alone, but every unshipped order of that buyer is one', async () => {
    const wish = {
      what: '易碎',
      kind: 'fragile',
      cardText: null,
      orderNumber: null,
      standing: true,
    } as const;
    done(await recordPackingNote(shop, anna, wish));
    expect(await parcels(shop, TODAY)).toEqual([]);
    done(await importOrders(shop, [orderOf({ number: '1' }), orderOf({ number: '2' })]));
    expect((await parcels(shop, TODAY)).map((one) => one.orderNumber).sort()).toEqual(['1', '2']);
    for (const parcel of await parcels(shop, TODAY)) done(await packParcel(shop, parcel));
    expect((await parcels(shop, TODAY)).every((one) => one.packedToday)).toBe(true);
    expect(await parcels(shop, '2026-11-23')).toEqual([]);
  });
});

describe('an import of orders', () => {
  it('keeps a promise to ship on the day of shipping, not of the import', async () => {
    const ship = idOf(done(await recordPromise(shop, anna, promiseOf())), 'promises');
    done(await importOrders(shop, [orderOf()]));
    world.at('2026-12-01T02:00:00Z');
    const shipped = orderOf({ status: 'shipped', shippedAt: '2026-11-27T15:00:00Z' });
    done(await importOrders(shop, [shipped]));
    expect(await shop.db.promises.get(ship)).toMatchObject({ state: 'kept', settledOn: '2026-11-27' });
  });

  it('changes nothing the second time, and lets a poorer export take nothing back', async () => {
    done(await importOrders(shop, [orderOf({ sellerMemo: '老客' })]));
    expect(done(await importOrders(shop, [orderOf({ sellerMemo: '' })])).changes).toEqual([]);
    expect((await shop.db.orders.toArray())[0]!.sellerMemo).toBe('老客');
    expect(await shop.db.actions.count()).toBe(1);
  });

  it('makes nothing due: years of history leave Today empty', async () => {
    const old = Array.from({ length: 50 }, (_, index) =>
      orderOf({ number: `old-${index}`, createdAt: '2024-01-01T00:00:00Z', status: 'completed' }),
    );
    done(await importOrders(shop, old));
    expect((await todayView(shop, TODAY)).ranked).toEqual([]);
    expect(await parcels(shop, TODAY)).toEqual([]);
  });

  it('never links by a masked name, only by the platform key', async () => {
    const { buyer } = await annaHasAGift();
    done(await importOrders(shop, [orderOf({ number: '1', buyerKey: null }), orderOf({ number: '2' })]));
    expect((await buyerView(shop, buyer))!.orders.map((order) => order.number)).toEqual(['2']);
    done(await linkOrders(shop, buyer, 'pdd', ['1'], 'seller'));
    expect((await buyerView(shop, buyer))!.orders.map((order) => order.number).sort()).toEqual(['1', '2']);
  });
});
