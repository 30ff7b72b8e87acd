import { addDays, type Day, dayOf } from '../calendar/day';
import { matchKey } from '../text/normalize';
import type { OrderStatus } from './order';
import { type Promised, type Standing, standing } from './promise';

/** An order of the buyer, as far as a condition asks. */
export interface OrderFact {
  readonly number: string;
  /** When it was made, by the export; `null` where only its number was seen in the chat. */
  readonly madeAt: string | null;
  /** When this book learned of it, and of its shipping. */
  readonly knownAt: string;
  readonly status: OrderStatus;
  readonly shippedAt: string | null;
  readonly shippingKnownAt: string;
  /** Its number stood on the page when the buyer was met for the first time: no news. */
  readonly metWith: boolean;
}

/** Goods that came back, under every name they go by. */
export interface GoodsBack {
  readonly names: readonly string[];
  readonly backAt: string;
}

/** What a condition can be held against. */
export interface ConditionFacts {
  /** The buyer's chat is open at this instant; `null` when it is not. */
  readonly chatAt: string | null;
  readonly orders: readonly OrderFact[];
  /** When parcels without an order left. */
  readonly sentAlone: readonly string[];
  readonly goodsBack: readonly GoodsBack[];
  readonly timeZone: string;
}

export const NO_FACTS: ConditionFacts = {
  chatAt: null,
  orders: [],
  sentAlone: [],
  goodsBack: [],
  timeZone: 'UTC',
};

/** When a promise falls due. `firm`: a day was named, so that it can be late; else it stays due until settled. */
export interface FallsDue {
  readonly day: Day;
  readonly firm: boolean;
  /** The order whose coming or shipping it is. */
  readonly orderNumber: string | null;
}

type Conditional = Pick<Promised, 'due' | 'saidAt' | 'what' | 'orderNumber'>;

/** A pause after which the buyer's chat is a new conversation: in one evening "next chat" is not ten minutes later. */
export const NEW_CHAT_MS = 3 * 3_600_000;

/** Orders that are none. */
const NO_ORDER: ReadonlySet<OrderStatus> = new Set(['unpaid', 'cancelled', 'refunded']);

/**
 * What a promise's condition says now: the day it falls due, or `null` while it has not come up. What the book
 * learns late is due on the day it is learned, never overdue at once (J5).
 *
 * @example fallsDue({ due: { on: 'day', day: '2026-11-27' }, saidAt: '2026-11-22T12:00:00Z', what: '', orderNumber: null }, NO_FACTS) // => { day: '2026-11-27', firm: true, orderNumber: null }
 */
export function fallsDue(promise: Conditional, facts: ConditionFacts): FallsDue | null {
  const { due } = promise;
  const on = (instant: string) => dayOf(Date.parse(instant), facts.timeZone);
  const soft = (instant: string | null, orderNumber: string | null = null): FallsDue | null =>
    instant === null ? null : { day: on(instant), firm: false, orderNumber };
  switch (due.on) {
    case 'day':
      return { day: due.day, firm: true, orderNumber: promise.orderNumber };
    case 'next-chat':
      return soft(isNewChat(promise, facts) ? facts.chatAt : null);
    case 'next-order': {
      const order = nextOrder(promise, facts);
      return soft(order?.knownAt ?? null, order?.number ?? null);
    }
    case 'back-in-stock': {
      const back = facts.goodsBack.filter(
        ({ names, backAt }) => backAt > promise.saidAt && names.some((name) => speaksOf(promise, name)),
      );
      return soft(earliest(back.map(({ backAt }) => backAt)));
    }
    case 'shipped': {
      const shipping = shippingOf(promise, facts);
      if (!shipping) return null;
      const day = addDays(on(shipping.at), due.plusDays);
      const known = on(shipping.knownAt);
      return { day: day > known ? day : known, firm: true, orderNumber: shipping.number };
    }
    case 'open':
      return null;
  }
}

/**
 * How a promise stands today, its condition included. One whose condition came up without a day of its own is
 * due until it is settled.
 */
export function standingNow(
  promise: Conditional & Pick<Promised, 'state' | 'settledOn'>,
  today: Day,
  facts: ConditionFacts,
): Standing {
  const falls = fallsDue(promise, facts);
  if (falls === null) return standing(promise, today);
  const day = falls.firm || falls.day > today ? falls.day : today;
  // A kept promise is measured by the day it had, not by today.
  return standing({ ...promise, due: { on: 'day', day: promise.state === 'open' ? day : falls.day } }, today);
}

function isNewChat({ saidAt }: Conditional, { chatAt }: ConditionFacts): boolean {
  return chatAt !== null && Date.parse(chatAt) - Date.parse(saidAt) >= NEW_CHAT_MS;
}

/** The first order that came after the words were said; not the one they were said about. */
function nextOrder(promise: Conditional, facts: ConditionFacts): OrderFact | null {
  const came = facts.orders.filter(
    (order) =>
      order.number !== promise.orderNumber &&
      !NO_ORDER.has(order.status) &&
      cameAfter(order, promise.saidAt, facts.timeZone),
  );
  return came.toSorted((a, b) => (a.knownAt < b.knownAt ? -1 : 1))[0] ?? null;
}

function cameAfter(order: OrderFact, saidAt: string, timeZone: string): boolean {
  if (order.madeAt === null) return order.knownAt > saidAt && !order.metWith;
  if (order.madeAt > saidAt) return true;
  // An export without clock times says midnight; then it is a new one if the book had not heard of it before.
  const day = (instant: string) => dayOf(Date.parse(instant), timeZone);
  const wholeDay = day(order.madeAt) !== dayOf(Date.parse(order.madeAt) - 1, timeZone);
  return wholeDay && day(order.madeAt) === day(saidAt) && order.knownAt > saidAt;
}

interface Shipping {
  readonly at: string;
  readonly knownAt: string;
  readonly number: string | null;
}

/** The shipping that is meant: of the order the promise names, else the first after it was said. */
function shippingOf(promise: Conditional, facts: ConditionFacts): Shipping | null {
  const named = promise.orderNumber;
  const shipped = facts.orders.flatMap((order): readonly Shipping[] => {
    if (order.shippedAt === null || (named !== null && order.number !== named)) return [];
    return [{ at: order.shippedAt, knownAt: order.shippingKnownAt, number: order.number }];
  });
  const alone = facts.sentAlone.map((at): Shipping => ({ at, knownAt: at, number: null }));
  const meant = named !== null ? shipped : [...shipped, ...alone].filter(({ at }) => at >= promise.saidAt);
  return meant.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null;
}

/** Whether a promise is about goods of this name: in its condition, or in its words where that names none. */
function speaksOf({ due, what }: Conditional, name: string): boolean {
  const goods = matchKey(name);
  if (goods.length < 2) return false;
  const asked = due.on === 'back-in-stock' ? matchKey(due.what) : '';
  const said = asked === '' ? matchKey(what) : asked;
  return said.includes(goods) || (asked.length >= 2 && goods.includes(asked));
}

function earliest(instants: readonly string[]): string | null {
  return instants.toSorted()[0] ?? null;
}
