import type { OrderFormat } from './format';

const shared = {
  kind: 'orders',
  platform: 'etsy',
  legacy: 'windows-1252',
  dateOrder: 'mdy',
  unit: 'order',
  states: 'order',
  currency: 'column',
  statuses: {},
  alwaysPaid: true,
} as const;

/** `EtsySoldOrders<year>.csv`: no status; a partial refund shows only as an adjusted total. */
export const etsySoldOrders: OrderFormat = {
  ...shared,
  name: 'etsy-soldorders',
  signature: { all: ['Sale Date', 'Order ID', 'Buyer User ID', 'Order Net'] },
  money: 'once',
  authority: 3,
  columns: {
    order: 'Order ID',
    buyer: 'Buyer User ID',
    buyerName: 'Full Name',
    createdAt: 'Sale Date',
    shippedAt: 'Date Shipped',
    paid: 'Order Total',
    adjusted: 'Adjusted Order Total',
    currency: 'Currency',
    quantity: 'Number of Items',
    title: 'SKU',
    sku: 'SKU',
    discount: 'Coupon Code',
    region: ['Ship City', 'Ship State', 'Ship Country'],
  },
  discounts: ['Discount Amount'],
};

/** `EtsySoldOrderItems<year>.csv`: one row per item; the key of the buyer stands in brackets behind the name. */
export const etsySoldOrderItems: OrderFormat = {
  ...shared,
  name: 'etsy-soldorderitems',
  signature: { all: ['Sale Date', 'Transaction ID', 'Listing ID', 'Item Total'] },
  unit: 'line',
  money: 'sum',
  buyerInBrackets: true,
  authority: 1,
  columns: {
    order: 'Order ID',
    line: 'Transaction ID',
    buyer: 'Buyer',
    buyerName: 'Ship Name',
    createdAt: 'Sale Date',
    shippedAt: 'Date Shipped',
    paid: 'Item Total',
    currency: 'Currency',
    quantity: 'Quantity',
    title: 'Item Name',
    variant: 'Variations',
    sku: 'SKU',
    discount: 'Coupon Code',
    region: ['Ship City', 'Ship State', 'Ship Country'],
  },
  discounts: ['Discount Amount'],
};

/** `EtsyDirectCheckoutPayments*.csv`: one row per payment, with the amount given back. */
export const etsyPayments: OrderFormat = {
  ...shared,
  name: 'etsy-payments',
  signature: { all: ['Payment ID', 'Buyer Username', 'Posted Gross', 'Adjusted Net'] },
  money: 'sum',
  authority: 2,
  columns: {
    order: 'Order ID',
    buyer: 'Buyer Username',
    buyerName: 'Buyer Name',
    createdAt: 'Order Date',
    paid: 'Gross Amount',
    refund: 'Refund Amount',
    currency: 'Currency',
  },
};
