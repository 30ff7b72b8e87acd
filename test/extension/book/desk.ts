import type { Ack } from '@extension/book/ack';
import type { DiscountInput } from '@extension/book/actions/discounts';
import type { GiftInput } from '@extension/book/actions/gifts';
import type { OrderInput } from '@extension/book/actions/orders';
import type { PromiseInput } from '@extension/book/actions/promises';
import { type OpenBook, type OpenOptions, openBook } from '@extension/book/open';
import type { Who } from '@extension/book/who';
import type { World } from '@shared/calendar/clock';
import type { Action } from '@shared/records/action';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';

/** A world whose clock the test turns, and whose dice are counted. */
export interface TestWorld extends World {
  /** Sets the clock to an instant, ISO 8601. */
  at(instant: string): void;
}

export function testWorld(start = '2026-11-22T12:00:00Z'): TestWorld {
  let now = Date.parse(start);
  let rolled = 0;
  return {
    now: () => now,
    timeZone: 'Asia/Shanghai',
    random: (count) =>
      Uint8Array.from({ length: count }, () => {
        rolled = (rolled * 1103515245 + 12345) % 2 ** 31;
        return rolled >> 16;
      }),
    at: (instant) => {
      now = Date.parse(instant);
    },
  };
}

/** An empty computer: no database of an earlier test is there. */
export function emptyDisk(): void {
  Dexie.dependencies.indexedDB = new IDBFactory();
}

/** A new book on an empty computer. */
export async function freshBook(world: World = testWorld(), options?: OpenOptions): Promise<OpenBook> {
  emptyDisk();
  return openBook(world, 'owner', options);
}

/** The action of an acknowledgement, which must be one. */
export function done(ack: Ack): Action {
  if (!ack.ok) throw new Error(`refused: ${ack.reason}: ${ack.detail}`);
  return ack.action;
}

export function refusal(ack: Ack): string | null {
  return ack.ok ? null : ack.reason;
}

export const anna: Who = {
  account: { platform: 'pdd', strength: 'platform', key: '10086', displayName: 'Anna' },
};
export const wang: Who = {
  account: { platform: 'pdd', strength: 'platform', key: '10010', displayName: '王小姐' },
};

export function promiseOf(fields: Partial<PromiseInput> = {}): PromiseInput {
  return {
    what: '周五前发货',
    kind: 'ship',
    due: { on: 'day', day: '2026-11-27' },
    quote: '亲，周五前给您发',
    where: { platform: 'pdd', conversation: '10086' },
    cost: null,
    orderNumber: null,
    toBeSent: false,
    ...fields,
  };
}

export function discountOf(fields: Partial<DiscountInput> = {}): DiscountInput {
  return {
    what: '下次减 10 块',
    amount: { minor: 1000, currency: 'CNY' },
    percentOff: null,
    when: 'next',
    quote: '',
    where: null,
    expires: null,
    orderNumber: null,
    toBeSent: false,
    ...fields,
  };
}

export function giftOf(fields: Partial<GiftInput> = {}): GiftInput {
  return {
    what: '小样一份',
    kind: 'apology',
    reason: '等了 12 分钟',
    cost: { minor: 300, currency: 'CNY' },
    stockId: null,
    waitSeconds: 720,
    waitExact: true,
    place: 3,
    quote: '',
    where: null,
    toBeSent: false,
    ...fields,
  };
}

export function orderOf(fields: Partial<OrderInput> = {}): OrderInput {
  return {
    platform: 'pdd',
    number: '241122-0001',
    buyerKey: '10086',
    buyerName: 'A**a',
    createdAt: '2026-11-22T10:00:00Z',
    paidAt: '2026-11-22T10:01:00Z',
    shippedAt: null,
    completedAt: null,
    status: 'paid',
    paid: { minor: 8800, currency: 'CNY' },
    refund: null,
    refundUnknown: false,
    items: [{ title: '面霜', sku: '50ml', quantity: 1 }],
    region: '',
    buyerMessage: '',
    sellerMemo: '',
    ...fields,
  };
}
