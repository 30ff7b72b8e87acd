export const ledger = {
  'ledger.title': 'Promises and discounts',
} as const;
