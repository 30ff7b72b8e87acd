import { recordComplaint } from '@extension/book/actions/complaints';
import { recordDate } from '@extension/book/actions/dates';
import { recordDiscount } from '@extension/book/actions/discounts';
import { giveGift, releaseGift } from '@extension/book/actions/gifts';
import { addNote } from '@extension/book/actions/notes';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { recordPackingNote } from '@extension/book/actions/packing';
import { keepPromise, recordPromise } from '@extension/book/actions/promises';
import { prepareQueue } from '@extension/book/actions/queue';
import { markSent } from '@extension/book/actions/sent';
import { saveSetting } from '@extension/book/actions/settings';
import { saveGiftStock } from '@extension/book/actions/stock';
import { recordSupply } from '@extension/book/actions/supplies';
import { undo } from '@extension/book/actions/undo';
import { recordVisit } from '@extension/book/actions/visits';
import { live } from '@extension/book/live';
import type { OpenBook } from '@extension/book/open';
import { buyerView } from '@extension/book/reads/buyer';
import { careDue } from '@extension/book/reads/care-due';
import { closing } from '@extension/book/reads/closing';
import { timeline } from '@extension/book/reads/history';
import { owedDiscounts, promiseCounts, promiseLines } from '@extension/book/reads/ledger';
import { parcels } from '@extension/book/reads/parcels';
import { giftMoney } from '@extension/book/reads/queue-gifts';
import { recentChanges } from '@extension/book/reads/recent';
import { rulesDue } from '@extension/book/reads/rules-due';
import { giftStockUse } from '@extension/book/reads/stock';
import { todayView } from '@extension/book/reads/today';
import { otherToday } from '@extension/book/reads/today-more';
import { waitList } from '@extension/book/reads/wait-list';
import { rowsInLine } from '@extension/panel/desk/in-line';
import { waitingOf } from '@extension/panel/queue/waiting';
import type { Session } from '@extension/panel/state/session';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { until } from '../../setup/until';
import { chatWith, rowOf } from '../panel/stage';
import { date } from './care-samples';
import { anna, discountOf, done, freshBook, giftOf, orderOf, promiseOf, wang } from './desk';

const TODAY = '2026-11-22';

/** The line of the chat page, as the board of the queue reads it. */
function lineOf(book: OpenBook) {
  const rows = [rowOf('10086', 'Anna', 1, 0), rowOf('10010', '王小姐', 2, 1000)];
  const chat = signal(chatWith('Anna', '10086', { rows }));
  const session = { book, chat, today: signal(TODAY) } as unknown as Session;
  return () => rowsInLine(session, waitingOf(chat.peek(), 60_000) ?? []);
}

/** What screens show live, each as they ask it. */
function screens(book: OpenBook, buyerId: string): Readonly<Record<string, () => Promise<unknown>>> {
  return {
    buyer: () => buyerView(book, buyerId),
    timeline: () => timeline(book, 50, buyerId),
    today: () => todayView(book, TODAY),
    others: () => otherToday(book, TODAY),
    care: () => careDue(book, TODAY),
    rules: () => rulesDue(book, TODAY),
    closing: () => closing(book),
    parcels: () => parcels(book, TODAY),
    line: lineOf(book),
    money: () => giftMoney(book, TODAY, 'wait'),
    promises: () => promiseCounts(book, TODAY),
    ledger: () => promiseLines(book, TODAY, 'pending', 50),
    owed: () => owedDiscounts(book, TODAY, 'CNY'),
    stock: () => giftStockUse(book),
    recent: () => recentChanges(book, 50),
    waits: () => waitList(book),
  };
}

test('a screen that is open shows what a fresh look shows, whatever was done', async () => {
  const book = await freshBook();
  const id = (action: Awaited<ReturnType<typeof steps.promise>>, table: string) =>
    done(action).changes.find((change) => change.table === table)!.id;
  const { toBeSent: _sent, ...plain } = giftOf({ kind: 'apology', reason: 'wait' });
  const apology = { ...plain, coin: null };
  const steps = {
    promise: () => recordPromise(book, anna, promiseOf()),
    stranger: () => recordPromise(book, wang, promiseOf({ due: { on: 'day', day: TODAY } })),
    discount: () => recordDiscount(book, anna, discountOf({ toBeSent: true })),
    stock: () => saveGiftStock(book, { id: null, name: 'tea', count: 5, cost: null }),
    packing: () =>
      recordPackingNote(book, anna, {
        what: '包结实',
        kind: 'wrap',
        cardText: null,
        orderNumber: null,
        standing: true,
      }),
    orders: () => importOrders(book, [orderOf({ number: '1' }), orderOf({ number: '2', buyerKey: '10010' })]),
    complaint: () =>
      recordComplaint(book, wang, { what: '碎了', cause: 'transit', cost: null, orderNumber: null }),
    visit: () =>
      recordVisit(book, anna, {
        what: '',
        state: 'answered',
        overall: 5,
        goods: 5,
        delivery: 5,
        service: 5,
        orderNumber: null,
      }),
    date: () => recordDate(book, anna, date),
    supply: () =>
      recordSupply(book, anna, {
        personId: null,
        productId: null,
        what: 'tea',
        boughtOn: '2026-11-01',
        amount: 1,
        daily: 0.05,
        unit: '',
        runsOutOn: '2026-11-21',
      }),
    note: () => addNote(book, wang, '爱讲价'),
    queue: () =>
      prepareQueue(
        book,
        [anna, wang].map((who) => ({ who, gift: apology })),
      ),
    currency: () => saveSetting(book, 'giftBudgetDay', 500),
  };
  const first = id(await steps.promise(), 'promises');
  const buyerId = (await book.db.promises.get(first))!.buyerId;
  const open = Object.entries(screens(book, buyerId)).map(([name, ask]) => ({ name, ask, seen: live(ask) }));
  const text = (value: unknown) => JSON.stringify(value, (_, one) => (one instanceof Map ? [...one] : one));
  const agree = async (after: string) => {
    for (const { name, ask, seen } of open) {
      const fresh = text(await ask());
      await until(() => expect(text(seen.value.value), `${name} after ${after}`).toBe(fresh));
      expect(seen.error.value, name).toBeNull();
    }
  };
  await agree('opening');
  const did: string[] = [];
  for (const [name, act] of Object.entries(steps)) {
    did.push(done(await act()).id);
    await agree(name);
  }
  done(await linkOrders(book, buyerId, 'pdd', ['1'], 'seller'));
  await agree('link');
  const gifts = await book.db.gifts.toArray();
  done(await markSent(book, 'gifts', [gifts[0]!.id]));
  await agree('sent');
  done(await releaseGift(book, gifts[1]!.id));
  await agree('let go');
  done(await giveGift(book, anna, giftOf()));
  await agree('gift');
  done(await keepPromise(book, first));
  await agree('kept');
  for (const action of did.toReversed().slice(0, 4)) {
    await undo(book, action);
    await agree('undo');
  }
  for (const { seen } of open) seen.stop();
  book.close();
});
