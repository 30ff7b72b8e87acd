export const care = {
  'care.title': 'Keeping in touch',
} as const;
