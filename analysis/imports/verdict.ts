import type { OrderFormat } from './formats/format';
import type { SkipReason } from './reasons';
import { STATUS_RANK } from './units';

/** What is known about an order (or sub-order) when it is judged. */
export interface Judged {
  /** Index into `STATUS_RANK`. */
  readonly status: number;
  readonly paidDate: boolean;
  readonly paid: number;
  readonly refund: number;
}

/**
 * Whether an order is a purchase: paid (paid date or paid status), not cancelled, and not refunded down to 0.
 * A status word nobody knows counts only with a paid date.
 *
 * @returns the reason why it is none, '' where it is one.
 */
export function verdict(format: OrderFormat, hasPaidColumn: boolean, order: Judged): SkipReason | '' {
  const status = STATUS_RANK[order.status] ?? 'unknown';
  const gone = order.paid > 0 && order.refund >= order.paid;
  if (status === 'cancelled') return order.paidDate && gone ? 'refunded' : 'cancelled';
  const said = status !== 'unknown' && status !== 'unpaid';
  if (!order.paidDate && !said && !format.alwaysPaid)
    return status === 'unpaid' || hasPaidColumn ? 'unpaid' : 'unknown-status';
  return gone ? 'refunded' : '';
}
