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

/** The buyer used it; on which order, when that is known. */
export function redeemDiscount(book: OpenBook, id: string, orderNumber: string | null): Promise<Ack> {
  return amend(book, 'redeem-discount', 'discounts', id, (discount, { at }) =>
    owedOnly(discount, {
      state: 'redeemed',
      settledAt: at,
      orderNumber: orderNumber ?? discount.orderNumber,
    }),
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
