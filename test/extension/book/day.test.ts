import { closeComplaint, recordComplaint } from '@extension/book/actions/complaints';
import { beginDay } from '@extension/book/actions/day';
import { recordDiscount } from '@extension/book/actions/discounts';
import { giveGift } from '@extension/book/actions/gifts';
import { recordPromise } from '@extension/book/actions/promises';
import { remedyComplaint } from '@extension/book/actions/remedies';
import { buyerView } from '@extension/book/reads/buyer';
import { expect, it } from 'vitest';
import { anna, discountOf, done, freshBook, giftOf, promiseOf, testWorld } from './desk';

it('a new day drops what was never sent and lets end what has an end, once', async () => {
  const world = testWorld('2026-11-22T12:00:00Z');
  const shop = await freshBook(world);
  const buyerId = done(await recordPromise(shop, anna, promiseOf({ toBeSent: true }))).buyerId!;
  done(await giveGift(shop, anna, giftOf()));
  done(await recordDiscount(shop, anna, discountOf({ expires: '2026-11-30' })));
  done(await recordDiscount(shop, anna, discountOf({ expires: '2026-12-31' })));
  const sheet = { what: '碎了', cause: 'transit', cost: null, orderNumber: null } as const;
  const complaint = done(await recordComplaint(shop, anna, sheet)).changes.at(-1)!.id;
  done(await remedyComplaint(shop, complaint, '补发'));

  const states = async () => {
    const view = (await buyerView(shop, buyerId))!;
    const lists = [view.promises, view.gifts, view.discounts, view.complaints];
    return lists.map((list) => list.map((record) => record.state).toSorted());
  };
  world.at('2026-11-22T23:00:00Z');
  (await beginDay(shop, '2026-11-23')).forEach(done);
  expect(await states()).toEqual([['released'], ['waiting-for-order'], ['owed', 'owed'], ['remedied']]);
  world.at('2026-12-23T00:00:00Z');
  (await beginDay(shop, '2026-12-23')).forEach(done);
  expect(await states()).toEqual([['released'], ['expired'], ['expired', 'owed'], ['unconfirmed']]);
  const actions = await shop.db.actions.count();
  (await beginDay(shop, '2026-12-23')).forEach(done);
  expect(await shop.db.actions.count()).toBe(actions);
  done(await closeComplaint(shop, complaint));
  expect((await states()).at(-1)).toEqual(['closed']);
  shop.close();
});
