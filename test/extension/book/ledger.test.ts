import { describeRedemption, recordDiscount, redeemDiscount } from '@extension/book/actions/discounts';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { shipParcel } from '@extension/book/actions/parcels';
import { markSoldOut, saveProduct } from '@extension/book/actions/products';
import {
  costPromise,
  keepPromise,
  recordPromise,
  renegotiatePromise,
  snoozePromise,
  tellPromise,
} from '@extension/book/actions/promises';
import {
  appendPromotion,
  countCoupons,
  publishPromotion,
  removePromotion,
  savePromotion,
} from '@extension/book/actions/promotions';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { duePromises } from '@extension/book/reads/due';
import { parcels } from '@extension/book/reads/parcels';
import { todayView } from '@extension/book/reads/today';
import type { Due } from '@shared/records/promise';
import { wordings } from '@shared/records/promise-history';
import { parseTerms } from '@shared/records/promotion-parse';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  anna,
  discountOf,
  done,
  freshBook,
  orderOf,
  promiseOf,
  refusal,
  type TestWorld,
  testWorld,
} from './desk';

let world: TestWorld;
let shop: OpenBook;
beforeEach(async () => {
  world = testWorld('2026-11-22T12:00:00Z');
  shop = await freshBook(world);
});

const idOf = (
  action: { readonly changes: readonly { readonly table: string; readonly id: string }[] },
  table: string,
) => action.changes.find((change) => change.table === table)!.id;
const promised = async (due: Due, what = 'a sample') =>
  idOf(
    done(await recordPromise(shop, anna, promiseOf({ what, kind: 'other', due, quote: 'I promise' }))),
    'promises',
  );
const dueNow = async (day: string) => (await duePromises(shop, day)).map(({ what }) => what);

describe('a condition comes up', () => {
  it('with the next order that is imported; not with the one before, and never overdue (J5)', async () => {
    await promised({ on: 'next-order' });
    done(await importOrders(shop, [orderOf({ number: 'old', createdAt: '2026-10-01T00:00:00Z' })]));
    expect(await dueNow('2026-11-22')).toEqual([]);
    world.at('2026-11-29T12:00:00Z');
    done(await importOrders(shop, [orderOf({ number: 'new', createdAt: '2026-11-24T00:00:00Z' })]));
    expect(await dueNow('2026-11-29')).toEqual(['a sample']);
    const view = await todayView(shop, '2026-12-20');
    expect(view.due.map(({ promise }) => promise.what)).toEqual(['a sample']);
    expect(view.late).toEqual([]);
  });

  it('with an order number newly seen in the chat; one that stood there when they met is no news', async () => {
    await promised({ on: 'next-order' });
    const buyerId = (await shop.db.buyers.toArray())[0]!.id;
    world.at('2026-11-22T12:00:01Z');
    done(await linkOrders(shop, buyerId, 'pdd', ['241122-1'], 'seen'));
    expect(await dueNow('2026-11-22')).toEqual([]);
    world.at('2026-11-22T12:30:00Z');
    done(await linkOrders(shop, buyerId, 'pdd', ['241122-2'], 'seen'));
    expect(await dueNow('2026-11-22')).toEqual(['a sample']);
  });

  it('so many days after the parcel left: near, due, then late', async () => {
    await promised({ on: 'shipped', plusDays: 3 });
    done(await importOrders(shop, [orderOf({ createdAt: '2026-11-22T13:00:00Z' })]));
    done(await recordPromise(shop, anna, promiseOf()));
    const [parcel] = await parcels(shop, '2026-11-22');
    world.at('2026-11-23T09:00:00Z');
    done(await shipParcel(shop, parcel!));
    const stands = async (day: string) => {
      const { near, due, late } = await todayView(shop, day);
      return [near, due, late].map((list) => list.length);
    };
    expect(await stands('2026-11-23')).toEqual([0, 0, 0]);
    expect(await stands('2026-11-24')).toEqual([1, 0, 0]);
    expect(await stands('2026-11-26')).toEqual([0, 1, 0]);
    expect(await stands('2026-11-27')).toEqual([0, 0, 1]);
  });

  it('when the goods are marked as back; a card that was never sold out says nothing', async () => {
    const card = {
      ...{ name: '蓝色杯子', aliases: [], care: '', taboos: '', suits: '', goesWith: '', weakPoints: '' },
      ...{ price: null, floor: null, lastsDays: null, endsAtMonths: null, soldOut: false },
    };
    await promised({ on: 'back-in-stock', what: '蓝色杯子' });
    world.at('2026-11-23T01:00:00Z');
    const id = idOf(done(await saveProduct(shop, { ...card, id: null })), 'products');
    expect(await dueNow('2026-11-23')).toEqual([]);
    done(await markSoldOut(shop, id, true));
    expect(await dueNow('2026-11-23')).toEqual([]);
    world.at('2026-11-25T01:00:00Z');
    const back = done(await markSoldOut(shop, id, false));
    done(await saveProduct(shop, { ...card, id, care: 'no dishwasher' }));
    expect(await dueNow('2026-11-25')).toEqual(['a sample']);
    done(await undo(shop, back.id));
  });
});

describe('putting off', () => {
  it('hides it from Today until its day; the due day stands; undo shows it again', async () => {
    const id = await promised({ on: 'day', day: '2026-11-23' });
    const action = done(await snoozePromise(shop, id, '2026-11-25'));
    expect((await todayView(shop, '2026-11-24')).ranked).toEqual([]);
    const [late] = (await todayView(shop, '2026-11-25')).late;
    expect(late!.promise.due).toEqual({ on: 'day', day: '2026-11-23' });
    done(await undo(shop, action.id));
    expect((await todayView(shop, '2026-11-24')).late).toHaveLength(1);
  });
});

describe('what becomes of a promise', () => {
  it('agreed anew: the old words stay with their quote, the new promise names them', async () => {
    const id = await promised({ on: 'day', day: '2026-11-23' }, 'ship by Monday');
    const action = done(
      await renegotiatePromise(
        shop,
        id,
        { on: 'day', day: '2026-11-27' },
        { what: 'ship by Friday', quote: 'Friday then' },
      ),
    );
    const next = action.changes.find((change) => change.id !== id)!.id;
    done(await renegotiatePromise(shop, next, { on: 'day', day: '2026-11-30' }));
    const all = await shop.db.promises.toArray();
    const open = all.find(({ state }) => state === 'open')!;
    expect(wordings(open, all).map(({ what, quote, state }) => [what, quote, state])).toEqual([
      ['ship by Friday', '', 'open'],
      ['ship by Friday', 'Friday then', 'renegotiated'],
      ['ship by Monday', 'I promise', 'renegotiated'],
    ]);
  });

  it('kept, then told; its cost once it is known', async () => {
    const id = await promised({ on: 'open' });
    expect(refusal(await tellPromise(shop, id))).toBe('invalid');
    done(await keepPromise(shop, id));
    const slip = done(await costPromise(shop, id, { minor: 80_000, currency: 'CNY' }));
    done(await undo(shop, slip.id));
    expect((await shop.db.promises.get(id))?.cost).toBeNull();
    done(await costPromise(shop, id, { minor: 800, currency: 'CNY' }));
    const told = done(await tellPromise(shop, id));
    expect(await shop.db.promises.get(id)).toMatchObject({ toldAt: told.at, cost: { minor: 800 } });
    done(await undo(shop, told.id));
    expect((await shop.db.promises.get(id))?.toldAt).toBeNull();
  });
});

describe('a discount that was used', () => {
  it('is worth what it took off: its own amount, or what the seller says later', async () => {
    const id = idOf(
      done(await recordDiscount(shop, anna, discountOf({ ruleId: 'r', productId: 'p' }))),
      'discounts',
    );
    const wrong = describeRedemption(shop, id, null, { how: '', amount: null });
    expect(refusal(await wrong)).toBe('invalid');
    done(await redeemDiscount(shop, id, '77'));
    expect(await shop.db.discounts.get(id)).toMatchObject({
      ...{
        state: 'redeemed',
        orderNumber: '77',
        redeemedAmount: { minor: 1000 },
        ruleId: 'r',
        productId: 'p',
      },
    });
    const told = done(
      await describeRedemption(shop, id, '78', { how: 'sent back', amount: { minor: 900, currency: 'CNY' } }),
    );
    expect(await shop.db.discounts.get(id)).toMatchObject({ orderNumber: '78', redeemedHow: 'sent back' });
    done(await undo(shop, told.id));
    expect(await shop.db.discounts.get(id)).toMatchObject({ orderNumber: '77', redeemedHow: '' });
  });
});

describe('a promotion', () => {
  const terms = (text: string) => parseTerms(text, 'CNY', '2026-11-22')!;
  const kept = async () =>
    idOf(
      done(await savePromotion(shop, { id: null, title: 'Double 12', terms: terms('spend 300 get 150') })),
      'promotions',
    );

  it('is frozen once published; a later version stands beside it, marked where it is worse for buyers', async () => {
    const id = await kept();
    expect(refusal(await appendPromotion(shop, id, terms('spend 400 get 150')))).toBe('invalid');
    done(await publishPromotion(shop, id));
    expect(refusal(await publishPromotion(shop, id))).toBe('invalid');
    expect(refusal(await savePromotion(shop, { id, title: 'x', terms: terms('spend 1 get 1') }))).toBe(
      'invalid',
    );
    expect(refusal(await removePromotion(shop, id))).toBe('invalid');
    done(await appendPromotion(shop, id, terms('spend 300 get 150, 10 off per 100 spent')));
    done(await appendPromotion(shop, id, terms('spend 300 get 150')));
    const stored = await shop.db.promotions.get(id);
    expect(stored?.terms.text).toBe('spend 300 get 150');
    expect(stored?.later.map(({ worse }) => worse)).toEqual([true, false]);
  });

  it('an undo takes the last version back, and the freezing itself', async () => {
    const id = await kept();
    const frozen = done(await publishPromotion(shop, id));
    const version = done(await appendPromotion(shop, id, terms('spend 300 get 100')));
    done(await undo(shop, version.id));
    expect((await shop.db.promotions.get(id))?.later).toEqual([]);
    done(await undo(shop, frozen.id));
    expect((await shop.db.promotions.get(id))?.publishedAt).toBeNull();
  });

  it('a draft can be changed, removed and brought back; coupons are counted', async () => {
    const id = await kept();
    done(await savePromotion(shop, { id, title: 'Double 12', terms: terms('spend 200 get 20') }));
    expect(refusal(await countCoupons(shop, id, 3, 4))).toBe('invalid');
    done(await countCoupons(shop, id, 66, 4));
    const gone = done(await removePromotion(shop, id));
    expect((await shop.db.promotions.get(id))?.deleted).toBe(true);
    done(await undo(shop, gone.id));
    expect(await shop.db.promotions.get(id)).toMatchObject({
      deleted: false,
      couponsOut: 66,
      couponsBack: 4,
    });
  });
});
