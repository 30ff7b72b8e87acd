import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, money, place, since, text } from './fields';

export const DISCOUNT_STATES = ['to-be-sent', 'owed', 'given', 'redeemed', 'expired', 'released'] as const;
export type DiscountState = (typeof DISCOUNT_STATES)[number];

/**
 * A discount (P4, P5): given on this deal (`when: 'now'`, state `given`) or owed for the next one
 * (`when: 'next'`, state `owed` until redeemed, expired or released).
 */
export const discountSchema = stored({
  buyerId: id,
  what: text,
  /** Taken off in money, or `null` when it is a percentage. */
  amount: v.nullable(money),
  /** Percent off, 1–100: 九折 is 10. */
  percentOff: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  when: v.picklist(['now', 'next']),
  state: v.picklist(DISCOUNT_STATES),
  quote: text,
  saidAt: moment,
  where: v.nullable(place),
  /** Last day it holds. */
  expires: v.nullable(day),
  settledAt: v.nullable(moment),
  /** The order it was given on or redeemed with. */
  orderNumber: v.nullable(line),
  by: line,
  /** How it was redeemed, in the seller's words: price changed, coupon, sent back. */
  redeemedHow: since(text, ''),
  /** What it really took off when redeemed; a percentage has no amount before. */
  redeemedAmount: since(v.nullable(money), null),
  productId: since(v.nullable(id), null),
  /** A coupon to regulars by a rule of the shop (P12). */
  ruleId: since(v.nullable(id), null),
});
export type Discount = v.InferOutput<typeof discountSchema>;
