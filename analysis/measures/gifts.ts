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
  const gifts = giftsGiven(book, view);
  if (gifts.length === 0) return null;
  const stateOf = (gift: Gift) => giftStateAt(gift, view);
  const inState = (...states: GiftState[]) => gifts.filter((gift) => states.includes(stateOf(gift)));
  const promised = gifts.filter((gift) => stateOf(gift) !== 'to-be-sent');
  const told = queueGifts(book, purchases, view);
  const groups = giftReturns(book, purchases, view);
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
    returned: [groupOf('gift', groups.gift), groupOf('none', groups.none)],
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

/** Gifts of the view. Where the coin of the gift test fell on "none", nothing was given. */
export function giftsGiven(book: Book, view: BookView): readonly Gift[] {
  return book.gifts.filter((gift) => !gift.deleted && gift.coin !== 'none' && inView(gift.saidAt, view));
}

const isQueueGift = (gift: Gift, view: BookView) =>
  gift.kind === 'apology' && giftStateAt(gift, view) !== 'to-be-sent';

/** Queue gifts whose 60 days are over, and whether an order followed within them. */
export function queueGifts(book: Book, purchases: Purchases, view: BookView) {
  const end = dayEnd(view.asOf);
  return giftsGiven(book, view).flatMap((gift) => {
    if (!isQueueGift(gift, view)) return [];
    const start = dayEnd(momentDay(gift.saidAt, view.timeZone));
    const returned = returnedAfter(purchases.get(gift.buyerId) ?? [], start, end);
    return returned === null ? [] : [{ gift, returned }];
  });
}

/** Whether each buyer of the two groups came back: those given a queue gift, and the book's other buyers. */
export interface GiftReturns {
  readonly gift: ReadonlyMap<string, boolean>;
  readonly none: ReadonlyMap<string, boolean>;
}

/** One row per buyer: of who was given several queue gifts the first decides, so that a spoilt buyer counts once. */
export function giftReturns(book: Book, purchases: Purchases, view: BookView): GiftReturns {
  const first = new Map<string, { readonly saidAt: string; readonly returned: boolean }>();
  for (const { gift, returned } of queueGifts(book, purchases, view)) {
    const known = first.get(gift.buyerId);
    if (!known || gift.saidAt < known.saidAt) first.set(gift.buyerId, { saidAt: gift.saidAt, returned });
  }
  const queued = giftsGiven(book, view).filter((gift) => isQueueGift(gift, view));
  const gifted = new Set(queued.map((gift) => gift.buyerId));
  const none = new Map<string, boolean>();
  for (const buyer of book.buyers) {
    const times = purchases.get(buyer.id) ?? [];
    if (buyer.deleted || gifted.has(buyer.id) || times.length === 0) continue;
    const again = returnedAfter(times.slice(1), times[0]!, dayEnd(view.asOf));
    if (again !== null) none.set(buyer.id, again);
  }
  return { gift: new Map([...first].map(([buyer, { returned }]) => [buyer, returned])), none };
}

function groupOf(
  group: 'gift' | 'none',
  all: ReadonlyMap<string, boolean>,
): GiftsSection['returned'][number] {
  const returned = [...all.values()].filter(Boolean).length;
  return { group, buyers: all.size, returned, ...rateOf(returned, all.size) };
}

/** @example waitBand(420) // => '5-15' */
export function waitBand(seconds: number | null): (typeof WAIT_BANDS)[number] {
  if (seconds === null) return '?';
  if (seconds < 300) return '0-5';
  return seconds < 900 ? '5-15' : '15+';
}
