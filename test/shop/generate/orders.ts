import { GOODS, type Good } from '../goods';
import type { DrawnBuyer } from './draw';
import { dayAt, happened, later, type Period, type Wall } from './moments';
import { PARAMETERS } from './parameters';
import type { Person } from './people';
import { between, chance, pick, type Random, stream } from './random';

/** An order of either platform, before it is written down in anybody's format. */
export interface Order {
  readonly number: string;
  readonly buyer: DrawnBuyer;
  readonly person: Person;
  readonly good: Good;
  readonly quantity: number;
  /** Paid, or to be paid, in fen, postage included. */
  readonly amount: number;
  readonly postage: number;
  readonly createdAt: Wall;
  readonly paidAt: Wall | null;
  readonly shippedAt: Wall | null;
  readonly completedAt: Wall | null;
  readonly refund: number;
  /** Closed without being paid: no purchase. */
  readonly closed: boolean;
  readonly message: string;
  readonly memo: string;
}

const MESSAGES = ['', '', '', '', '', '请包好一点', '送人的，不要放价格', '麻烦尽快发货', '放门口就行'];
const MEMOS = ['', '', '', '', '', '', '老客，送茶样', '已答应包扎实', '放手写卡'];

/** Most people buy in the evening. */
function clock(random: Random): number {
  const hour = chance(random, 0.6) ? between(random, 19, 23) : between(random, 9, 18);
  return hour * 3600 + between(random, 0, 3540);
}

function orderNumber(buyer: DrawnBuyer, day: string, nth: number, random: Random): string {
  const date = day.slice(2).replaceAll('-', '');
  const serial = `${String(buyer.index).padStart(7, '0')}${String(nth).padStart(3, '0')}`;
  return buyer.platform === 'taobao'
    ? `4${date}${serial}${between(random, 10, 99)}`
    : `${date}-${serial}${between(random, 10_000, 99_999)}`;
}

/** The paid sum is drawn first; a good and a quantity that could have cost it explain it. */
function goodsFor(amount: number, random: Random): { good: Good; quantity: number } {
  const fitting = GOODS.filter((good) => good.price <= amount * 1.15 && good.price * 5 >= amount);
  const good = pick(
    random,
    fitting.length > 0 ? fitting : amount < 5_000 ? GOODS.slice(0, 1) : GOODS.slice(-1),
  );
  return { good, quantity: Math.min(12, Math.max(1, Math.round(amount / good.price))) };
}

function purchase(context: Context, nth: number): Order {
  const { buyer, period, random } = context;
  const amount = buyer.amounts[nth]!;
  const createdAt: Wall = { day: buyer.days[nth]!, second: clock(random) };
  const paidAt = later(createdAt, between(random, 8, 50));
  const shippedAt = { day: createdAt.day + between(random, 1, 2), second: between(random, 32_400, 61_200) };
  const completedAt = later(shippedAt, between(random, 3 * 86_400, 9 * 86_400));
  const { good, quantity } = goodsFor(amount, random);
  const refundRate =
    buyer.platform === 'taobao' ? PARAMETERS.noise.partialRefundTaobao : PARAMETERS.noise.refundedPinduoduo;
  const refunded = chance(random, refundRate) && happened(period, completedAt);
  return {
    number: orderNumber(buyer, dayAt(period, createdAt.day), nth, random),
    buyer,
    person: context.person,
    good,
    quantity,
    amount,
    postage: amount > 1_000 && chance(random, 0.2) ? 600 : 0,
    createdAt,
    paidAt,
    shippedAt: happened(period, shippedAt) ? shippedAt : null,
    completedAt: happened(period, completedAt) ? completedAt : null,
    refund: refunded ? Math.max(1, Math.round(amount * 0.15)) : 0,
    closed: false,
    message: pick(random, MESSAGES),
    memo: pick(random, MEMOS),
  };
}

interface Context {
  readonly buyer: DrawnBuyer;
  readonly person: Person;
  readonly period: Period;
  readonly random: Random;
}

/** Beyond any number of purchases: the serials of orders that were closed unpaid. */
const CLOSED_FROM = 900;

/** All orders of a buyer, oldest first, with those that were placed but never paid. */
export function ordersOf(seed: string, buyer: DrawnBuyer, person: Person, period: Period): readonly Order[] {
  const context = { buyer, person, period, random: stream(seed, 'orders', buyer.index) };
  const orders: Order[] = [];
  for (let nth = 0; nth < buyer.days.length; nth++) {
    const order = purchase(context, nth);
    if (chance(context.random, PARAMETERS.noise.closedPerOrder)) orders.push(closedTwin(order, nth, context));
    orders.push(order);
  }
  return orders;
}

/** The same basket, ordered a little earlier and left unpaid. */
function closedTwin(order: Order, nth: number, context: Context): Order {
  const number = orderNumber(
    order.buyer,
    dayAt(context.period, order.createdAt.day),
    CLOSED_FROM + (nth % 100),
    context.random,
  );
  const nothing = { paidAt: null, shippedAt: null, completedAt: null, refund: 0, message: '', memo: '' };
  const createdAt = { ...order.createdAt, second: Math.max(0, order.createdAt.second - 2_400) };
  return { ...order, ...nothing, number, createdAt, closed: true };
}
