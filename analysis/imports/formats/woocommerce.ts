import type { OrderFormat } from './format';

const STATUSES = {
  pending: 'unpaid',
  'pending payment': 'unpaid',
  'checkout-draft': 'unpaid',
  'on hold': 'unpaid',
  'on-hold': 'unpaid',
  failed: 'unpaid',
  processing: 'paid',
  completed: 'completed',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

const shared = {
  kind: 'orders',
  platform: 'woocommerce',
  legacy: 'windows-1252',
  unit: 'order',
  states: 'order',
  currency: 'column',
  statuses: STATUSES,
  authority: 2,
} as const;

/** Advanced Order Export: one row per item; columns and labels are settings of the shop. */
export const woocommerceAoe: OrderFormat = {
  ...shared,
  name: 'woocommerce-aoe',
  signature: { all: ['Order Number', 'Email (Billing)', 'Order Line Total'] },
  currency: null,
  money: 'sum',
  columns: {
    order: 'Order Number',
    buyer: 'Email (Billing)',
    buyerName: 'First Name (Billing)',
    createdAt: 'Order Date',
    status: 'Order Status',
    paid: 'Order Line Total',
    refund: 'Order Line Total Refunded',
    quantity: 'Quantity',
    title: 'Name',
    sku: 'SKU',
    buyerMessage: 'Customer Note',
    region: ['City (Billing)', 'Country Code (Billing)'],
    discount: ['Coupon Code', 'Coupons Used'],
  },
  discounts: ['Discount Amount'],
};

/** WebToffee: one row per order, its items spread over numbered columns. */
export const woocommerceWebtoffee: OrderFormat = {
  ...shared,
  name: 'woocommerce-webtoffee',
  signature: { all: ['order_id', 'order_currency', 'wt_import_key'] },
  money: 'once',
  columns: {
    order: ['order_number', 'order_id'],
    buyer: 'customer_email',
    buyerName: 'billing_first_name',
    createdAt: 'order_date',
    paidAt: 'paid_date',
    status: 'status',
    paid: 'order_total',
    currency: 'order_currency',
    title: 'Product Item 1 Name',
    sku: 'Product Item 1 SKU',
    quantity: 'Product Item 1 Quantity',
    buyerMessage: 'customer_note',
    sellerMemo: 'order_notes',
    region: ['billing_city', 'billing_country'],
    discount: 'coupon_items',
  },
  discounts: ['discount_total'],
};
