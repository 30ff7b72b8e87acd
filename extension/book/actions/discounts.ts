import type { Day } from '@shared/calendar/day';
import type { Discount } from '@shared/records/discount';
import type { Place } from '@shared/records/fields';
import type { Money } from '@shared/text/money';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, record } from './common';

export interface DiscountInput {
  readonly what: string;
  readonly amount: Money | null;
  readonly percentOff: number | null;
  /** On this deal, or owed for the next one. */
  readonly when: 'now' | 'next';
  readonly quote: string;
  readonly where: Place | null;
  /** Last day it holds. */
  readonly expires: Day | null;
  readonly orderNumber: string | null;
  readonly toBeSent: boolean;
  /** The product it is about, where one was chosen (J18). */
  readonly productId?: string | null;
  /** The rule of the shop by which a regular gets it (P12). */
  readonly ruleId?: string | null;
}

/** Writes down a discount given now or owed for next time (P5). */
export function recordDiscount(book: OpenBook, who: Who, input: DiscountInput): Promise<Ack> {
  const { toBeSent, ...said } = input;
  const sent = said.when === 'now' ? 'given' : 'owed';
  return record(book, 'record-discount', who, (buyerId, { id, at, by }) => [
    creating('discounts', id, {
      ...said,
      buyerId,
      state: toBeSent ? 'to-be-sent' : sent,
      saidAt: at,
      settledAt: !toBeSent && said.when === 'now' ? at : null,
      by,
    }),
  ]);
}

/** How a discount was used, as far as the seller says. */
export interface Redemption {
  /** In the seller's words: price changed, coupon, sent back. */
  readonly how: string;
  /** What it really took off. */
  readonly amount: Money | null;
}

/**
 * The buyer used it; on which order, when that is known. What it took off is its own amount where nothing else
 * is said; a percentage has none before somebody says so.
 */
export function redeemDiscount(
  book: OpenBook,
  id: string,
  orderNumber: string | null,
  { how = '', amount = null }: Partial<Redemption> = {},
): Promise<Ack> {
  return amend(book, 'redeem-discount', 'discounts', id, (discount, { at }) =>
    owedOnly(discount, {
      state: 'redeemed',
      settledAt: at,
      orderNumber: orderNumber ?? discount.orderNumber,
      redeemedHow: how,
      redeemedAmount: amount ?? discount.amount,
    }),
  );
}

/** How it was used, on which order and what it really took off, once that is known. */
export function describeRedemption(
  book: OpenBook,
  id: string,
  orderNumber: string | null,
  { how, amount }: Redemption,
): Promise<Ack> {
  return amend(book, 'describe-redemption', 'discounts', id, (discount) =>
    discount.state === 'redeemed' || discount.state === 'given'
      ? { orderNumber, redeemedHow: how, redeemedAmount: amount }
      : refuse('invalid', `the discount is ${discount.state}, nothing was taken off`),
  );
}

/** The buyer does not need it any more, or it was said by mistake. */
export function releaseDiscount(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'release-discount', 'discounts', id, (discount, { at }) =>
    owedOnly(discount, { state: 'released', settledAt: at }),
  );
}

function owedOnly<T extends object>(discount: Discount, fields: T): T | Refusal {
  const open = discount.state === 'owed' || discount.state === 'to-be-sent';
  return open ? fields : refuse('invalid', `the discount is already ${discount.state}`);
}
