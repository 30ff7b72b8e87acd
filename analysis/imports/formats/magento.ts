import type { OrderFormat } from './format';

/** Order grid of Magento 2: one row per order, the columns the owner had on the screen; no items, no currency. */
export const magentoOrders: OrderFormat = {
  kind: 'orders',
  name: 'magento-orders',
  platform: 'magento',
  signature: { all: ['Purchase Point', 'Bill-to Name', 'Grand Total (Purchased)'] },
  legacy: 'windows-1252',
  unit: 'order',
  money: 'once',
  states: 'order',
  currency: null,
  authority: 2,
  columns: {
    order: 'ID',
    buyer: 'Customer Email',
    buyerName: 'Customer Name',
    createdAt: 'Purchase Date',
    status: 'Status',
    paid: 'Grand Total (Purchased)',
    refund: 'Total Refunded',
    region: ['Shipping Address'],
  },
  statuses: {
    pending: 'unpaid',
    'pending payment': 'unpaid',
    'payment review': 'unpaid',
    'on hold': 'unknown',
    processing: 'paid',
    complete: 'completed',
    // A closed order has been given back; how much says its own column.
    closed: 'refunded',
    canceled: 'cancelled',
  },
};
