import type { GiftKind, GiftState } from '@shared/records/gift';
import { GIFT_WAIT_DAYS } from '@shared/records/gift';
import { dayAt, instantAt, later, momentAt, type Wall } from './moments';
import type { Order } from './orders';
import { PARAMETERS } from './parameters';
import { cny, OWNER } from './put';
import { between, chance, exponential, type Random } from './random';
import type { Service } from './service';

/** What one of each stock line costs, in fen. */
export const GIFT_COSTS = [300, 650, 480] as const;
/** Nobody gets an apology for less, in seconds. */
const SHORTEST_WAIT = 20;
/** Share of known buyers with a wait after their last order: the gift then waits for an order (J3). */
const WAITED_WITHOUT_ORDER = 0.03;

/**
 * Chance of a second purchase within so many weeks of the first, over all buyers: the first wait is
 * exponential with a gamma rate, nobody leaves before it.
 *
 * @example returnChance(0) // => 0
 */
export function returnChance(weeks: number): number {
  const { r, alpha } = PARAMETERS.purchase;
  return 1 - (alpha / (alpha + weeks)) ** r;
}

/**
 * Chance that the first order came with a queue gift, knowing whether the buyer came back in time. By Bayes:
 * P(back | gift) − P(back | no gift) is exactly the effect, P(gift) the share, and the purchase law over all
 * buyers is what it was.
 */
export function giftChance(cameBack: boolean): number {
  const { perFirstOrder: share, effect, returnWithinDays } = PARAMETERS.gifts;
  const back = returnChance(returnWithinDays / 7);
  const backWithGift = back + (1 - share) * effect;
  return cameBack ? (share * backWithGift) / back : (share * (1 - backWithGift)) / (1 - back);
}

function seconds(order: Order): number {
  const { paidAt } = order;
  return paidAt === null ? Number.POSITIVE_INFINITY : paidAt.day * 86_400 + paidAt.second;
}

/** Queue gifts with the first order, surprises for regulars, and waits that ended without an order. */
export function recordGifts(service: Service, random: Random): void {
  const { purchases, period, tally } = service;
  const { perFirstOrder, returnWithinDays, surprise } = PARAMETERS.gifts;
  const first = purchases[0]!;
  const second = purchases[1];
  const eligible = first.createdAt.day + returnWithinDays < period.days;
  const cameBack = second !== undefined && seconds(second) <= seconds(first) + returnWithinDays * 86_400;
  const given = chance(random, eligible ? giftChance(cameBack) : perFirstOrder);
  if (eligible) tally.gift(given, cameBack);
  if (given)
    queueGift(service, random, first, later(first.createdAt, -Math.min(600, first.createdAt.second)));
  const third = purchases[2];
  if (third && chance(random, surprise)) surpriseGift(service, third, (service.buyer.drawn.index + 1) % 3);
  if (chance(random, WAITED_WITHOUT_ORDER)) {
    const last = purchases[purchases.length - 1]!;
    const day = last.createdAt.day + between(random, 1, 60);
    if (day < period.days) queueGift(service, random, null, { day, second: between(random, 68_400, 82_000) });
  }
}

function queueGift(service: Service, random: Random, order: Order | null, said: Wall): void {
  const place = between(random, 1, 8);
  const stock = service.buyer.drawn.index % 3;
  const gift = service.words.gifts[stock]!;
  const wait = SHORTEST_WAIT + exponential(random, PARAMETERS.gifts.meanWaitSeconds - SHORTEST_WAIT);
  const waited = said.day + GIFT_WAIT_DAYS < service.period.days - 1 ? 'expired' : 'waiting-for-order';
  const state: GiftState = order === null ? waited : order.shippedAt ? 'packed' : 'to-pack';
  service.tally.wait(wait);
  write(service, said, {
    stock,
    kind: 'apology',
    state,
    order,
    reason: service.words.apologyReason,
    quote: service.words.apology(place, gift),
    wait: Math.round(wait),
    place,
  });
}

function surpriseGift(service: Service, order: Order, stock: number): void {
  write(service, later(order.createdAt, 240), {
    stock,
    kind: 'surprise',
    state: order.shippedAt ? 'packed' : 'to-pack',
    order,
    reason: service.words.surpriseReason,
    quote: '',
    wait: null,
    place: null,
  });
}

interface Given {
  readonly stock: number;
  readonly kind: GiftKind;
  readonly state: GiftState;
  readonly order: Order | null;
  readonly reason: string;
  readonly quote: string;
  readonly wait: number | null;
  readonly place: number | null;
}

function write(service: Service, said: Wall, given: Given): void {
  const { period, put, buyerId, buyer, stock, words } = service;
  const expired = given.state === 'expired' ? { day: said.day + GIFT_WAIT_DAYS + 1, second: 0 } : null;
  const settled = given.state === 'packed' ? (given.order?.shippedAt ?? null) : expired;
  put(
    'gifts',
    {
      buyerId,
      what: words.gifts[given.stock]!,
      kind: given.kind,
      state: given.state,
      reason: given.reason,
      cost: cny(GIFT_COSTS[given.stock]!),
      stockId: stock[given.stock] ?? null,
      waitSeconds: given.wait,
      waitExact: given.wait === null ? null : true,
      place: given.place,
      quote: given.quote,
      saidAt: momentAt(period, said),
      saidOn: dayAt(period, said.day),
      where: { platform: 'practice', conversation: buyer.person.uid },
      orderNumber: given.order?.number ?? null,
      settledAt: settled ? momentAt(period, settled) : null,
      by: OWNER,
    },
    instantAt(period, said),
  );
}
