import type { Ack } from '@extension/book/ack';
import { editBuyer } from '@extension/book/actions/buyers';
import { recordComplaint } from '@extension/book/actions/complaints';
import { recordDate } from '@extension/book/actions/dates';
import { giveGift } from '@extension/book/actions/gifts';
import { prepareMessage } from '@extension/book/actions/messages';
import { importOrders } from '@extension/book/actions/orders';
import { recordReferral } from '@extension/book/actions/referrals';
import { followRule, saveRule } from '@extension/book/actions/rules';
import { saveSetting } from '@extension/book/actions/settings';
import { saveGiftStock } from '@extension/book/actions/stock';
import { backInStock, recordStockWait } from '@extension/book/actions/stock-waits';
import { recordSupply } from '@extension/book/actions/supplies';
import { recordVisit } from '@extension/book/actions/visits';
import type { OpenBook } from '@extension/book/open';
import { careDue } from '@extension/book/reads/care-due';
import { holidayBuyers } from '@extension/book/reads/holidays-due';
import { referralView } from '@extension/book/reads/referral-view';
import { giftForRule } from '@extension/book/reads/rule-gift';
import { rulesDue } from '@extension/book/reads/rules-due';
import { waitList } from '@extension/book/reads/wait-list';
import type { Who } from '@extension/book/who';
import { addDays } from '@shared/calendar/day';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, giftOf, orderOf, type TestWorld, testWorld, wang } from './desk';

let world: TestWorld;
let shop: OpenBook;
beforeEach(async () => {
  world = testWorld();
  shop = await freshBook(world);
});
afterEach(() => shop.close());

const TODAY = '2026-11-22';
const kinds = async (today = TODAY) => (await careDue(shop, today)).map(({ reason }) => reason.kind);
const buyer = (n: number): Who => ({
  account: { platform: 'pdd', strength: 'platform', key: `k${n}`, displayName: `买家${n}` },
});
const meet = async (who: Who, grade = '') => done(await editBuyer(shop, who, { grade })).buyerId!;
const idOf = (ack: Ack, table: string) => done(ack).changes.find((change) => change.table === table)!.id;

const birthday = {
  title: '生日',
  kind: 'birthday',
  calendar: 'solar',
  month: 11,
  day: 25,
  leap: false,
  year: null,
  yearly: true,
  leadDays: 0,
  personId: null,
  note: '',
} as const;
const milk = {
  personId: null,
  productId: null,
  what: '奶粉',
  boughtOn: '2026-11-01',
  amount: 1,
  daily: 1 / 26,
  unit: '',
  runsOutOn: '2026-11-27',
} as const;
const unasked = { overall: null, goods: null, delivery: null, service: null, orderNumber: null };
const delivered = (n: number, daysAgo: number) =>
  orderOf({
    number: `o${n}`,
    buyerKey: `k${n}`,
    status: 'completed',
    shippedAt: `${addDays(TODAY, -daysAgo - 4)}T02:00:00Z`,
    completedAt: `${addDays(TODAY, -daysAgo)}T02:00:00Z`,
  });

describe('what Today offers', () => {
  it('nothing, in a shop that wrote nothing down', async () =>
    expect(await careDue(shop, TODAY)).toEqual([]));

  it('a date from three days before the parcel must leave; not once its greeting is prepared', async () => {
    const id = idOf(await recordDate(shop, anna, birthday), 'dates');
    expect(await careDue(shop, '2026-11-21')).toEqual([]);
    expect(await careDue(shop, TODAY)).toMatchObject([
      {
        reason: { kind: 'date', on: '2026-11-25', inDays: 3, sendBy: '2026-11-25' },
        what: '生日',
        by: '2026-11-25',
      },
    ]);
    const about = { text: '生日快乐', dueOn: '2026-11-25', reason: 'greeting', aboutId: id } as const;
    done(await prepareMessage(shop, anna, about));
    expect(await careDue(shop, TODAY)).toEqual([]);
  });

  it('nothing for who said not to be written to, whatever it is; they may take it back', async () => {
    const willing = (mayBeWritten: boolean) => editBuyer(shop, anna, { mayBeWritten });
    const buyerId = done(await willing(false)).buyerId!;
    done(await recordDate(shop, anna, birthday));
    done(await recordSupply(shop, { buyerId }, { ...milk, runsOutOn: '2026-11-25' }));
    done(await recordVisit(shop, anna, { what: '', state: 'planned', ...unasked, planned: TODAY }));
    expect(await kinds()).toEqual([]);
    done(await willing(true));
    expect(await kinds()).toContain('date');
  });

  it('a lunar date on the day it falls this year', async () => {
    done(await recordDate(shop, anna, { ...birthday, calendar: 'lunar', month: 10, day: 17 }));
    expect(await careDue(shop, TODAY)).toMatchObject([{ reason: { kind: 'date', on: '2026-11-25' } }]);
  });

  it('what runs out within the week, not what was bought again, nor long after', async () => {
    const buyerId = await meet(buyer(1));
    done(await recordSupply(shop, { buyerId }, milk));
    expect(await careDue(shop, TODAY)).toMatchObject([
      { reason: { kind: 'run-out', on: '2026-11-27', inDays: 5 } },
    ]);
    expect(await kinds('2026-11-19')).toEqual([]);
    expect(await kinds('2026-12-20')).toEqual([]);
    done(
      await importOrders(shop, [
        orderOf({ buyerKey: 'k1', items: [{ title: '奶粉', sku: '', quantity: 1 }] }),
      ]),
    );
    expect(await kinds()).toEqual([]);
  });

  it('three return visits a day, the latest delivery first; those asked today count', async () => {
    for (const n of [1, 2, 3, 4, 5]) await meet(buyer(n));
    done(
      await importOrders(
        shop,
        [1, 2, 3, 4, 5].map((n) => delivered(n, n + 2)),
      ),
    );
    const names = async () => (await careDue(shop, TODAY)).map((item) => item.buyer?.name);
    expect(await names()).toEqual(['买家1', '买家2', '买家3']);
    done(await recordVisit(shop, buyer(1), { what: '', state: 'asked', ...unasked }));
    expect(await names()).toEqual(['买家2', '买家3']);
    done(await saveSetting(shop, 'care', { visitsPerDay: 0 }));
    expect(await names()).toEqual([]);
  });

  it('nobody is asked too soon, after a month, twice in a month, or with a complaint open', async () => {
    for (const n of [1, 2, 3, 4]) await meet(buyer(n));
    done(await importOrders(shop, [delivered(1, 1), delivered(2, 31), delivered(3, 5), delivered(4, 5)]));
    done(await recordVisit(shop, buyer(3), { what: '', state: 'answered', ...unasked, overall: 5 }));
    done(
      await recordComplaint(shop, buyer(4), {
        what: '碎了',
        cause: 'transit',
        cost: null,
        orderNumber: null,
      }),
    );
    expect(await kinds()).toEqual([]);
  });

  it('nobody who was written to within the week, except for what they asked', async () => {
    const buyerId = await meet(buyer(1));
    done(await recordSupply(shop, { buyerId }, milk));
    done(
      await recordStockWait(
        shop,
        { buyerId },
        { what: '杯子', productId: null, kind: 'hold', quantity: 1, holdUntil: '2026-11-23' },
      ),
    );
    const other = { text: '降温了', dueOn: '2026-11-20', reason: 'care', aboutId: null } as const;
    done(await prepareMessage(shop, { buyerId }, other));
    expect(await kinds()).toEqual(['hold-ends']);
  });

  it('one thing unasked per buyer, the date before all', async () => {
    const buyerId = await meet(buyer(1), 'A');
    done(await recordDate(shop, { buyerId }, birthday));
    done(await recordSupply(shop, { buyerId }, milk));
    done(await importOrders(shop, [delivered(1, 5)]));
    expect(await kinds()).toEqual(['date']);
  });

  it('last year, imported, asks for nothing', async () => {
    for (const n of [1, 2, 3]) await meet(buyer(n));
    done(
      await importOrders(
        shop,
        [1, 2, 3].map((n) => delivered(n, 200 + n)),
      ),
    );
    expect(await kinds()).toEqual([]);
  });
});

describe('the rules of the shop', () => {
  const rule = {
    title: '老客小礼',
    grades: ['A'],
    gives: 'gift',
    what: '茶包',
    cost: null,
    everyDays: 30,
    monthlyCap: 2,
    active: true,
  } as const;

  it('by grade, at most three a day in Today, the cap for the month over all', async () => {
    for (const n of [1, 2, 3, 4]) await meet(buyer(n), n === 4 ? 'B' : 'A');
    const id = idOf(await saveRule(shop, null, rule), 'rules');
    const due = await rulesDue(shop, TODAY);
    expect(due).toHaveLength(2);
    done(await followRule(shop, id, due[0]!.buyerId, { what: '茶包', stockId: null, text: null }));
    const left = await rulesDue(shop, TODAY);
    expect(left).toHaveLength(1);
    expect(left[0]?.buyerId).not.toBe(due[0]!.buyerId);
    done(await followRule(shop, id, left[0]!.buyerId, { what: '茶包', stockId: null, text: null }));
    expect(await rulesDue(shop, TODAY)).toEqual([]);
    expect(await rulesDue(shop, '2026-12-01')).toHaveLength(1);
  });

  it('without grades: who bought twice, cancelled orders aside', async () => {
    const [twice, once] = [await meet(buyer(1)), await meet(buyer(2))];
    const order = (n: number, number: string, status: 'completed' | 'cancelled' = 'completed') =>
      orderOf({ number, buyerKey: `k${n}`, status });
    done(await importOrders(shop, [order(1, 'a'), order(1, 'b'), order(2, 'c'), order(2, 'd', 'cancelled')]));
    done(await saveRule(shop, null, { ...rule, grades: [] }));
    const due = (await rulesDue(shop, TODAY)).map(({ buyerId }) => buyerId);
    expect([due.includes(twice), due.includes(once)]).toEqual([true, false]);
  });

  it('never the same gift twice: another one of the stock, or none', async () => {
    const buyerId = await meet(anna, 'A');
    const id = idOf(await saveRule(shop, null, rule), 'rules');
    const stored = (await shop.db.rules.get(id))!;
    expect(await giftForRule(shop, stored, buyerId)).toEqual({ what: '茶包', stockId: null });
    done(await giveGift(shop, { buyerId }, giftOf({ what: '茶包' })));
    expect(await giftForRule(shop, stored, buyerId)).toBeNull();
    done(await saveGiftStock(shop, { id: null, name: '书签', count: 3, cost: null }));
    expect(await giftForRule(shop, stored, buyerId)).toMatchObject({ what: '书签' });
  });

  it('a holiday the shop keeps is one line until its greetings are prepared', async () => {
    const buyerId = await meet(anna, 'A');
    done(await saveSetting(shop, 'care', { holidays: ['thanksgiving'], holidayGrades: ['A'] }));
    expect(await careDue(shop, TODAY)).toMatchObject([
      { reason: { kind: 'holiday', id: 'thanksgiving', on: '2026-11-26', inDays: 4, count: 1 }, buyer: null },
    ]);
    const holiday = { id: 'thanksgiving', on: '2026-11-26' } as const;
    const about = {
      text: '谢谢您',
      dueOn: '2026-11-26',
      reason: 'greeting',
      aboutId: 'holiday:thanksgiving:2026',
    } as const;
    expect(await holidayBuyers(shop, holiday, TODAY)).toHaveLength(1);
    done(await prepareMessage(shop, { buyerId }, about));
    expect(await kinds()).toEqual([]);
    expect(await holidayBuyers(shop, holiday, TODAY)).toEqual([]);
  });
});

describe('the registers', () => {
  it('who waits for what, in the order they asked, with their orders', async () => {
    const wait = {
      what: '白色马克杯',
      productId: null,
      kind: 'restock',
      quantity: 1,
      holdUntil: null,
    } as const;
    done(await recordStockWait(shop, wang, { ...wait, what: '白色 马克杯' }));
    world.at('2026-11-22T13:00:00Z');
    done(await recordStockWait(shop, anna, wait));
    done(await recordStockWait(shop, anna, { ...wait, what: '茶壶' }));
    const list = await waitList(shop);
    expect(list.map(({ waiting }) => waiting.map((line) => line.buyer.name))).toEqual([
      ['王小姐', 'Anna'],
      ['Anna'],
    ]);
    done(await backInStock(shop, { goods: list[0]!.goods, pieces: null, text: () => '到货了' }));
    expect((await waitList(shop)).find(({ what }) => what === '白色 马克杯')?.told).toHaveLength(2);
    // Their messages are prepared: Today does not say it a second time.
    expect(await kinds()).toEqual([]);
  });

  it('a product marked as in stock again calls for those who wait', async () => {
    const at = { id: 'p1', schema: 2, seat: 's', deleted: false, stamps: {} };
    const card = { care: '', taboos: '', suits: '', goesWith: '', weakPoints: '', price: null, floor: null };
    const product = {
      ...at,
      ...card,
      name: '杯子',
      aliases: [],
      lastsDays: null,
      endsAtMonths: null,
      soldOut: false,
    };
    await shop.db.products.put(product);
    done(
      await recordStockWait(shop, anna, {
        what: '杯子',
        productId: 'p1',
        kind: 'restock',
        quantity: 1,
        holdUntil: null,
      }),
    );
    expect((await shop.db.products.get('p1'))?.soldOut).toBe(true);
    expect(await kinds()).toEqual([]);
    await shop.db.products.put(product);
    expect(await kinds()).toEqual(['back']);
  });

  it('the chain of who brought whom, to both sides', async () => {
    const ids = await Promise.all([1, 2, 3].map((n) => meet(buyer(n))));
    const brings = async (from: number, to: number) =>
      done(
        await recordReferral(
          shop,
          { buyerId: ids[from]! },
          {
            direction: 'brought',
            other: { buyerId: ids[to]! },
            rewardReferrer: '',
            rewardBrought: '',
          },
        ),
      );
    await brings(0, 1);
    await brings(1, 2);
    const last = await referralView(shop, ids[2]!, []);
    expect(last.before.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    const own = await shop.db.referrals.where('buyerId').equals(ids[0]!).toArray();
    expect((await referralView(shop, ids[0]!, own)).after).toBe(2);
  });
});
