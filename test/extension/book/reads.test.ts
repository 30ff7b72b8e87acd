import { linkAccount } from '@extension/book/actions/accounts';
import { editBuyer } from '@extension/book/actions/buyers';
import { recordComplaint } from '@extension/book/actions/complaints';
import { recordDiscount } from '@extension/book/actions/discounts';
import { addNote } from '@extension/book/actions/notes';
import { linkOrders } from '@extension/book/actions/orders';
import { keepPromise, recordPromise, renegotiatePromise } from '@extension/book/actions/promises';
import { saveSetting } from '@extension/book/actions/settings';
import { live } from '@extension/book/live';
import type { OpenBook } from '@extension/book/open';
import { findBuyer } from '@extension/book/reads/accounts';
import { buyerView } from '@extension/book/reads/buyer';
import { recentActions } from '@extension/book/reads/history';
import { searchBuyers } from '@extension/book/reads/search';
import { setting } from '@extension/book/reads/settings';
import { todayView } from '@extension/book/reads/today';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../setup/until';
import { anna, discountOf, done, freshBook, promiseOf, type TestWorld, testWorld, wang } from './desk';

const TODAY = '2026-11-22';
let world: TestWorld;
let shop: OpenBook;
beforeEach(async () => {
  world = testWorld();
  shop = await freshBook(world);
});
afterEach(() => shop.close());

const due = (day: string, minor = 0, what = day) =>
  recordPromise(shop, anna, promiseOf({ what, due: { on: 'day', day }, cost: { minor, currency: 'CNY' } }));

describe('Today', () => {
  it('sorts late, due and near; by money at risk, then by date; the rest is not there', async () => {
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24', '2026-11-25'])
      done(await due(day));
    done(await due('2026-11-21', 5000, 'dear'));
    done(await recordPromise(shop, anna, promiseOf({ due: { on: 'next-order' } })));
    const view = await todayView(shop, TODAY);
    const whats = (list: typeof view.late) => list.map((item) => item.promise.what);
    expect(whats(view.late)).toEqual(['dear', '2026-11-20', '2026-11-21']);
    expect(whats(view.due)).toEqual(['2026-11-22']);
    expect(whats(view.near)).toEqual(['2026-11-24']);
    expect(view.late.every((item) => item.buyer.name === 'Anna' && item.standing === 'late')).toBe(true);
  });

  it('ranks promises before what is not a promise, near ones last', async () => {
    done(await due('2026-11-23'));
    const complaint = { what: '碎了', cause: 'transit', cost: null, orderNumber: null } as const;
    done(await recordComplaint(shop, wang, complaint));
    done(await due('2026-11-21'));
    done(await recordPromise(shop, wang, promiseOf({ toBeSent: true })));
    const { ranked } = await todayView(shop, TODAY);
    expect(ranked.map((item) => item.kind)).toEqual(['promise', 'complaint', 'unsent', 'promise']);
  });

  it('does not count what is settled, taken back or expired', async () => {
    const promise = done(await due('2026-11-20'));
    done(await keepPromise(shop, promise.changes.at(-1)!.id));
    done(await recordDiscount(shop, anna, discountOf({ expires: '2026-11-21' })));
    done(await recordDiscount(shop, anna, discountOf({ expires: '2026-11-22' })));
    done(await recordDiscount(shop, anna, discountOf({ when: 'now' })));
    const view = await todayView(shop, TODAY);
    expect(view.ranked).toEqual([]);
    expect(view.discountsOwed).toBe(1);
  });
});

describe('agreeing anew', () => {
  it('rests the old promise and makes the new one in the same action', async () => {
    const first = done(await due('2026-11-20', 100, '发货'));
    const id = first.changes.at(-1)!.id;
    const action = done(await renegotiatePromise(shop, id, { on: 'day', day: '2026-12-01' }));
    expect(action.changes).toHaveLength(2);
    const { promises } = (await buyerView(shop, first.buyerId!))!;
    expect(promises.map((promise) => [promise.state, promise.due]).sort()).toEqual([
      ['open', { on: 'day', day: '2026-12-01' }],
      ['renegotiated', { on: 'day', day: '2026-11-20' }],
    ]);
  });
});

describe('the search', () => {
  beforeEach(async () => {
    done(await addNote(shop, anna, 'x'));
    done(await addNote(shop, wang, 'x'));
    done(await editBuyer(shop, wang, { name: '王晓梅', tags: ['油皮'], phone: '13800138000' }));
  });
  const found = async (query: string) => (await searchBuyers(shop, query, 10)).map((one) => one.buyer.name);

  it.each([
    ['ann', ['Anna']],
    ['ＡＮＮＡ', ['Anna']],
    ['晓梅', ['王晓梅']],
    ['王', ['王晓梅']],
    ['梅', ['王晓梅']],
    ['王王', []],
    ['nnn', []],
    ['王小姐', ['王晓梅']],
    ['油皮', ['王晓梅']],
    ['138001', ['王晓梅']],
    ['10086', ['Anna']],
    ['李', []],
    ['  ', []],
  ])('for "%s" finds %j', async (query, names) => {
    expect(await found(query)).toEqual(names);
  });

  it('finds a buyer by the number of an order', async () => {
    const buyer = await findBuyer(shop, { platform: 'pdd', strength: 'platform', key: '10086' });
    done(await linkOrders(shop, buyer!.id, 'pdd', ['241122-0001'], 'seen'));
    expect((await searchBuyers(shop, '241122', 10)).map((one) => [one.buyer.name, one.by])).toEqual([
      ['Anna', 'order'],
    ]);
  });
});

describe('accounts', () => {
  it('of one person on two platforms show one buyer', async () => {
    const { buyerId } = done(await addNote(shop, anna, 'x'));
    const other = { platform: 'taobao', strength: 'platform', key: 'tb-1' } as const;
    done(await linkAccount(shop, buyerId!, { ...other, displayName: 'anna_lee' }));
    expect((await findBuyer(shop, other))?.id).toBe(buyerId);
    expect((await buyerView(shop, buyerId!))!.accounts).toHaveLength(2);
  });

  it('never find a buyer by a name alone when the platform knows better', async () => {
    done(await addNote(shop, anna, 'x'));
    expect(await findBuyer(shop, { platform: 'pdd', strength: 'name', key: 'Anna' })).toBe(null);
  });
});

describe('settings', () => {
  it('fall back when unset or of another kind', async () => {
    expect(await setting(shop, 'currency', 'CNY')).toBe('CNY');
    done(await saveSetting(shop, 'currency', 'USD'));
    expect(await setting(shop, 'currency', 'CNY')).toBe('USD');
    done(await saveSetting(shop, 'currency', 5));
    expect(await setting(shop, 'currency', 'CNY')).toBe('CNY');
  });
});

describe('the history', () => {
  it('is newest first, of one buyer or of all', async () => {
    const first = done(await addNote(shop, anna, '1'));
    done(await addNote(shop, wang, '2'));
    done(await addNote(shop, anna, '3'));
    expect((await recentActions(shop, 10)).map((action) => action.changes.at(-1)!.set.text)).toEqual([
      '3',
      '2',
      '1',
    ]);
    expect(await recentActions(shop, 10, first.buyerId!)).toHaveLength(2);
  });
});

describe('a live read', () => {
  it('is fresh after a commit, and quiet after stop', async () => {
    const notes = live(() => shop.db.notes.count());
    await until(() => expect(notes.value.value).toBe(0));
    done(await addNote(shop, anna, 'x'));
    await until(() => expect(notes.value.value).toBe(1));
    notes.stop();
    done(await addNote(shop, anna, 'y'));
    expect(notes.value.value).toBe(1);
  });
});
