import type { Day } from '@shared/calendar/day';
import type { Change } from '@shared/records/action';
import { derivedId } from '@shared/records/id';
import type { Order } from '@shared/records/order';
import type { Due, PromiseKind } from '@shared/records/promise';
import type { Money } from '@shared/text/money';
import type { Ack } from '../ack';
import { buyerIdOf } from '../buyer-id';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import { MEMO_SETTING } from '../reads/memo-orders';
import { linksNamed, nameOf } from '../reads/orders';
import { settingId } from '../reads/settings';
import { newBuyer } from '../who';
import { type Moment, momentOf } from './common';
import { promisedState } from './gifts';

/** What a line of an order's memo sounds like. */
export interface MemoPromise {
  readonly table: 'promise' | 'discount' | 'gift';
  readonly kind: PromiseKind | 'now' | 'next' | 'apology' | 'surprise' | 'announced';
  readonly what: string;
  readonly quote: string;
  readonly due: Due;
  readonly amount: Money | null;
  readonly percentOff: number | null;
}

export type MemoDecision = 'recorded' | 'done' | 'let-go';

/**
 * One key about one line of an order's memo (J17): record it as still owed, or remember that it is done or was
 * let go. Nothing recorded here is ever late by itself: a day that is over already is left out (J5). An order
 * that nobody's is yet opens a file of its own, tied to it by its number and nothing else (J1).
 */
export function settleMemo(
  book: OpenBook,
  order: Order,
  key: string,
  said: MemoPromise,
  decision: MemoDecision,
): Promise<Ack> {
  const setting = `${MEMO_SETTING}${key}`;
  const mark = creating('settings', settingId(setting), { key: setting, value: decision });
  return book.commit({
    name: 'settle-memo',
    plan: async () => {
      if (decision !== 'recorded') return { buyerId: null, changes: [mark] };
      const moment = await momentOf(book);
      const { buyerId, changes } = await ownerOf(book, order, moment.at);
      return { buyerId, changes: [...changes, await owed(book, buyerId, order, said, moment), mark] };
    },
  });
}

async function ownerOf(book: OpenBook, order: Order, at: string) {
  const { platform, number } = order;
  const [link] = await linksNamed(book, [nameOf(order)]);
  if (link) return { buyerId: link.buyerId, changes: [] };
  const buyerId = await buyerIdOf(book.db, 'order', platform, number);
  const stored = await book.db.buyers.get(buyerId);
  const own: readonly Change[] =
    stored && !stored.deleted ? [] : [newBuyer(book, buyerId, order.buyerName || number)];
  const linked = { platform, number, buyerId, how: 'seller', linkedAt: at } as const;
  return {
    buyerId,
    changes: [...own, creating('orderLinks', derivedId('order-link', platform, number), linked)],
  };
}

async function owed(
  book: OpenBook,
  buyerId: string,
  { number }: Order,
  said: MemoPromise,
  { at, day, by, id }: Moment,
): Promise<Change> {
  const { what, quote, amount, percentOff } = said;
  const shared = { buyerId, what, quote, saidAt: at, where: null, settledAt: null, by };
  if (said.table === 'gift') {
    const cost = { cost: null, stockId: null, waitSeconds: null, waitExact: null, place: null };
    const standing = await promisedState(book, buyerId);
    return creating('gifts', id, {
      ...shared,
      ...cost,
      ...standing,
      kind: 'announced',
      reason: '',
      saidOn: day,
    });
  }
  if (said.table === 'discount') {
    const terms = {
      amount,
      percentOff,
      when: 'next',
      state: 'owed',
      expires: null,
      orderNumber: null,
    } as const;
    return creating('discounts', id, { ...shared, ...terms });
  }
  return creating('promises', id, {
    ...shared,
    kind: said.kind as PromiseKind,
    state: 'open',
    due: dueFrom(said.due, day),
    cost: null,
    orderNumber: number,
    settledOn: null,
    source: 'memo',
  });
}

function dueFrom(due: Due, today: Day): Due {
  return due.on === 'day' && due.day < today ? { on: 'open' } : due;
}
