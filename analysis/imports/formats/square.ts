import type { OrderFormat } from './format';

const shared = {
  kind: 'orders',
  platform: 'square',
  legacy: 'windows-1252',
  zoned: true,
  unit: 'order',
  money: 'sum',
  states: 'row',
  currency: 'sign',
  statuses: { payment: 'paid', refund: 'refunded' },
  cancellationWords: ['Refund'],
} as const;

const WHEN = { createdAt: 'Date', clock: 'Time', zone: 'Time Zone' } as const;

/**
 * Transactions: one row per payment, many without a customer. A refund is a row of its own with a number of its own
 * and an amount below 0: it is matched with the payment it takes back.
 */
export const squareTransactions: OrderFormat = {
  ...shared,
  name: 'square-transactions',
  signature: { all: ['Transaction ID', 'Total Collected', 'Net Total', 'Event Type'] },
  authority: 2,
  columns: {
    ...WHEN,
    order: 'Transaction ID',
    buyer: 'Customer ID',
    buyerName: 'Customer Name',
    status: 'Event Type',
    paid: 'Total Collected',
    refund: 'Partial Refunds',
    item: 'Description',
    title: 'Description',
    discount: 'Discount Name',
  },
  discounts: ['Discounts'],
};

/** Items: one row per item sold; lists of 21, 33 and 35 columns. */
export const squareItems: OrderFormat = {
  ...shared,
  name: 'square-items',
  signature: { all: ['Transaction ID', 'Item', 'Qty', 'Price Point Name'] },
  authority: 1,
  columns: {
    ...WHEN,
    order: 'Transaction ID',
    buyer: 'Customer ID',
    buyerName: 'Customer Name',
    status: 'Event Type',
    item: 'Item',
    quantity: 'Qty',
    title: 'Item',
    variant: 'Price Point Name',
    sku: 'SKU',
  },
  discounts: ['Discounts'],
  paidParts: { plus: ['Net Sales', 'Tax'], minus: [] },
};
