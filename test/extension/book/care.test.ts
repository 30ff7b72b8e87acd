import { fillNewMessage } from '@extension/book/actions/care-messages';
import { editDate, recordDate, seeToDate } from '@extension/book/actions/dates';
import { beginCareDay } from '@extension/book/actions/day-care';
import { fillMessage, prepareMessage } from '@extension/book/actions/messages';
import { importOrders } from '@extension/book/actions/orders';
import { recordPerson } from '@extension/book/actions/people';
import { keepPromise } from '@extension/book/actions/promises';
import { recordReferral, referralBought, rewardId, rewardReferral } from '@extension/book/actions/referrals';
import { followRule, saveRule } from '@extension/book/actions/rules';
import { markSent } from '@extension/book/actions/sent';
import {
  backInStock,
  holdLonger,
  recordStockWait,
  releaseStockWait,
} from '@extension/book/actions/stock-waits';
import {
  boughtAgain,
  graduateSupply,
  recordSupply,
  releaseSupply,
  renewSupplies,
} from '@extension/book/actions/supplies';
import { undo } from '@extension/book/actions/undo';
import { expireVisits } from '@extension/book/actions/visit-expiry';
import { dropVisit, recordVisit, visitUnanswered } from '@extension/book/actions/visits';
import type { OpenBook } from '@extension/book/open';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { date, idOf, referral, rule, samplesIn, supply, unasked, wait } from './care-samples';
import { anna, done, freshBook, orderOf, refusal, type TestWorld, testWorld, wang } from './desk';

let world: TestWorld;
let shop: OpenBook;
let on: ReturnType<typeof samplesIn>;
beforeEach(async () => {
  world = testWorld();
  shop = await freshBook(world);
  on = samplesIn(shop);
});
afterEach(() => shop.close());

describe('dates', () => {
  it('a date moved to another day is not seen to any more', async () => {
    const id = await on.aDate();
    done(await seeToDate(shop, id, '2026-12-04'));
    done(await editDate(shop, id, { ...date, title: '母亲生日' }));
    expect((await shop.db.dates.get(id))?.greetedFor).toBe('2026-12-04');
    done(await editDate(shop, id, { ...date, day: 6 }));
    expect((await shop.db.dates.get(id))?.greetedFor).toBeNull();
  });

  it('a greeting that was sent sees to the occurrence it was for; undone with the sending', async () => {
    const lunar = { ...date, calendar: 'lunar', month: 10, day: 26 } as const;
    const id = idOf(await recordDate(shop, anna, lunar), 'dates');
    // The 26th of the tenth month of 2026 is 4 December.
    const about = { text: '生日快乐', dueOn: '2026-12-04', reason: 'greeting', aboutId: id } as const;
    const message = idOf(await prepareMessage(shop, anna, about), 'messages');
    done(await fillMessage(shop, message, '生日快乐'));
    const sent = done(await markSent(shop, 'messages', [message]));
    expect((await shop.db.dates.get(id))?.greetedFor).toBe('2026-12-04');
    done(await undo(shop, sent.id));
    expect((await shop.db.dates.get(id))?.greetedFor).toBeNull();
  });
});

describe('return visits', () => {
  it('an answer belongs to its asking: one visit, asked then, answered now', async () => {
    const id = await on.aVisit('asked');
    world.at('2026-11-23T12:00:00Z');
    done(await recordVisit(shop, anna, { what: '', state: 'answered', ...unasked, overall: 5 }));
    const visits = await shop.db.visits.toArray();
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({
      id,
      state: 'answered',
      overall: 5,
      askedAt: '2026-11-22T12:00:00.000Z',
      answeredAt: '2026-11-23T12:00:00.000Z',
    });
    // The next one is a new visit.
    done(await recordVisit(shop, anna, { what: '', state: 'answered', ...unasked, overall: 3 }));
    expect(await shop.db.visits.count()).toBe(2);
  });

  it('one that was planned becomes asked when its message is sent', async () => {
    const id = await on.aVisit('planned');
    const about = { text: '还好吗', dueOn: '2026-11-22', reason: 'visit', aboutId: id } as const;
    const message = idOf(await fillNewMessage(shop, anna, about), 'messages');
    done(await markSent(shop, 'messages', [message]));
    expect(await shop.db.visits.get(id)).toMatchObject({
      state: 'asked',
      askedAt: '2026-11-22T12:00:00.000Z',
    });
  });

  it('an asking counts as unanswered after the days of the settings', async () => {
    const id = await on.aVisit('asked');
    done(await expireVisits(shop, '2026-11-29'));
    expect((await shop.db.visits.get(id))?.state).toBe('asked');
    done(await expireVisits(shop, '2026-11-30'));
    expect((await shop.db.visits.get(id))?.state).toBe('no-answer');
  });

  it('one that was answered is neither dropped nor unanswered', async () => {
    const id = idOf(
      await recordVisit(shop, anna, { what: '', state: 'answered', ...unasked, overall: 4 }),
      'visits',
    );
    expect(refusal(await dropVisit(shop, id))).toBe('invalid');
    expect(refusal(await visitUnanswered(shop, id))).toBe('invalid');
  });
});

describe('what runs out', () => {
  const order = (number: string, day: string, quantity = 1) =>
    orderOf({
      number,
      createdAt: `${day}T04:00:00Z`,
      paidAt: `${day}T04:00:00Z`,
      items: [{ title: '爱他美奶粉 3段', sku: '', quantity }],
      status: 'completed',
    });

  it('an order of it begins the count anew, by the own pace when there is one', async () => {
    await on.buyerOf();
    const id = await on.aSupply();
    done(
      await importOrders(shop, [
        order('1', '2026-08-01'),
        order('2', '2026-08-31'),
        order('3', '2026-11-20'),
      ]),
    );
    world.at('2026-11-25T12:00:00Z');
    done(await renewSupplies(shop, '2026-11-25'));
    const rows = await shop.db.supplies.toArray();
    expect(rows.find((row) => row.id === id)?.state).toBe('bought-again');
    const next = rows.find((row) => row.id !== id);
    // Intervals of 30 and 81 days: the median is 55.5.
    expect(next).toMatchObject({ state: 'running', boughtOn: '2026-11-20', runsOutOn: '2027-01-14' });
  });

  it('a baby who has outgrown it graduates with the day, and is marked', async () => {
    const personId = idOf(
      await recordPerson(shop, anna, { name: '小宝', relation: '', born: '2023-11-30', stage: '', note: '' }),
      'people',
    );
    const at = { id: 'p1', schema: 2, seat: 's', deleted: false, stamps: {} };
    const card = { care: '', taboos: '', suits: '', goesWith: '', weakPoints: '', price: null, floor: null };
    await shop.db.products.put({
      ...at,
      ...card,
      name: '奶粉',
      aliases: [],
      lastsDays: 30,
      endsAtMonths: 36,
      soldOut: false,
    });
    const id = idOf(await recordSupply(shop, anna, { ...supply, personId, productId: 'p1' }), 'supplies');
    done(await renewSupplies(shop, '2026-11-25'));
    expect((await shop.db.supplies.get(id))?.state).toBe('graduated');
    expect((await shop.db.people.get(personId))?.graduatedOn).toBe('2026-11-25');
  });

  it('what is settled can not be settled again', async () => {
    const id = await on.aSupply();
    done(await releaseSupply(shop, id));
    expect(refusal(await boughtAgain(shop, id, '2026-11-22', 1))).toBe('invalid');
    expect(refusal(await graduateSupply(shop, id))).toBe('invalid');
  });
});

describe('goods that came back', () => {
  it('too few: the regular first, held for them; the other stays in line; the shelf is full again', async () => {
    const [a, b] = [await on.buyerOf(anna), await on.buyerOf(wang)];
    done(
      await importOrders(shop, [
        orderOf({ number: '1', buyerKey: '10010' }),
        orderOf({ number: '2', buyerKey: '10010' }),
      ]),
    );
    const first = idOf(await recordStockWait(shop, { buyerId: a }, wait), 'stockWaits');
    world.at('2026-11-22T13:00:00Z');
    const second = idOf(await recordStockWait(shop, { buyerId: b }, wait), 'stockWaits');
    done(
      await backInStock(shop, {
        goods: 'what:白色马克杯',
        pieces: 1,
        text: (_, until) => `给您留到 ${until}`,
      }),
    );
    expect(await shop.db.stockWaits.get(second)).toMatchObject({ state: 'back', holdUntil: '2026-11-25' });
    expect(await shop.db.stockWaits.get(first)).toMatchObject({ state: 'waiting', holdUntil: null });
    const [message] = await shop.db.messages.toArray();
    expect(message).toMatchObject({ buyerId: b, reason: 'back-in-stock', text: '给您留到 2026-11-25' });
  });

  it('who is told by a message that was sent is told; what is held too long goes back', async () => {
    const id = await on.aWait();
    done(await backInStock(shop, { goods: 'what:白色马克杯', pieces: null, text: () => '到货了' }));
    const [message] = await shop.db.messages.toArray();
    done(await fillMessage(shop, message!.id, message!.text));
    done(await markSent(shop, 'messages', [message!.id]));
    expect((await shop.db.stockWaits.get(id))?.state).toBe('told');
    done(await holdLonger(shop, id, '2026-11-24'));
    for (const ack of await beginCareDay(shop, '2026-11-25')) done(ack);
    expect((await shop.db.stockWaits.get(id))?.state).toBe('released');
  });

  it('who no longer waits is told no more', async () => {
    const id = await on.aWait();
    done(await backInStock(shop, { goods: 'what:白色马克杯', pieces: null, text: () => '到货了' }));
    done(await releaseStockWait(shop, id));
    expect((await shop.db.messages.toArray()).map(({ state }) => state)).toEqual(['released']);
  });
});

describe('who brought whom', () => {
  it('once whoever was brought has bought, both rewards are owed; kept promises count as given', async () => {
    const id = await on.aReferral();
    done(await referralBought(shop, id));
    const owed = await shop.db.promises.toArray();
    expect(owed.map(({ what, state }) => [what, state])).toEqual(
      expect.arrayContaining([
        ['减 10 块', 'open'],
        ['小样', 'open'],
      ]),
    );
    done(await rewardReferral(shop, id, 'referrer'));
    expect((await shop.db.promises.get(rewardId(id, 'referrer')))?.state).toBe('kept');
    expect((await shop.db.referrals.get(id))?.state).toBe('bought');
    done(await keepPromise(shop, rewardId(id, 'brought')));
    for (const ack of await beginCareDay(shop, '2026-11-23')) done(ack);
    expect((await shop.db.referrals.get(id))?.state).toBe('rewarded');
  });

  it('nobody brings themselves; a stranger who brought somebody is where they came from', async () => {
    const buyerId = await on.buyerOf();
    const own = { ...referral, other: { buyerId } } as const;
    expect(refusal(await recordReferral(shop, anna, own))).toBe('invalid');
    done(await recordReferral(shop, anna, { ...referral, direction: 'brought-by', other: { name: '老陈' } }));
    expect((await shop.db.buyers.get(buyerId))?.source).toBe('老陈');
    expect(await shop.db.referrals.count()).toBe(0);
  });
});

describe('following a rule', () => {
  it.each([
    ['coupon', 'discounts', { state: 'owed', amount: { minor: 1000, currency: 'CNY' } }],
    ['gift', 'gifts', { state: 'waiting-for-order', kind: 'surprise' }],
    ['visit', 'visits', { state: 'planned', planned: '2026-11-22' }],
  ] as const)('a %s is recorded with the rule it comes from', async (gives, table, fields) => {
    const id = idOf(await saveRule(shop, null, { ...rule, gives }), 'rules');
    const buyerId = await on.buyerOf();
    done(await followRule(shop, id, buyerId, { what: '减 10 块', stockId: null, text: '给您的' }));
    const [made] = await shop.db.table(table).toArray();
    expect(made).toMatchObject({ buyerId, ruleId: id, ...fields });
    // A surprise is in no message (J9).
    expect(await shop.db.messages.count()).toBe(gives === 'gift' ? 0 : 1);
  });
});
