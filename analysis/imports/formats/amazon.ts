import type { OrderFormat } from './format';

const shared = {
  kind: 'orders',
  platform: 'amazon',
  legacy: 'windows-1252',
  quoted: false,
  zoned: true,
  unit: 'order',
  money: 'sum',
  states: 'row',
  currency: 'column',
  authority: 2,
} as const;

const PLUS = ['item-price', 'item-tax', 'shipping-price', 'shipping-tax', 'gift-wrap-price', 'gift-wrap-tax'];

/** All Orders report: one row per item, no buyer; a cancelled row has no price and quantity 0. */
export const amazonAllOrders: OrderFormat = {
  ...shared,
  name: 'amazon-all-orders',
  signature: { all: ['amazon-order-id', 'item-status', 'quantity'] },
  columns: {
    order: 'amazon-order-id',
    createdAt: 'purchase-date',
    status: 'item-status',
    afterSale: 'order-status',
    currency: 'currency',
    quantity: 'quantity',
    title: 'product-name',
    sku: 'sku',
    region: ['ship-city', 'ship-state', 'ship-country'],
    discount: 'promotion-ids',
  },
  discounts: ['item-promotion-discount', 'ship-promotion-discount'],
  paidParts: { plus: PLUS, minus: ['item-promotion-discount', 'ship-promotion-discount'] },
  statuses: {
    pending: 'unpaid',
    unshipped: 'paid',
    shipping: 'paid',
    shipped: 'shipped',
    'shipped - delivered to buyer': 'completed',
    cancelled: 'cancelled',
  },
  refundWords: [
    'shipped - returned to seller',
    'shipped - returning to seller',
    'shipped - rejected by buyer',
    'shipped - lost in transit',
    'shipped - damaged',
  ],
};

/** New / unshipped orders: paid by definition; the relay e-mail is a key for as long as it lives. */
export const amazonNewOrders: OrderFormat = {
  ...shared,
  name: 'amazon-new-orders',
  signature: { all: ['order-id', 'order-item-id', 'quantity-purchased'] },
  columns: {
    order: 'order-id',
    buyer: 'buyer-email',
    buyerName: 'buyer-name',
    createdAt: 'purchase-date',
    paidAt: 'payments-date',
    currency: 'currency',
    quantity: 'quantity-purchased',
    title: 'product-name',
    sku: 'sku',
    region: ['ship-city', 'ship-state', 'ship-country'],
  },
  paidParts: { plus: PLUS, minus: [] },
  statuses: {},
  alwaysPaid: true,
  authority: 1,
};
