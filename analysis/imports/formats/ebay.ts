import type { OrderFormat } from './format';

const shared = {
  kind: 'orders',
  platform: 'ebay',
  legacy: 'windows-1252',
  unit: 'order',
  money: 'once',
  states: 'order',
  currency: 'sign',
  statuses: {},
  authority: 2,
} as const;

/** Orders report: an order of several items is a summary row followed by its item rows. */
export const ebayOrders: OrderFormat = {
  ...shared,
  name: 'ebay-orders',
  signature: { all: ['Sales Record Number', 'Order Number', 'Buyer Username'] },
  columns: {
    order: 'Order Number',
    buyer: 'Buyer Username',
    buyerName: 'Buyer Name',
    createdAt: 'Sale Date',
    paidAt: 'Paid On Date',
    shippedAt: 'Shipped On Date',
    paid: 'Total Price',
    quantity: 'Quantity',
    title: 'Item Title',
    sku: 'Custom Label',
    buyerMessage: 'Buyer Note',
    sellerMemo: 'My Item Note',
    courier: 'Tracking Number',
    region: ['Ship To City', 'Ship To State', 'Ship To Country'],
  },
};

/** The German report: semicolons, decimal commas, German month names. */
export const ebayOrdersGerman: OrderFormat = {
  ...shared,
  name: 'ebay-orders-de',
  signature: { all: ['Verkaufsprotokollnummer', 'Bestellnummer', 'Nutzername des Käufers'] },
  decimalComma: true,
  columns: {
    order: 'Bestellnummer',
    buyer: 'Nutzername des Käufers',
    buyerName: 'Name des Käufers',
    createdAt: 'Verkauft am',
    paidAt: 'Zahlungsdatum',
    paid: 'Gesamtbetrag',
  },
};
