import * as v from 'valibot';
import { type Day, daysBetween } from '../calendar/day';
import { stored } from './envelope';
import { count, day, id, line, moment, money, place, since, text } from './fields';

export const GIFT_KINDS = ['apology', 'surprise', 'announced'] as const;
export type GiftKind = (typeof GIFT_KINDS)[number];

/**
 * `to-be-sent`: the apology was filled, not yet seen as sent. `waiting-for-order`: goes with the buyer's next
 * order (J3), not on any list of today. `to-pack`: an order is there. `expired`: no order came; never broken.
 */
export const GIFT_STATES = [
  'to-be-sent',
  'waiting-for-order',
  'to-pack',
  'packed',
  'expired',
  'released',
] as const;
export type GiftState = (typeof GIFT_STATES)[number];

/** A gift (P8, P10). A surprise is private: it enters no message (J9). */
export const giftSchema = stored({
  buyerId: id,
  what: text,
  kind: v.picklist(GIFT_KINDS),
  state: v.picklist(GIFT_STATES),
  reason: text,
  cost: v.nullable(money),
  /** The stock line it is taken from. */
  stockId: v.nullable(id),
  /** How long the buyer had waited, in seconds, and whether the page said so or we only saw it. */
  waitSeconds: v.nullable(count),
  waitExact: v.nullable(v.boolean()),
  /** Place in line when the apology was made. */
  place: v.nullable(count),
  quote: text,
  saidAt: moment,
  saidOn: day,
  where: v.nullable(place),
  orderNumber: v.nullable(line),
  settledAt: v.nullable(moment),
  by: line,
  /** How it was received, in the buyer's or the seller's words. */
  received: since(text, ''),
  /** A parcel of its own, without an order (P8). */
  alone: since(v.boolean(), false),
  /** The sealed coin of the gift test: which side fell for this buyer; `null` outside the test. */
  coin: since(v.nullable(v.picklist(['gift', 'none'])), null),
  ruleId: since(v.nullable(id), null),
});
export type Gift = v.InferOutput<typeof giftSchema>;

/** A line of gift stock: what there is, how many, what one costs. */
export const giftStockSchema = stored({
  name: line,
  count: v.pipe(v.number(), v.integer()),
  cost: v.nullable(money),
});
export type GiftStock = v.InferOutput<typeof giftStockSchema>;

/** Days a queue gift waits for an order before it expires (J3). */
export const GIFT_WAIT_DAYS = 30;

/** @example giftExpired({ state: 'waiting-for-order', saidOn: '2026-10-01' }, '2026-11-22') // => true */
export function giftExpired(gift: Pick<Gift, 'state' | 'saidOn'>, today: Day): boolean {
  return gift.state === 'waiting-for-order' && daysBetween(gift.saidOn, today) > GIFT_WAIT_DAYS;
}
