import * as v from 'valibot';
import { stored } from './envelope';
import { count, id, line, moment, money, since, text } from './fields';

export const ORDER_STATUSES = [
  'unpaid',
  'paid',
  'shipped',
  'completed',
  'cancelled',
  'refunded',
  'unknown',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** An order as a platform's export or the chat showed it. Platform + number is its key. */
export const orderSchema = stored({
  platform: line,
  number: line,
  /** The platform's own key of the buyer, when the export has one. Never a masked name. */
  buyerKey: v.nullable(line),
  buyerName: line,
  createdAt: v.nullable(moment),
  paidAt: v.nullable(moment),
  shippedAt: v.nullable(moment),
  completedAt: v.nullable(moment),
  status: v.picklist(ORDER_STATUSES),
  paid: v.nullable(money),
  refund: v.nullable(money),
  /** Refunded, but the export does not say how much. */
  refundUnknown: v.boolean(),
  items: v.array(v.strictObject({ title: line, sku: line, quantity: count })),
  region: line,
  buyerMessage: text,
  sellerMemo: text,
  /** The coloured flag the shop gave the order on the platform (J17), in the platform's word. */
  flag: since(line, ''),
  /** The courier's number on the waybill, as the export or a scan told it. */
  courierNumber: since(line, ''),
});
export type Order = v.InferOutput<typeof orderSchema>;

/**
 * Which buyer an order belongs to (J1): made when the number was seen in the chat of an identified buyer, or
 * by the seller's click. A table of its own, because the number is often seen long before the order is
 * imported.
 */
export const orderLinkSchema = stored({
  platform: line,
  number: line,
  buyerId: id,
  how: v.picklist(['seen', 'seller', 'import']),
  linkedAt: moment,
});
export type OrderLink = v.InferOutput<typeof orderLinkSchema>;
