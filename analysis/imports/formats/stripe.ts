import type { OrderFormat } from './format';

/** Payments: one row per charge, times in UTC as the header says; new files have more columns. */
export const stripePayments: OrderFormat = {
  kind: 'orders',
  name: 'stripe-payments',
  platform: 'stripe',
  signature: { all: ['id', 'Amount Refunded', 'Converted Amount', 'Customer Email'] },
  legacy: 'windows-1252',
  offset: 0,
  unit: 'order',
  money: 'once',
  states: 'order',
  currency: 'column',
  authority: 2,
  columns: {
    order: 'id',
    buyer: 'Customer Email',
    buyerElse: 'Customer ID',
    buyerName: 'Card Name',
    createdAt: ['Created date (UTC)', 'Created (UTC)'],
    status: 'Status',
    paid: 'Amount',
    refund: 'Amount Refunded',
    currency: 'Currency',
    title: 'Description',
  },
  statuses: {
    paid: 'paid',
    succeeded: 'paid',
    'partially refunded': 'paid',
    refunded: 'refunded',
    failed: 'unpaid',
    canceled: 'cancelled',
    pending: 'unpaid',
    'requires payment method': 'unpaid',
  },
};
