import type { OrderFormat } from './format';

/**
 * UCI Online Retail and files in its shape: one row per invoice line; an invoice whose number begins with C
 * cancels lines of earlier invoices by the same buyer.
 */
export const onlineRetail: OrderFormat = {
  kind: 'orders',
  name: 'online-retail',
  platform: 'online-retail',
  signature: { all: ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'] },
  legacy: 'windows-1252',
  unit: 'order',
  money: 'sum',
  states: 'row',
  currency: null,
  authority: 2,
  columns: {
    order: 'InvoiceNo',
    buyer: 'CustomerID',
    createdAt: 'InvoiceDate',
    unitPrice: 'UnitPrice',
    quantity: 'Quantity',
    item: 'StockCode',
    title: 'Description',
    sku: 'StockCode',
    region: ['Country'],
  },
  statuses: {},
  alwaysPaid: true,
  cancellationPrefix: 'C',
};
