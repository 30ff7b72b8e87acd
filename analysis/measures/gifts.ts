import type { Book } from '@shared/records/book';
import { type Gift, type GiftState, giftExpired } from '@shared/records/gift';
import type { GiftsSection } from '../review';
import type { Purchases } from './book-buyers';
import { type BookView, inView, settledInView } from './book-view';
import { rateOf } from './intervals';
import { sumMoney } from './money';
import { RETURN_DAYS, returnedAfter } from './returned';
import { dayEnd, momentDay } from './wall-clock';

const WAIT_BANDS = ['0-5', '5-15', '15+', '?'] as const;

/**
 * Gifts: promised, packed, waiting for an order (J3), expired, and what the packed ones cost. Return within 60
 * days: of buyers given a queue gift, counted from the day after it was promised; of the book's other buyers,
 * from their first order on. Only those with 60 full days behind them. No proof of cause.
 */
export function giftsSection(
  book: Book,
  purchases: Purchases,
  view: BookView,
  currency: string | null,
): GiftsSection | null {
  // Where the coin of the gift test fell on "none", nothing was given.
  const gifts = book.gifts.filter(
    (gift) => !gift.deleted && gift.coin !== 'none' && inView(gift.saidAt, view),
  );
  if (gifts.length === 0) return null;
  const stateOf = (gift: Gift) => giftStateAt(gift, view);
  const inState = (...states: GiftState[]) => gifts.filter((gift) => states.includes(stateOf(gift)));
  const promised = gifts.filter((gift) => stateOf(gift) !== 'to-be-sent');
  const queue = promised.filter((gift) => gift.kind === 'apology');
  const end = dayEnd(view.asOf);
  const told = queue.flatMap((gift) => {
    const start = dayEnd(momentDay(gift.saidAt, view.timeZone));
    const returned = returnedAfter(purchases.get(gift.buyerId) ?? [], start, end);
    return returned === null ? [] : [{ gift, returned }];
  });
  return {
    promised: promised.length,
    packed: inState('packed').length,
    waitingForOrder: inState('waiting-for-order').length,
    expired: inState('expired').length,
    cost: sumMoney(
      inState('packed').map((gift) => gift.cost),
      currency,
    ),
    returnWithin: RETURN_DAYS,
    returned: [giftGroup(told), otherGroup(book, queue, purchases, end)],
    byWait: WAIT_BANDS.flatMap((minutes) => {
      const rows = told.filter(({ gift }) => waitBand(gift.waitSeconds) === minutes);
      if (rows.length === 0) return [];
      const returned = rows.filter((row) => row.returned).length;
      return [{ minutes, gifts: rows.length, returned, rate: returned / rows.length }];
    }),
  };
}

/** The state at the end of the view; a gift without an order for 30 days has expired, never broken. */
export function giftStateAt(gift: Gift, view: BookView): GiftState {
  const state = settledInView(gift.settledAt, view) ? gift.state : 'waiting-for-order';
  return giftExpired({ state, saidOn: gift.saidOn }, view.asOf) ? 'expired' : state;
}

/** One row per buyer: their first queue gift decides, so that a spoilt buyer counts once. */
function giftGroup(told: readonly { gift: Gift; returned: boolean }[]): GiftsSection['returned'][number] {
  const first = new Map<string, { saidAt: string; returned: boolean }>();
  for (const { gift, returned } of told) {
    const known = first.get(gift.buyerId);
    if (!known || gift.saidAt < known.saidAt) first.set(gift.buyerId, { saidAt: gift.saidAt, returned });
  }
  const returned = [...first.values()].filter((row) => row.returned).length;
  return { group: 'gift', buyers: first.size, returned, ...rateOf(returned, first.size) };
}

function otherGroup(book: Book, queue: readonly Gift[], purchases: Purchases, end: number) {
  const gifted = new Set(queue.map((gift) => gift.buyerId));
  let buyers = 0;
  let returned = 0;
  for (const buyer of book.buyers) {
    const times = purchases.get(buyer.id) ?? [];
    if (buyer.deleted || gifted.has(buyer.id) || times.length === 0) continue;
    const again = returnedAfter(times.slice(1), times[0]!, end);
    if (again === null) continue;
    buyers++;
    if (again) returned++;
  }
  return { group: 'none' as const, buyers, returned, ...rateOf(returned, buyers) };
}

/** @example waitBand(420) // => '5-15' */
export function waitBand(seconds: number | null): (typeof WAIT_BANDS)[number] {
  if (seconds === null) return '?';
  if (seconds < 300) return '0-5';
  return seconds < 900 ? '5-15' : '15+';
}
