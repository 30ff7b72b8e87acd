import { beginDay } from '@extension/book/actions/day';
import { giveGift } from '@extension/book/actions/gifts';
import { settleMemo } from '@extension/book/actions/memo';
import { addNote } from '@extension/book/actions/notes';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { packParcel } from '@extension/book/actions/parcels';
import { recordPromise } from '@extension/book/actions/promises';
import { prepareQueue, refillApology } from '@extension/book/actions/queue';
import { markSent } from '@extension/book/actions/sent';
import { saveSetting } from '@extension/book/actions/settings';
import { undo } from '@extension/book/actions/undo';
import { recordWait } from '@extension/book/actions/waits';
import type { OpenBook } from '@extension/book/open';
import { findBuyer } from '@extension/book/reads/accounts';
import { closing } from '@extension/book/reads/closing';
import { memoOrders } from '@extension/book/reads/memo-orders';
import { parcels } from '@extension/book/reads/parcels';
import { giftMoney } from '@extension/book/reads/queue-gifts';
import { recentChanges } from '@extension/book/reads/recent';
import { todayView } from '@extension/book/reads/today';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, giftOf, orderOf, promiseOf, testWorld, wang } from './desk';

const TODAY = '2026-11-22';
const world = testWorld();
let book: OpenBook;
beforeEach(async () => {
  world.at('2026-11-22T12:00:00Z');
  book = await freshBook(world);
});
afterEach(() => book.close());

const { toBeSent: _, ...apology } = giftOf({ quote: '久等了' });
const both = [
  { who: anna, gift: apology },
  { who: wang, gift: apology },
];

describe('waits', () => {
  const wait = {
    platform: 'pdd',
    key: '10086',
    since: Date.parse('2026-11-22T11:50:10Z'),
    exact: true,
    place: 2,
  };
  const ended = { ...wait, end: 'answered', endedAt: Date.parse('2026-11-22T12:00:00Z') } as const;

  it('is kept once, also when two panels saw it seconds apart', async () => {
    done(await recordPromise(book, anna, promiseOf()));
    done(await recordWait(book, ended));
    done(await recordWait(book, ended));
    done(await recordWait(book, { ...ended, since: ended.since + 55_000 }));
    const waits = await book.db.waits.toArray();
    expect(waits).toMatchObject([{ name: 'Anna', exact: true, place: 2, leftAt: null }]);
    expect(waits[0]?.answeredAt).toBe('2026-11-22T12:00:00.000Z');
  });

  it('of somebody the book does not know, no name is kept', async () => {
    done(await recordWait(book, { ...ended, key: 'nobody', end: 'left' }));
    expect(await book.db.waits.toArray()).toMatchObject([{ buyerId: null, name: '', answeredAt: null }]);
    expect(await book.db.buyers.count()).toBe(0);
  });
});

describe('prepared for all who wait', () => {
  it('is one act, one undo, and nobody is given two', async () => {
    const action = done(await prepareQueue(book, both));
    done(await prepareQueue(book, both));
    expect(await book.db.gifts.toArray()).toMatchObject([{ state: 'to-be-sent' }, { state: 'to-be-sent' }]);
    done(await undo(book, action.id));
    expect((await book.db.gifts.toArray()).filter(({ deleted }) => !deleted)).toEqual([]);
    expect((await book.db.buyers.toArray()).filter(({ deleted }) => !deleted)).toEqual([]);
  });

  it('from the promise to the parcel nothing is dropped; what was never sent says so in Today', async () => {
    done(await prepareQueue(book, both));
    const account = { platform: 'pdd', strength: 'platform', key: '10086' } as const;
    const mine = await findBuyer(book, account);
    const [gift] = (await book.db.gifts.toArray()).filter(({ buyerId }) => buyerId === mine?.id);
    const said = { quote: '久等 12 分钟了', waitSeconds: 720, waitExact: true, place: 1, where: null };
    done(await refillApology(book, gift!.id, said));
    done(await markSent(book, 'gifts', [gift!.id]));
    expect(await book.db.gifts.get(gift!.id)).toMatchObject({
      state: 'waiting-for-order',
      quote: '久等 12 分钟了',
    });
    world.at('2026-11-23T02:00:00Z');
    await beginDay(book, '2026-11-23');
    const { dropped } = await todayView(book, '2026-11-23');
    expect(dropped.map(({ buyer }) => buyer.name)).toEqual(['王小姐']);
    done(await importOrders(book, [orderOf({ createdAt: '2026-11-23T01:00:00Z' })]));
    done(await linkOrders(book, mine!.id, 'pdd', ['241122-0001'], 'seller'));
    const [parcel] = await parcels(book, '2026-11-23');
    expect(parcel?.gifts.map(({ what }) => what)).toEqual(['小样一份']);
    done(await packParcel(book, parcel!));
    expect((await book.db.gifts.get(gift!.id))?.state).toBe('packed');
  });

  it('budgets and what was given before for the same reason', async () => {
    for (const minor of [500, 800]) {
      done(await giveGift(book, anna, giftOf({ reason: '久等', cost: { minor, currency: 'CNY' } })));
    }
    done(await saveSetting(book, 'giftBudgetDay', 1000));
    const money = await giftMoney(book, TODAY, '久等');
    expect(money).toMatchObject({ today: 1300, perDay: 1000, perBuyer: null });
    expect(money.precedent).toEqual({
      n: 2,
      least: { minor: 500, currency: 'CNY' },
      most: { minor: 800, currency: 'CNY' },
    });
    expect((await giftMoney(book, TODAY, '破损')).precedent).toBeNull();
    expect([...money.byBuyer.values()]).toEqual([1300]);
  });
});

describe('closing time', () => {
  it('counts the evening over midnight, with the lists behind each number', async () => {
    done(await recordPromise(book, anna, promiseOf({ kind: 'card', what: '写贺卡' })));
    world.at('2026-11-22T16:30:00Z'); // half past midnight in the shop
    done(await giveGift(book, wang, giftOf()));
    done(
      await recordWait(book, {
        platform: 'pdd',
        key: 'x',
        since: world.now() - 600_000,
        exact: true,
        place: 1,
        end: 'left',
        endedAt: world.now(),
      }),
    );
    const evening = await closing(book);
    expect(evening.promised.map(({ what, buyer }) => [what, buyer.name])).toEqual([
      ['写贺卡', 'Anna'],
      ['小样一份', '王小姐'],
    ]);
    expect(evening.parcels.map(({ buyer }) => buyer.name)).toEqual(['Anna']);
    expect(evening.left).toHaveLength(1);
    world.at('2026-11-23T02:00:00Z');
    expect(await closing(book)).toMatchObject({ promised: [], left: [] });
  });
});

describe('what was done last', () => {
  it('lists what was done by hand, newest first, with what was taken back', async () => {
    const note = done(await addNote(book, anna, '油皮'));
    done(
      await recordWait(book, {
        platform: 'pdd',
        key: 'x',
        since: 0,
        exact: true,
        place: 1,
        end: 'left',
        endedAt: 1,
      }),
    );
    done(await recordPromise(book, wang, promiseOf()));
    done(await undo(book, note.id));
    // What the program keeps for itself is nobody's doing; what the owner set is.
    done(await saveSetting(book, 'importColumns', {}));
    done(await saveSetting(book, 'heldBack', 1));
    done(await saveSetting(book, 'shopName', 'Tea'));
    const list = await recentChanges(book, 20);
    expect(list.map(({ action, undone }) => [action.name, undone])).toEqual([
      ['save-setting', false],
      ['record-promise', false],
      ['add-note', true],
    ]);
  });
});

describe('order notes', () => {
  const said = {
    table: 'promise',
    kind: 'other',
    what: '下次送小样',
    quote: '下次送小样',
    due: { on: 'day', day: '2025-01-05' },
    amount: null,
    percentOff: null,
  } as const;

  it('recorded as owed without a day that is over, tied to the order by its number; undone as one', async () => {
    done(await importOrders(book, [orderOf({ buyerKey: null, sellerMemo: '下次送小样' })]));
    const { orders } = await memoOrders(book);
    expect(orders).toMatchObject([{ buyer: null }]);
    const action = done(await settleMemo(book, orders[0]!.order, 'k1', said, 'recorded'));
    expect(await book.db.promises.toArray()).toMatchObject([
      { state: 'open', due: { on: 'open' }, source: 'memo', orderNumber: '241122-0001' },
    ]);
    expect((await todayView(book, TODAY)).ranked).toEqual([]);
    expect([...(await memoOrders(book)).decided]).toEqual(['k1']);
    expect((await memoOrders(book)).orders[0]?.buyer?.name).toBe('A**a');
    done(await undo(book, action.id));
    expect((await memoOrders(book)).decided.size).toBe(0);
    expect((await book.db.promises.toArray()).every(({ deleted }) => deleted)).toBe(true);
  });

  it('done or let go is remembered and writes nothing else', async () => {
    done(await importOrders(book, [orderOf({ sellerMemo: '下次送小样' })]));
    const [one] = (await memoOrders(book)).orders;
    done(await settleMemo(book, one!.order, 'k1', said, 'done'));
    done(await settleMemo(book, one!.order, 'k2', said, 'let-go'));
    expect([...(await memoOrders(book)).decided]).toEqual(['k1', 'k2']);
    expect(await book.db.promises.count()).toBe(0);
  });
});
