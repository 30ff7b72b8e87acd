export const aftersales = {
  'aftersales.title': 'After the sale',
} as const;
