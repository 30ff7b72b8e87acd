import type { CustomerFormat, OrderFormat } from './format';

/**
 * `orders_export.csv` (73, 75 and 79 columns): one row per line item; from an order's second row on its
 * order-level cells are blank. Times carry an offset that changes with summer time inside one file.
 */
export const shopifyOrders: OrderFormat = {
  kind: 'orders',
  name: 'shopify-orders',
  platform: 'shopify',
  signature: { all: ['Name', 'Financial Status', 'Lineitem name'] },
  legacy: 'windows-1252',
  zoned: true,
  unit: 'order',
  money: 'once',
  states: 'order',
  currency: 'column',
  authority: 2,
  columns: {
    order: 'Name',
    buyer: 'Email',
    buyerName: 'Billing Name',
    createdAt: 'Created at',
    paidAt: 'Paid at',
    shippedAt: 'Fulfilled at',
    cancelledAt: 'Cancelled at',
    status: 'Financial Status',
    paid: 'Total',
    refund: 'Refunded Amount',
    currency: 'Currency',
    quantity: 'Lineitem quantity',
    title: 'Lineitem name',
    sku: 'Lineitem sku',
    buyerMessage: 'Notes',
    sellerMemo: 'Tags',
    discount: 'Discount Code',
    region: ['Shipping City', 'Shipping Province', 'Shipping Country'],
  },
  discounts: ['Discount Amount'],
  statuses: {
    pending: 'unpaid',
    authorized: 'unpaid',
    partially_paid: 'unpaid',
    expired: 'unpaid',
    paid: 'paid',
    partially_refunded: 'paid',
    refunded: 'refunded',
    voided: 'cancelled',
  },
};

/** `customers_export.csv`: totals per customer, no orders. Orders know their buyers by the e-mail address. */
export const shopifyCustomers: CustomerFormat = {
  kind: 'customers',
  name: 'shopify-customers',
  platform: 'shopify',
  signature: { all: ['Email', 'Total Spent', 'Total Orders', 'Tax Exempt'] },
  columns: {
    key: 'Email',
    name: ['First Name', 'Last Name'],
    phone: ['Phone', 'Default Address Phone'],
    address: [
      'Default Address Company',
      'Default Address Address1',
      'Default Address Address2',
      'Default Address City',
      'Default Address Province Code',
      'Default Address Zip',
      'Default Address Country Code',
    ],
    area: ['Default Address City'],
    tags: 'Tags',
    note: 'Note',
  },
};
